/** Lets one choose the day of the yearly reminder, and makes the file for it on the device. Without it there is a file with a day of ours. */
import { calendarFile, isDay } from '../../browser/calendar.ts';
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { saveFile } from '../../browser/save-file.ts';
import { dayOf, yearAfter } from './days.ts';

export class ReminderElement extends IslandElement {
  static override readonly tag = 'lt-reminder';

  #field: HTMLInputElement | undefined;

  protected override start({ signal, guard }: Island): void {
    const place = requirePart(this, 'span');
    const link = requirePart(this, 'a', HTMLAnchorElement);
    const [title, text, page] = ['title', 'text', 'page'].map((name) => requireAttribute(this, `data-${name}`)) as [string, string, string];
    const served = place.firstChild ?? '';
    // What was chosen outlasts that the island is moved.
    const field = (this.#field ??= makeElement('input', {
      type: 'date',
      max: '9999-12-31',
      autocomplete: 'off',
      value: yearAfter(dayOf(new Date())),
    }));
    const status = makeElement('p', { role: 'status' });

    const save = guard((event: Event) => {
      event.preventDefault();
      if (!isDay(field.value)) {
        status.textContent = 'Choose a day first: year, month and day.';
        field.focus();
        return;
      }
      const address = new URL(page, document.baseURI).href;
      const entry = { id: 'yearly-review', day: field.value, title, text, address, isYearly: true };
      saveFile(link.pathname.replace(/^.*\//, ''), calendarFile([entry], new Date()), 'text/calendar');
      status.textContent = 'The file is saved. Open it, and your calendar offers to add the reminder.';
    });
    place.replaceChildren(field);
    this.append(status);
    link.addEventListener('click', save, { signal });
    signal.addEventListener('abort', () => {
      place.replaceChildren(served);
      status.remove();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-reminder': ReminderElement;
  }
}
