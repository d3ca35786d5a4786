/** Files for calendars, as two other programs read them. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { sync as nodeIcal, type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { calendarFile, type CalendarEntry } from '../../src/browser/calendar.ts';
import { isDay } from '../../src/browser/is-day.ts';

const now = new Date('2026-11-27T21:30:05.123Z');
const entry: CalendarEntry = { id: 'one', day: '2027-03-14', title: 'Look again', text: 'Two lines,\nand a half; no more.' };

const eventsIn = (file: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

function eventIn(file: string): ICAL.Event {
  const [event, ...others] = eventsIn(file);
  if (!event || others.length > 0) throw new Error('one event is expected');
  return event;
}

/** As a program reads it that takes no notice of a wrong line. */
function looselyRead(file: string): VEvent {
  const found = Object.values(nodeIcal.parseICS(file)).find((component) => component?.type === 'VEVENT');
  if (found?.type !== 'VEVENT') throw new Error('an event is expected');
  return found;
}

/** The first days on which an entry comes. */
function days(file: string, count: number): string[] {
  const iterator = eventIn(file).iterator();
  return Array.from({ length: count }, () => iterator.next().toString());
}

test('an entry is a whole day with its words, an address, and a notice at nine', () => {
  const file = calendarFile([{ ...entry, address: 'https://example.org/checklists/x/?a=1;b=2,3' }], now);
  const event = eventIn(file);
  expect(event.summary).toBe('Look again');
  expect(event.description).toBe('Two lines,\nand a half; no more.\n\nhttps://example.org/checklists/x/?a=1;b=2,3');
  expect(event.startDate.isDate).toBe(true);
  expect(event.startDate.toString()).toBe('2027-03-14');
  expect(event.duration.toSeconds()).toBe(86_400);
  expect(event.isRecurring()).toBe(false);
  expect(event.component.getFirstPropertyValue('url')).toBe('https://example.org/checklists/x/?a=1;b=2,3');
  expect(String(event.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-27T21:30:05Z');
  const alarm = event.component.getFirstSubcomponent('valarm');
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('PT9H');
  const other = looselyRead(file);
  expect(other.summary).toBe('Look again');
  expect(other.description).toContain('Two lines,\nand a half; no more.');
  expect(other.datetype).toBe('date');
});

test('signs with a meaning of their own are escaped, which these two programs would not miss', () => {
  expect(calendarFile([{ ...entry, title: 'a\\b' }], now)).toContain(
    'SUMMARY:a\\\\b\r\nDESCRIPTION:Two lines\\,\\nand a half\\; no more.\r\n',
  );
});

test('it is on the same day wherever somebody is', () => {
  const zone = process.env['TZ'];
  try {
    for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London']) {
      process.env['TZ'] = place;
      const { start } = looselyRead(calendarFile([entry], now));
      expect([start.getFullYear(), start.getMonth() + 1, start.getDate()], place).toEqual([2027, 3, 14]);
      // What is bound to no zone is not moved by any.
      expect(eventIn(calendarFile([entry], now)).startDate.zone.toString(), place).toBe('floating');
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('what comes once a year comes on that day', () => {
  expect(days(calendarFile([{ ...entry, isYearly: true }], now), 3)).toEqual(['2027-03-14', '2028-03-14', '2029-03-14']);
});

test('what begins on 29 February comes each year, on the last day of that month', () => {
  const file = calendarFile([{ ...entry, day: '2028-02-29', isYearly: true }], now);
  expect(days(file, 5)).toEqual(['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
  const rule = looselyRead(file).rrule;
  expect(rule?.all((_, index) => index < 2).map((day) => day.getUTCDate())).toEqual([29, 28]);
});

test('days far off are days too', () => {
  for (const [year, month, day] of [
    ['1970', '01', '01'],
    ['2400', '02', '29'],
    ['2999', '12', '31'],
  ] as const) {
    const { startDate } = eventIn(calendarFile([{ ...entry, day: `${year}-${month}-${day}` }], now));
    expect([startDate.year, startDate.month, startDate.day]).toEqual([year, month, day].map(Number));
  }
});

test.each([
  '2027-02-29',
  '2027-13-01',
  '2027-00-10',
  '27-01-01',
  '0026-12-05',
  '3000-01-01',
  '+010000-01-01',
  '2027-1-1',
  '',
  '2027-03-14T00:00',
])('%j is no day, and gives no file', (day) => {
  expect(isDay(day)).toBe(false);
  expect(() => calendarFile([{ ...entry, day }], now)).toThrow(RangeError);
});

test('several entries stand in one file, each with a name of its own', () => {
  const file = calendarFile([entry, { ...entry, id: 'two', day: '2027-03-21' }], now);
  expect(eventsIn(file).map(({ uid, startDate }) => [uid, startDate.toString()])).toEqual([
    ['one@loose-ties', '2027-03-14'],
    ['two@loose-ties', '2027-03-21'],
  ]);
  expect(file.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
});

describe('whatever the words are', () => {
  const words = fc.string({ unit: 'binary', maxLength: 300, size: 'max' });

  test('they come out as they went in, but for signs that nobody sees', () => {
    fc.assert(
      fc.property(words, words, (title, text) => {
        const seen = (given: string): string =>
          given
            .replace(/\r\n?/g, '\n')
            .replace(/[\p{Cc}]/gu, (sign) => (/[\n\t\u0080-\u009f]/.test(sign) ? sign : ''))
            .toWellFormed();
        const event = eventIn(new TextDecoder().decode(new TextEncoder().encode(calendarFile([{ ...entry, title, text }], now))));
        expect(event.summary).toBe(seen(title));
        expect(event.description).toBe(seen(text));
      }),
    );
  });

  test('no line has more than 75 bytes, all end as they should, and no letter is cut in two', () => {
    fc.assert(
      fc.property(words, words, (title, text) => {
        const file = calendarFile([{ ...entry, title, text }], now);
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of file.split('\r\n')) {
          expect(line).not.toMatch(/[\r\n]/);
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          if (title.isWellFormed() && text.isWellFormed()) expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('they begin nothing of their own', () => {
    const file = calendarFile([{ ...entry, title: 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:x', text: 'b\u2028c' }], now);
    expect(eventsIn(file)).toHaveLength(1);
  });
});
