/** The claims there must be, at the least, with the positions of the two articles: the table of the page on evidence, as data. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agreementOf, standingOf } from '../../src/lib/evidence/verdicts.ts';
import { writtenContent } from '../support/written-content.ts';

const linesOf = (file: string): string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));

/** What an article may say in the table, and the stances that the claim may then have it take. */
const accepted: ReadonlyMap<string, readonly (string | undefined)[]> = new Map([
  ['yes', ['yes']],
  ['no', ['no']],
  ['partly', ['partly']],
  ['silent', ['silent']],
  ['nothing', [undefined, 'silent']],
]);

const table = linesOf('claim-table.tsv').map((line) => {
  const [topic = '', claim = '', ...articles] = line.split('\t');
  const [first, second, ...rest] = articles.map((said) => accepted.get(said));
  if (!first || !second || rest.length > 0) throw new Error(`claim-table.tsv: this line has something else than it should: ${line}`);
  return { topic, claim, first, second };
});

const { claims } = writtenContent;
const claimAt = (id: string) => {
  const claim = claims.get(id);
  if (!claim) throw new Error(`There is no claim "${id}"`);
  return claim;
};
const stanceIn = (id: string, source: string) => claimAt(id).positions.find((position) => position.source === source)?.stance;

test('there are enough claims, and the table asks for each once', () => {
  expect(claims.size).toBeGreaterThanOrEqual(45);
  expect(new Set(table.map(({ claim }) => claim)).size).toBe(table.length);
  expect(table.length).toBeGreaterThanOrEqual(45);
});

test.each(table)('$topic: the claim "$claim" has the positions of both articles', ({ claim, first, second }) => {
  expect(first).toContain(stanceIn(claim, 'article-step-by-step'));
  expect(second).toContain(stanceIn(claim, 'article-2023'));
});

test('no article takes a position that the table does not know of', () => {
  const known = new Set(table.map(({ claim }) => claim));
  const beyond = [...claims].filter(
    ([id, { positions }]) => !known.has(id) && positions.some(({ source, stance }) => source.startsWith('article-') && stance !== 'silent'),
  );
  // B: "quality of your network over quantity" belongs to the row on pruning.
  expect(beyond.map(([id]) => id).sort()).toEqual(['quality-over-quantity']);
});

describe('whether the removed person is told', () => {
  const notified = claimAt('notified');

  test('is a disagreement, computed, and the article that says yes does not hold', () => {
    expect(agreementOf(notified)).toBe('disagree');
    expect(standingOf(notified, stanceIn('notified', 'article-step-by-step') ?? 'silent')).toBe('does not hold');
    expect(standingOf(notified, stanceIn('notified', 'article-2023') ?? 'silent')).toBe('holds');
  });

  test('is no surer than "supported"', () => {
    expect(notified.verdict).toBe('supported');
  });
});

test.each(linesOf('not-confirmed.txt'))('the claim "%s" is not called confirmed', (id) => {
  expect(claimAt(id).verdict).not.toBe('confirmed');
});

test('enough claims say what no text may say', () => {
  const guarded = [...claims.values()].filter(({ neverSay }) => neverSay.length > 0);
  expect(guarded.length).toBeGreaterThanOrEqual(25);
});
