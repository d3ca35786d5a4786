/** Dates are written and compared as text: YYYY-MM-DD days for ours, shorter or "about 2015" for sources. */
import { settings, settingsOf } from './settings.ts';

/** The day the build counts as today: `SOURCE_DATE_EPOCH` (seconds since 1970) where set, else the clock's, in UTC. Throws on a value that is no number. */
export function buildDay(epochSeconds?: string, now: () => number = Date.now): string {
  const { milliseconds } = epochSeconds === undefined ? settings() : settingsOf({ SOURCE_DATE_EPOCH: epochSeconds });
  return new Date(milliseconds ?? now()).toISOString().slice(0, 10);
}

// Made once: they are slow to make, and asked for on every page.
const monthForm = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
const asMonth = new Intl.DateTimeFormat('en-GB', monthForm);
const asDay = new Intl.DateTimeFormat('en-GB', { ...monthForm, day: 'numeric' });

/** "2013-11-12" as "12 November 2013", "2013-11" as "November 2013"; "2013", "about 2015" and "undated" as they are. */
export function spokenDate(date: string): string {
  const match = /^\d{4}-\d{2}(-\d{2})?$/.exec(date);
  if (!match) return date;
  const [, day] = match;
  return (day ? asDay : asMonth).format(new Date(date));
}

/** The latest day a source's date can mean ("2013" → "2013-12-31"), for comparing; undefined for an undated one. */
export function latestDay(date: string): string | undefined {
  const match = /^(?:about )?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!match) return undefined;
  const [, year, month = '12', dayOfMonth = '31'] = match;
  return `${year}-${month}-${dayOfMonth}`;
}

/** The earliest day a source's date can mean ("2013" → "2013-01-01"): what is known only by its year may be as old as that. Undefined for an undated one. */
export function earliestDay(date: string): string | undefined {
  const match = /^(?:about )?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!match) return undefined;
  const [, year, month = '01', dayOfMonth = '01'] = match;
  return `${year}-${month}-${dayOfMonth}`;
}

/** The same day a number of months later; the last of the month where that is shorter. */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, lastOfMonth))).toISOString().slice(0, 10);
}

/** The same day a number of months earlier. */
export const monthsBefore = (day: string, count: number): string => monthsAfter(day, -count);
