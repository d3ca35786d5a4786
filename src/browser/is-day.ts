/** Whether the calendar has the day, which is written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  // A day that is none may be moved into the next month.
  return /^\d{4}-\d\d-\d\d$/.test(text) && !text.startsWith('0000') && !isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
