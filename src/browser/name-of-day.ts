/** A day as one says it of what was done: "today", "yesterday", "on 3 March", "on 3 March 2025" in another year. `time` in milliseconds, as `Date.now()` counts them. */
export function nameOfDay(time: number, now = new Date()): string {
  const day = new Date(time);
  const dayAfter = new Date(time);
  dayAfter.setDate(dayAfter.getDate() + 1);
  if (day.toDateString() === now.toDateString()) return 'today';
  if (dayAfter.toDateString() === now.toDateString()) return 'yesterday';
  return `on ${day.toLocaleDateString('en-GB', { dateStyle: 'long' }).replace(` ${now.getFullYear()}`, '')}`;
}
