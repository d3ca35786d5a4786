/** A day as the archive means it, without a time or a time zone: year × 10,000 + month × 100 + day, so that days compare as numbers. 0: not known. */
export type PlainDate = number;

export const UNKNOWN_DAY: PlainDate = 0;

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** How the names of months begin in English, German, French, Spanish, Italian, Portuguese and Dutch, without accents. */
const monthStarts =
  'jan ene gen,feb fev,mar mae maa mrz mrt,apr avr abr,mai may mag mei,jun juin giu,jul juil lug,aug aou ago,sep set,oct okt ott out,nov,dec dez dic';

const monthOf = new Map(monthStarts.split(',').flatMap((starts, month) => starts.split(' ').map((start) => [start, month + 1] as const)));

function monthNamed(name: string): number {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return monthOf.get(plain.slice(0, 4)) ?? monthOf.get(plain.slice(0, 3)) ?? 0;
}

/** The years in which somebody can have connected: LinkedIn opened in 2003. */
const [firstYear, lastYear] = [2003, 2100];

function dayThatExists(year: number, month: number, day: number): PlainDate {
  const full = year < 100 ? year + 2000 : year;
  const daysInMonth = new Date(Date.UTC(full, month, 0)).getUTCDate();
  const exists = full >= firstYear && full <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth;
  return exists ? full * 10_000 + month * 100 + day : UNKNOWN_DAY;
}

const time = /[\sT,]+\d{1,2}[:.]\d{2}.*$/;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const inNumbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const inWords = /^(\d{1,2})(?:st|nd|rd|th|er|[.º°])?[\s-]*(?:de\s)?\s*(\p{L}{3,12})\.?,?[\s-]*(?:del?\s)?\s*(\d{4}|\d{2})$/iu;
const monthFirst = /^(\p{L}{3,12})\.?\s+(\d{1,2}),?\s+(\d{4})$/u;

/** A day in any of the forms that LinkedIn or a spreadsheet writes, with or without a time; `dayFirst`: what 3/4/2020 means. 0 where it can't be read. */
export function parseDay(text: string, dayFirst = false): PlainDate {
  // No day is that long, and looking through a whole message for one would take minutes.
  if (text.length > 60) return UNKNOWN_DAY;
  const date = text.normalize('NFC').trim().replace(time, '');
  const found = (pattern: RegExp): string[] | undefined => pattern.exec(date)?.slice(1);
  let parts = found(inWords);
  if (parts) return dayThatExists(Number(parts[2]), monthNamed(parts[1] ?? ''), Number(parts[0]));
  if ((parts = found(yearFirst))) return dayThatExists(Number(parts[0]), Number(parts[1]), Number(parts[2]));
  if ((parts = found(monthFirst))) return dayThatExists(Number(parts[2]), monthNamed(parts[0] ?? ''), Number(parts[1]));
  if (!(parts = found(inNumbers))) return UNKNOWN_DAY;
  const [one, other, year] = [Number(parts[0]), Number(parts[2]), Number(parts[3])];
  // Full stops are for countries that say the day first. Where there is no such month, it is the day.
  const isDayFirst = other > 12 ? false : one > 12 || dayFirst || parts[1] === '.';
  return isDayFirst ? dayThatExists(year, other, one) : dayThatExists(year, one, other);
}

/** What 3/4/2020 means in this column: `unsure` where no day of it tells. LinkedIn itself writes the month first. */
export function dayOrder(column: readonly string[]): { readonly dayFirst: boolean; readonly unsure: boolean } {
  let [dayFirst, monthFirstRows, either] = [0, 0, 0];
  for (const text of column) {
    const parts = inNumbers.exec(text.trim().replace(time, ''));
    if (!parts || parts[2] === '.') continue;
    const [one, other] = [Number(parts[1]), Number(parts[3])];
    if (one > 12) dayFirst += 1;
    else if (other > 12) monthFirstRows += 1;
    else if (one !== other) either += 1;
  }
  return { dayFirst: dayFirst > monthFirstRows, unsure: dayFirst === monthFirstRows && either > 0 };
}

/** "6 January 2024". */
export function sayDay(day: PlainDate): string {
  return day ? `${day % 100} ${monthNames[(Math.trunc(day / 100) % 100) - 1] ?? ''} ${Math.trunc(day / 10_000)}` : 'day not known';
}

/** "2024-01-06", or nothing where it is not known. */
export function isoDay(day: PlainDate): string {
  return day ? String(day).replace(/(..)(..)$/, '-$1-$2') : '';
}
