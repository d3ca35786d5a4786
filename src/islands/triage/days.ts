/** What is known of days beyond their order: which there are, and how far apart. */
import type { PlainDate } from './plain-date.ts';

/** Days since 1970, where months and days may be too large, as in a Date. */
const numberOf = (day: PlainDate): number => Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100) / 86_400_000;

/** In days; below 0 where `to` is the earlier one. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => numberOf(to) - numberOf(from);

/** Whether the calendar has it. No file of ours holds one before LinkedIn, or of another century. */
export function isDay(found: unknown): found is PlainDate {
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 20_030_101 || found > 21_001_231) return false;
  const month = Math.floor(found / 100) % 100;
  // One that is none is moved into another month.
  return new Date(numberOf(found) * 86_400_000).getUTCMonth() + 1 === month;
}
