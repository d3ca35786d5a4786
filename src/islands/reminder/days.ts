/** Days as a field for dates writes them: YYYY-MM-DD. */

/** The day it is where the device is. */
export function dayOf(moment: Date): string {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((number) => String(number).padStart(2, '0'));
  return [String(moment.getFullYear()).padStart(4, '0'), month, day].join('-');
}

/** The same day a year later, or the last of February. */
export const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`;
