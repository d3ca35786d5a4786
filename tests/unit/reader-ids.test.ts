/** Ids that reader views leave alone, held against the lists of the code behind Firefox's. */
import { Readability } from '@mozilla/readability';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withHeadings } from '../../src/lib/markdown/headings.ts';
import { keptAddress, readerId } from '../../src/lib/markdown/reader-ids.ts';

const { REGEXPS } = Readability.prototype as unknown as { REGEXPS: Record<string, RegExp> };
/** Whatever makes it drop an element, or doubt it, for its id. */
const lists = ['unlikelyCandidates', 'negative', 'shareElements', 'byline'].map((name) => {
  const list = REGEXPS[name];
  if (!list) throw new Error(`Readability has no list "${name}" any more`);
  return list;
});
const isDoubted = (id: string): boolean => lists.some((list) => list.test(id));

const words = lists.flatMap(({ source }) =>
  source
    .split('|')
    .map((word) => word.replaceAll(/[\\^$()]|\\b/g, '').trim())
    .filter((word) => /^[\w-]{3,}$/.test(word)),
);

test.each([...new Set(words)])('a step whose id holds "%s" is no furniture', (word) => {
  for (const id of [word, `step.open-${word}-now`, `${word}s`, `an-${word}-${word}`]) expect(isDoubted(readerId(id)), id).toBe(false);
});

test('of any ids made of words none is doubted, and no two become one', () => {
  const anyId = fc.array(fc.oneof(fc.constantFrom(...words), fc.stringMatching(/^[a-z]{1,4}$/)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(anyId, anyId, (one, other) => {
      const [a, b] = [one.join('-'), other.join('-')];
      expect(isDoubted(readerId(a))).toBe(false);
      expect(readerId(a) === readerId(b)).toBe(a === b);
    }),
  );
});

test('an id without such a word stays as it is, and needs no place beside it', () => {
  expect(readerId('remove-from-list.confirm')).toBe('remove-from-list.confirm');
  expect(keptAddress('remove-from-list.confirm')).toBe('');
  expect(keptAddress('remove-from-list.open-menu')).toBe('<span id="remove-from-list.open-menu"></span>');
});

test('a heading is called by all its words, those of components too', () => {
  const { headings } = withHeadings(
    '<h2 id="press--then-wait">Press <b class="ui">More</b> then <a class="mark" href="#x" aria-label="Evidence: Why?"></a>wait</h2>',
  );
  expect(headings).toEqual([{ depth: 2, slug: 'press--then-wait', text: 'Press More then wait' }]);
});

test('a heading without letters still has an address, and one of its own', () => {
  const { html, headings } = withHeadings('<h2 id="first">First</h2><h2 id="">🙂</h2><h3 class="x" id="-1">???</h3>');
  expect(headings.map(({ slug }) => slug)).toEqual(['first', 'section-2', 'section-3']);
  expect(html).toContain('<h2 id="section-2">🙂</h2><h3 class="x" id="section-3">???</h3>');
});

test('a heading with such a word keeps its address', () => {
  expect(withHeadings('<h2 id="a-menu">A menu</h2>').html).toBe('<h2 id="a-men_u"><span id="a-menu"></span>A menu</h2>');
});
