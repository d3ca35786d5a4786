import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOrder, isoDay, parseDay, sayDay } from '../../src/islands/triage/plain-date.ts';

describe('a day', () => {
  test.each([
    ['06 Jan 2024', 20240106],
    ['6 Jan 2024', 20240106],
    ['01 September 2024', 20240901],
    ['3/9/18, 4:05 PM', 20180309],
    ['11/27/23, 08:15 PM', 20231127],
    ['06-Jan-24', 20240106],
    ['6-Jan-24', 20240106],
    ['06-feb-19', 20190206],
    ['2024-01-15', 20240115],
    ['2016/04/09 22:09:20 UTC', 20160409],
    ['2022-10-15 13:07:54 UTC', 20221015],
    ['2024-01-15T10:00:00Z', 20240115],
    ['10/15/2023', 20231015],
    ['15/10/2023', 20231015],
    ['06.01.2024', 20240106],
    ['January 6, 2024', 20240106],
    ['Jan 6, 2024', 20240106],
    ['6. März 2024', 20240306],
    ['06 Mrz 2024', 20240306],
    ['6 févr. 2024', 20240206],
    ['1er août 2024', 20240801],
    ['6 juin 2024', 20240606],
    ['6 juil. 2024', 20240706],
    ['6 de enero de 2024', 20240106],
    ['06 sept. 2024', 20240906],
    ['6 gennaio 2024', 20240106],
    ['6 giu 2024', 20240606],
    ['6 lug 2024', 20240706],
    ['6 de outubro de 2024', 20241006],
    ['6 dez. 2024', 20241206],
    ['6 mrt. 2024', 20240306],
    ['6 mei 2024', 20240506],
    [' 29 Feb 2024 ', 20240229],
  ])('is read as %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  test.each([
    '',
    'yesterday',
    '31 Feb 2024',
    '29 Feb 2023',
    '0 Jan 2024',
    '32 Jan 2024',
    '13/13/2024',
    '2024-13-01',
    '06 Jan 1999',
    '06 Jan 2101',
    '06 Xyz 2024',
    '06 Jan 202',
    '1/2/3',
    '45000',
    '06 Jan 2024 and more',
    `06 Jan 2024${' '.repeat(200_000)}10:00`,
  ])('is not known where it says "%s"', (text) => {
    expect(parseDay(text)).toBe(0);
  });

  test('is said, and written for programs', () => {
    expect([sayDay(20240106), sayDay(20091231), sayDay(0)]).toEqual(['6 January 2024', '31 December 2009', 'day not known']);
    expect([isoDay(20240106), isoDay(20091231), isoDay(0)]).toEqual(['2024-01-06', '2009-12-31', '']);
  });

  const day = fc.record({
    year: fc.integer({ min: 2003, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  });
  const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

  test('is read in every language and both lengths of its months', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...languages),
        fc.constantFrom('long' as const, 'short' as const),
        ({ year, month, date }, language, length) => {
          const name = new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' }).format(Date.UTC(year, month - 1, date));
          for (const text of [
            `${date} ${name} ${year}`,
            `${date}-${name.replace('.', '')}-${String(year).slice(2)}`,
            `${date}. ${name} ${year}`,
          ]) {
            expect([text, parseDay(text)]).toEqual([text, year * 10_000 + month * 100 + date]);
          }
        },
      ),
    );
  });

  test('is the same, written by itself and read again', () => {
    fc.assert(
      fc.property(day, ({ year, month, date }) => {
        const known = year * 10_000 + month * 100 + date;
        expect([parseDay(isoDay(known)), parseDay(sayDay(known))]).toEqual([known, known]);
      }),
    );
  });

  test('exists, whatever is read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/. ]\w{1,3}[-/. ]\d{1,4}$/)), fc.boolean(), (text, dayFirst) => {
        const read = parseDay(text, dayFirst);
        if (read === 0) return;
        const asDate = new Date(`${isoDay(read)}T00:00:00Z`);
        expect(asDate.toISOString().slice(0, 10)).toBe(isoDay(read));
      }),
    );
  });
});

describe('what comes first in 3/4/2020', () => {
  test.each([
    [['3/4/2020', '13/4/2020'], { dayFirst: true, unsure: false }],
    [['3/4/2020', '4/13/2020, 4:05 PM'], { dayFirst: false, unsure: false }],
    [['3/4/2020', '5/6/2020'], { dayFirst: false, unsure: true }],
    [['3/3/2020', ''], { dayFirst: false, unsure: false }],
    [['06 Jan 2024', '3.4.2020'], { dayFirst: false, unsure: false }],
    [[], { dayFirst: false, unsure: false }],
  ])('is told by the column %j', (column, order) => {
    expect(dayOrder(column)).toEqual(order);
  });

  test('decides', () => {
    expect([parseDay('3/4/2020', true), parseDay('3/4/2020'), parseDay('3.4.2020')]).toEqual([20200403, 20200304, 20200403]);
  });
});
