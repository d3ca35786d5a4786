import { describe, expect, test } from 'vitest';
import { isStartingArticle, startingArticlesIn } from '../../src/lib/evidence/starting-articles.ts';
import type { Source } from '../../src/lib/written/schema.ts';

const source = (startingArticle?: Source['startingArticle']): Omit<Source, 'id'> => ({
  title: 'x',
  publisher: 'p',
  kind: 'guide',
  date: 'undated',
  read: 'original',
  readOn: '2026-11-22',
  note: 'n',
  startingArticle,
});
const idsIn = (sources: Record<string, Omit<Source, 'id'>>): string[] =>
  startingArticlesIn(new Map(Object.entries(sources).map(([id, fields]) => [id, { ...fields, id }]))).map(({ id }) => id);

describe('the two articles', () => {
  test('are the sources that say so, in their order and not in that of their files', () => {
    expect(idsIn({ later: source('second'), other: source(), original: source('first') })).toEqual(['original', 'later']);
    expect(isStartingArticle(source())).toBe(false);
    expect(isStartingArticle(source('second'))).toBe(true);
  });

  test.each([
    ['one is missing', { original: source('first') }],
    ['two are the first', { original: source('first'), copy: source('first'), later: source('second') }],
  ])('stop the build where %s', (_, sources) => {
    expect(() => idsIn(sources)).toThrow(/evidence\/sources: startingArticle: write "(first|second)" in one source/);
  });
});
