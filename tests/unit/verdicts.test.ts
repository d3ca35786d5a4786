import { describe, expect, test } from 'vitest';
import type { Claim, Source } from '../../src/lib/written/schema.ts';
import { agreementOf, isDue, leastCertain, newestSource, standingOf, whoSaysWhat } from '../../src/lib/evidence/verdicts.ts';

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

test.each([
  [['no', 'yes', 'no', 'silent', 'no'], '3 say no, 1 says yes'],
  [['partly', 'yes', 'yes'], '2 say yes, 1 says partly'],
  [['yes', 'no'], '1 says yes, 1 says no'],
  [['silent'], 'no source says'],
] as const)('of %j, who says what is: %s', (stances, words) => {
  expect(whoSaysWhat(positions(...stances))).toBe(words);
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

describe('the newest source', () => {
  const source = (date: string, more: Partial<Source> = {}): Source => ({
    id: date,
    title: date,
    publisher: 'p',
    kind: 'guide',
    date,
    read: 'original',
    readOn: '2026-11-22',
    note: 'n',
    ...more,
  });
  const newestOf = (...sources: Source[]): string | undefined =>
    newestSource(positions(...sources.map(() => 'yes' as const)), new Map(sources.map((each, index) => [`source-${index}`, each])))?.date;

  test('is the newest that is dated and speaks', () => {
    const sources = new Map(['2013-11-12', 'about 2015', 'undated', '2026'].map((date, index) => [`source-${index}`, source(date)]));
    expect(newestSource(positions('yes', 'no', 'yes', 'silent'), sources)?.date).toBe('about 2015');
    expect(newestSource(positions('silent'), sources)).toBeUndefined();
  });

  test('carries weight: it is neither light nor one of the two articles', () => {
    expect(newestOf(source('2013'), source('2026', { light: true }), source('2023', { startingArticle: 'second' }))).toBe('2013');
    expect(newestOf(source('2026', { light: true }))).toBeUndefined();
  });

  test('is one that can be opened, before one that is merely newer', () => {
    expect(newestOf(source('2026'), source('2013', { url: 'https://example.org/' }), source('2012', { url: 'https://example.org/' }))).toBe(
      '2013',
    );
  });
});

test('a claim is due after its day, not on it', () => {
  expect(isDue({ recheckBy: '2027-05-22' }, '2027-05-22')).toBe(false);
  expect(isDue({ recheckBy: '2027-05-22' }, '2027-05-23')).toBe(true);
});

test('what rests on several claims is no surer than the least certain of them', () => {
  expect(leastCertain(['confirmed', 'likely', 'supported'])).toBe('likely');
  expect(leastCertain(['outdated', 'supported'])).toBe('outdated');
});
