import { describe, expect, test } from 'vitest';
import { buildDay, earliestDay, latestDay, monthsAfter, monthsBefore, spokenDate } from '../../src/lib/dates.ts';

describe('the build’s day', () => {
  test('is SOURCE_DATE_EPOCH where it is set, in UTC', () => {
    expect(buildDay('0')).toBe('1970-01-01');
    expect(buildDay('1795305599')).toBe('2026-11-21');
    expect(buildDay('1795305600')).toBe('2026-11-22');
  });

  test('is the clock’s otherwise', () => {
    expect(buildDay(undefined, () => Date.UTC(2027, 0, 31))).toBe('2027-01-31');
  });

  test('is refused where it is no number', () => {
    expect(() => buildDay('tomorrow')).toThrow(/SOURCE_DATE_EPOCH is "tomorrow"/);
  });
});

test.each([
  ['2013-11-12', '12 November 2013'],
  ['2026-01-02', '2 January 2026'],
  ['2013-11', 'November 2013'],
  ['2013', '2013'],
  ['about 2015', 'about 2015'],
  ['undated', 'undated'],
])('%s is spoken as %s', (date, spoken) => {
  expect(spokenDate(date)).toBe(spoken);
});

test.each([
  ['2013-11-12', '2013-11-12'],
  ['2013-11', '2013-11-31'],
  ['2013', '2013-12-31'],
  ['about 2015', '2015-12-31'],
  ['undated', undefined],
])('%s lies no later than %s', (date, day) => {
  expect(latestDay(date)).toBe(day);
});

test.each([
  ['2013-11-12', '2013-11-12'],
  ['2013-11', '2013-11-01'],
  ['2013', '2013-01-01'],
  ['about 2015', '2015-01-01'],
  ['undated', undefined],
])('%s lies no earlier than %s', (date, day) => {
  expect(earliestDay(date)).toBe(day);
});

test.each([
  ['2026-11-22', 36, '2029-11-22'],
  ['2025-12-31', 2, '2026-02-28'],
])('%s and %i months is %s', (day, count, later) => {
  expect(monthsAfter(day, count)).toBe(later);
});

test.each([
  ['2026-11-22', 36, '2023-11-22'],
  ['2026-01-31', 1, '2025-12-31'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2026-11-22', 11, '2025-12-22'],
])('%s less %i months is %s', (day, count, earlier) => {
  expect(monthsBefore(day, count)).toBe(earlier);
});
