/**
 * Files that calendars take in (iCalendar, RFC 5545): whole days, each with a notice at nine in the morning. A whole day is the same in every time zone. No clock
 * and no page of its own.
 */

import { isDay } from './is-day.ts';

export interface CalendarEntry {
  /** Its name, for good: a calendar that takes the file in once more changes the entry, and gets no second one. */
  readonly id: string;
  /** YYYY-MM-DD, from the year 1 to 9999. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
  /** Whole, for who wants to read on. */
  readonly address?: string;
  readonly isYearly?: boolean;
}

const encoder = new TextEncoder();
/** Bytes in a line, its end left out. */
const longest = 75;

/** A line that is too long goes on in the next, behind a blank. */
function folded(line: string): string {
  let lines = '';
  let room = longest;
  // By whole letters: no calendar would put two halves together.
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (bytes > room) {
      lines += '\r\n ';
      room = longest - 1;
    }
    lines += letter;
    room -= bytes;
  }
  return lines;
}

/** Signs that have a meaning of their own, and such as no calendar takes, in a text. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** Each year there is a last day of February, and a 29th only in some: there the entry would not be seen for four years. */
const yearly = (day: string): string => `RRULE:FREQ=YEARLY${day.endsWith('-02-29') ? ';BYMONTH=2;BYMONTHDAY=-1' : ''}`;

function linesOf({ id, day, title, text, address, isYearly }: CalendarEntry, stamp: string): string[] {
  if (!isDay(day)) throw new RangeError(`${day} is no day`);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@loose-ties`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    ...(isYearly ? [yearly(day)] : []),
    `SUMMARY:${escaped(title)}`,
    // Some calendars show no address but one in the text.
    `DESCRIPTION:${escaped(address ? `${text}\n\n${address}` : text)}`,
    ...(address ? [`URL:${new URL(address).href}`] : []),
    // It takes none of the day's time.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    // Hours after the day begins, wherever somebody is.
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** The file's text. Throws a RangeError at a day that is none, and a TypeError at an address that is none. */
export function calendarFile(entries: readonly CalendarEntry[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Loose Ties//EN',
    ...entries.flatMap((entry) => linesOf(entry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
