/** Makes the file of the yearly reminder, and saves it on the device. */
import { calendarFile } from '../../browser/calendar.ts';
import { isDay } from '../../browser/is-day.ts';
import { requireAttribute, requirePart } from '../../browser/island.ts';
import { saveFile } from '../../browser/save-file.ts';

/** `reminder` says what is to be done, and where; `field` holds the day; in `status` it is told what became of it. */
export function saveReminder(reminder: HTMLElement, field: HTMLInputElement, status: HTMLElement): void {
  const day = field.value;
  if (!isDay(day)) {
    status.textContent = 'Choose a day first: year, month and day.';
    field.focus();
    return;
  }
  const [title, text] = [requireAttribute(reminder, 'data-title'), requireAttribute(reminder, 'data-text')];
  const address = new URL(requireAttribute(reminder, 'data-page'), document.baseURI).href;
  const [name = ''] = /[^/]+$/.exec(requirePart(reminder, 'a', HTMLAnchorElement).pathname) ?? [];
  saveFile(name, calendarFile([{ id: 'yearly-review', day, title, text, address, isYearly: true }], new Date()), 'text/calendar');
  status.textContent = 'The file is saved. Open it, and your calendar offers to add the reminder.';
}
