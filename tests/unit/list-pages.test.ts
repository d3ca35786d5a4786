/** How lists that grow are cut, so that no page grows with them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { around, inPages, numbered, numbersAround, pathOfPage } from '../../src/lib/site/list-pages.ts';

const shelf = (id: string, ...items: number[]) => ({ id, title: id, items });
const bound = { whole: 4, part: 3 };

describe('a list', () => {
  test('stands on one page while it is short, without its empty shelves', () => {
    expect(inPages([shelf('a', 1, 2), shelf('b'), shelf('c', 3, 4)], bound)).toEqual([[shelf('a', 1, 2), shelf('c', 3, 4)]]);
    expect(inPages([], bound)).toEqual([[]]);
  });

  test('goes on over pages once it is long, and so may each of its shelves', () => {
    expect(inPages([shelf('a', 1, 2), shelf('b', 3, 4, 5, 6, 7)], bound)).toEqual([
      [shelf('a', 1, 2), shelf('b', 3)],
      [shelf('b', 4, 5, 6)],
      [shelf('b', 7)],
    ]);
  });

  test('has everything once, in its order, and no page with more than its part, whatever the length', () => {
    const shelves = fc.array(fc.array(fc.integer(), { maxLength: 12 }), { maxLength: 6 });
    fc.assert(
      fc.property(shelves, (some) => {
        const pages = inPages(
          some.map((items, at) => shelf(String(at), ...items)),
          bound,
        );
        const flat = pages.map((page) => page.flatMap(({ items }) => items));
        expect(flat.flat()).toEqual(some.flat());
        expect(pages.flat().every(({ items }) => items.length > 0)).toBe(true);
        if (some.flat().length > bound.whole) expect(Math.max(...flat.map(({ length }) => length))).toBeLessThanOrEqual(bound.part);
        else expect(pages).toHaveLength(1);
        expect(flat.slice(0, -1).every(({ length }) => length === bound.part)).toBe(true);
      }),
    );
  });

  test('keeps its address for its first page, and says which page another is', () => {
    expect([1, 2, 12].map((page) => pathOfPage('/tips/', page))).toEqual(['/tips/', '/tips/2/', '/tips/12/']);
    expect(numbered('Tips', { page: 1, count: 3 })).toBe('Tips');
    expect(numbered('One idea each.', { page: 2, count: 3 })).toBe('One idea each (page 2 of 3)');
  });
});

describe('around a place', () => {
  test.each([
    ['all is shown of a short row', 4, 2, [0, 1, 2, 3]],
    ['its neighbours of a long one', 9, 4, [3, 4, 5]],
    ['as many at the beginning', 9, 0, [0, 1, 2]],
    ['and at the end', 9, 8, [6, 7, 8]],
  ])('%s', (_, count, place, shown) => {
    expect(around([...Array(count).keys()], place, bound)).toEqual(shown);
  });

  test('it is always among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 200 }), fc.nat(), (count, any) => {
        const shown = around([...Array(count).keys()], any % count, bound);
        expect(shown).toHaveLength(bound.part);
        expect(shown).toContain(any % count);
      }),
    );
  });
});

test('of many pages the first, the last and those near are offered, and never more than nine places', () => {
  expect(numbersAround(1, 1)).toEqual([1]);
  expect(numbersAround(2, 4)).toEqual([1, 2, 3, 4]);
  expect(numbersAround(1, 50)).toEqual([1, 2, 3, undefined, 50]);
  expect(numbersAround(25, 50)).toEqual([1, undefined, 23, 24, 25, 26, 27, undefined, 50]);
  for (let page = 1; page <= 50; page += 1) expect(numbersAround(page, 50).length).toBeLessThanOrEqual(9);
});
