/** The day by which something is planned, as one says it. No page of its own, so everything here runs in Node. */
import { nameOfDay } from '../../browser/name-of-day.ts';

/** "by 5 December", "due today", "was due yesterday", "was due by 5 December". `on` as YYYY-MM-DD. */
export function dueInWords(on: string, now = new Date()): string {
  const day = new Date(`${on}T00:00`);
  const words = nameOfDay(day.getTime(), now).replace(/^on/, 'by');
  if (words === 'today') return 'due today';
  return day < now ? `was due ${words}` : words;
}
