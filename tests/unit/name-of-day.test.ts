/** Days as the site says them, of what was done and of what is due. */
import { describe, expect, test } from 'vitest';
import { nameOfDay } from '../../src/browser/name-of-day.ts';
import { dueInWords } from '../../src/islands/under-way/due-in-words.ts';

describe('a day on which something was done', () => {
  test.for([
    ['2026-03-03T00:00', '2026-03-03T23:59', 'today'],
    ['2026-03-02T00:00', '2026-03-03T23:59', 'yesterday'],
    ['2025-12-31T23:59', '2026-01-01T00:00', 'yesterday'],
    ['2026-03-01T12:00', '2026-03-03T12:00', 'on 1 March'],
    ['2025-03-03T12:00', '2026-03-03T12:00', 'on 3 March 2025'],
    ['2025-12-30T12:00', '2026-01-01T12:00', 'on 30 December 2025'],
    // A clock that was wrong.
    ['2031-03-03T12:00', '2026-03-03T12:00', 'on 3 March 2031'],
  ] as const)('%s, said at %s: %s', ([day, now, words]) => {
    expect(nameOfDay(Date.parse(day), new Date(now))).toBe(words);
  });

  test('is said of this moment where nothing else is asked', () => {
    expect(nameOfDay(Date.now())).toBe('today');
  });
});

describe('a day by which something is due', () => {
  test.for([
    ['2026-12-05', '2026-11-27T12:00', 'by 5 December'],
    ['2026-12-05', '2026-12-05T00:00', 'due today'],
    ['2026-12-05', '2026-12-05T23:59', 'due today'],
    ['2026-12-05', '2026-12-06T00:00', 'was due yesterday'],
    ['2026-12-05', '2026-12-07T00:00', 'was due by 5 December'],
    ['2025-12-05', '2026-11-27T12:00', 'was due by 5 December 2025'],
    ['2027-01-05', '2026-11-27T12:00', 'by 5 January 2027'],
  ] as const)('%s, said at %s: %s', ([day, now, words]) => {
    expect(dueInWords(day, new Date(now))).toBe(words);
  });
});
