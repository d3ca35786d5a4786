/** Lets one choose the day of the yearly reminder. What makes the file for it is loaded once somebody wants it. Without script there is a file with a day of ours. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';

export class ReminderElement extends IslandElement {
  static override readonly tag = 'lt-reminder';

  /** What was chosen outlasts that the island is moved. */
  #field: HTMLInputElement | undefined;

  protected override start({ signal, guard }: Island): void {
    const place = requirePart(this, 'span');
    const served = place.firstChild ?? '';
    const link = requirePart(this, 'a');
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    const field = (this.#field ??= fieldWithNextYear());
    const save = guard((event: Event) => {
      event.preventDefault();
      import('./save-reminder.ts').then(
        guard(({ saveReminder }) => {
          saveReminder(this, field, status);
        }),
        () => {
          // Browsers try no script twice: the file that is served will do.
          place.replaceChildren(served);
          link.removeEventListener('click', save);
          status.textContent = 'Your day could not be put in. This file has the day above.';
          link.click();
        },
      );
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

/** This day a year on, where the device is; after 29 February the first of March. */
function fieldWithNextYear(): HTMLInputElement {
  const field = document.createElement('input');
  field.className = 'field';
  field.type = 'date';
  field.max = '2999-12-31';
  field.autocomplete = 'off';
  const now = new Date();
  field.valueAsDate = new Date(Date.UTC(now.getFullYear() + 1, now.getMonth(), now.getDate()));
  return field;
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-reminder': ReminderElement;
  }
}
