/** The pages that stand for all where it would take too long to try every page: none is forgotten when pages of a new kind are added. */
import { describe, expect, test } from 'vitest';
import { pages } from '../support/built-site.ts';
import { kindOrPathOf, pagesOfEachKind, partsOf, representativesOf } from '../support/page-kinds.ts';

describe('the pages that stand for all', () => {
  test('are one of each kind at the least', () => {
    expect(new Set(pagesOfEachKind.map(kindOrPathOf))).toEqual(new Set(pages.map(kindOrPathOf)));
    expect(pagesOfEachKind.map(kindOrPathOf)).toEqual(
      expect.arrayContaining([
        'guide',
        'checklist',
        'tool',
        'evidence',
        'tips',
        'questions',
        '/',
        '/about/',
        '/checklists/',
        '/search/',
        '/404.html',
      ]),
    );
  });

  test('hold together everything a page is made of', () => {
    const held = new Set(pagesOfEachKind.flatMap(({ html }) => [...partsOf(html)]));
    for (const { path, html } of pages) expect(partsOf(html).difference(held), path).toEqual(new Set());
  });

  test('are few', () => {
    expect(pagesOfEachKind.length).toBeLessThan(pages.length / 2);
  });
});

test('a page is made of its elements, their classes and its components', () => {
  expect(partsOf('<main class="sheet wide" data-astro-cid-ab12><lt-note>a < b</lt-note></main>')).toEqual(
    new Set(['main', '.sheet', '.wide', 'data-astro-cid-ab12', 'lt-note']),
  );
});

test('of a kind, the page is chosen that is made of most, and one more for what only another has', () => {
  const page = (path: string, kind: string, ...parts: string[]) => ({ path, kind, parts: new Set(parts) });
  const all = [
    page('/a/', 'tips', 'p'),
    page('/b/', 'guide', 'p'),
    page('/c/', 'guide', 'p', 'ol', 'li'),
    page('/d/', 'guide', 'p', 'table'),
  ];
  expect(representativesOf(all).map(({ path }) => path)).toEqual(['/a/', '/c/', '/d/']);
});
