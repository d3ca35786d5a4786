/** Makes a file for calendars of the dates in a plan, and saves it on the device. Loaded with the press that asks for it. */
import { calendarFile } from '../../browser/calendar.ts';
import { saveFile } from '../../browser/save-file.ts';

/** What is to be done by a day. */
export interface Dated {
  readonly checklist: string;
  readonly title: string;
  readonly path: string;
  /** As YYYY-MM-DD. */
  readonly on: string;
}

export function saveDates(dated: readonly Dated[]): void {
  const entries = dated.map(({ checklist, title, path, on }) => ({
    id: `plan-${checklist}`,
    day: on,
    title,
    text: 'From your plan for a clean-up.',
    address: new URL(path, location.href).href,
  }));
  saveFile('clean-up.ics', calendarFile(entries, new Date()), 'text/calendar');
}
