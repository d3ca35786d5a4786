import { expect, test } from 'vitest';
import { sentencePlaceholder, withWaysBack } from '../../src/lib/markdown/ways-back.ts';

const mark = (claim: string, more = ''): string => `<a class="mark"${more} href="#rests-on.${claim}" data-verdict="likely"></a>`;
const back = (href: string): string => ` <a href="${href}">Back</a>`;

test('the first mark of each claim gets a place, and its entry leads back to it', () => {
  expect(
    withWaysBack(mark('told') + mark('list') + mark('told') + back(sentencePlaceholder('list')) + back(sentencePlaceholder('told'))),
  ).toBe(mark('told', ' id="m.1"') + mark('list', ' id="m.2"') + mark('told') + back('#m.2') + back('#m.1'));
});

test('where a claim has no mark of its own, nothing leads back', () => {
  expect(withWaysBack(`${mark('told')}<p>All sources${back(sentencePlaceholder('list'))}</p>`)).toBe(
    `${mark('told', ' id="m.1"')}<p>All sources</p>`,
  );
});

test('a page without marks stays as it is', () => {
  expect(withWaysBack('<a href="#main">Back</a>')).toBe('<a href="#main">Back</a>');
});
