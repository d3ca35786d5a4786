/** A day as one says it of what was done: "today", "yesterday", "on 3 March". `time` in milliseconds, as `Date.now()` counts them. */
export function nameOfDay(time: number): string {
  const day = new Date(time);
  const now = new Date();
  const isToday = day.toDateString() === now.toDateString();
  now.setDate(now.getDate() - 1);
  if (isToday || day.toDateString() === now.toDateString()) return isToday ? 'today' : 'yesterday';
  return `on ${day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}`;
}
