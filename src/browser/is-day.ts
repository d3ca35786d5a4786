/** The first and the last day that is taken for one: what lies outside was not meant, as year 26 in a field. */
export const [firstDay, lastDay] = ['1970-01-01', '2999-12-31'] as const;

/** Whether the calendar has the day, which is written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  // A day that is none may be moved into the next month.
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && text >= firstDay && text <= lastDay && !isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}
