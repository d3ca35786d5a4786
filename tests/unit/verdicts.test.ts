import { describe, expect, test } from 'vitest';
import type { Claim, Source } from '../../src/lib/written/schema.ts';
import { agreementOf, isDue, leastCertain, newestSource, standingOf } from '../../src/lib/evidence/verdicts.ts';

type Position = Claim['positions'][number];
const position = (source: string, stance: Position['stance']): Position => ({ source, stance, says: 'x', where: 'y' });
const positions = (...stances: Position['stance'][]) => ({
  positions: stances.map((stance, index) => position(`source-${index}`, stance)),
});

describe('agreement', () => {
  test.each([
    [['silent'], 'none'],
    [['yes', 'silent'], 'single'],
    [['yes', 'yes'], 'agree'],
    [['yes', 'partly'], 'agree'],
    [['yes', 'partly', 'no'], 'disagree'],
  ] as const)('of %j is %s', (stances, agreement) => {
    expect(agreementOf(positions(...stances))).toBe(agreement);
  });
});

describe('the standing of a position', () => {
  test.each([
    ['likely', 'no', 'no', 'holds'],
    ['likely', 'no', 'yes', 'does not hold'],
    ['likely', 'no', 'partly', 'holds in part'],
    ['supported', 'yes', 'partly', 'holds in part'],
    ['confirmed', 'partly', 'yes', 'holds in part'],
    ['likely', 'partly', 'no', 'holds in part'],
    ['likely', 'partly', 'partly', 'holds'],
    ['outdated', 'no', 'yes', 'no longer'],
    ['outdated', 'no', 'partly', 'no longer'],
    ['outdated', 'no', 'no', 'holds'],
    ['unknown', 'unknown', 'yes', 'nobody knows'],
    ['contested', 'unknown', 'no', 'nobody knows'],
    ['opinion', 'yes', 'yes', 'opinion'],
    ['likely', 'no', 'silent', 'silent'],
  ] as const)('under "%s" with the answer "%s", a stance of "%s" %s', (verdict, answer, stance, standing) => {
    expect(standingOf({ verdict, answer }, stance)).toBe(standing);
  });
});

test('the newest source is the newest that is dated and speaks', () => {
  const source = (date: string): Source => ({
    id: date,
    title: date,
    publisher: 'p',
    kind: 'guide',
    date,
    read: 'original',
    readOn: '2026-11-22',
    note: 'n',
  });
  const sources = new Map(['2013-11-12', 'about 2015', 'undated', '2026'].map((date, index) => [`source-${index}`, source(date)]));
  expect(newestSource(positions('yes', 'no', 'yes', 'silent'), sources)?.date).toBe('about 2015');
  expect(newestSource(positions('silent'), sources)).toBeUndefined();
});

test('a claim is due after its day, not on it', () => {
  expect(isDue({ recheckBy: '2027-05-22' }, '2027-05-22')).toBe(false);
  expect(isDue({ recheckBy: '2027-05-22' }, '2027-05-23')).toBe(true);
});

test('what rests on several claims is no surer than the least certain of them', () => {
  expect(leastCertain(['confirmed', 'likely', 'supported'])).toBe('likely');
  expect(leastCertain(['outdated', 'supported'])).toBe('outdated');
});
