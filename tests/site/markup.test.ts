import { NodeType, type HTMLElement } from 'node-html-parser';
import { expect, test } from 'vitest';
import { pages } from '../support/built-site.ts';
import { faultsOfHtml } from '../support/valid-html.ts';

test.each(pages)('$path is valid HTML', async ({ html }) => {
  expect(await faultsOfHtml(html)).toEqual([]);
});

test.each(pages)('$path uses each id once', ({ document }) => {
  const ids = document.querySelectorAll('[id]').map((element) => element.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

/** A mark hangs on the last word of its sentence, so that no line begins with one. */
const hangs = 'mark';

/** Whether a word or a stop stands right before it, as where a line of markup begins with it. */
function isGlued(element: HTMLElement): boolean {
  const { childNodes = [] } = element.parentNode ?? {};
  const before = childNodes[childNodes.indexOf(element) - 1];
  return before?.nodeType === NodeType.TEXT_NODE && /[\p{L}\p{N},;:.?!]$/u.test(before.rawText);
}

test.each(pages)('$path has room between a word and what is marked behind it', ({ document }) => {
  const glued = document
    .querySelectorAll('main :is(a, b, strong, em)')
    .filter((element) => !element.classList.contains(hangs) && isGlued(element));
  expect(glued.map(({ outerHTML }) => outerHTML.slice(0, 80))).toEqual([]);
});

test.each(pages)('$path has one first heading, and none skips a level', ({ document }) => {
  const levels = document.querySelectorAll('h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.tagName.slice(1)));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
  expect(skips).toEqual([]);
  expect(levels[0]).toBe(1);
});

test.each(pages)('$path has landmarks and a way past the header', ({ document }) => {
  expect(document.querySelectorAll('main#main')).toHaveLength(1);
  expect(document.querySelector('body > a')?.getAttribute('href')).toBe('#main');
  const navigations = document.querySelectorAll('nav');
  const names = navigations.map((nav) => nav.getAttribute('aria-label') ?? nav.getAttribute('aria-labelledby'));
  expect(names.every(Boolean)).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});

test.each(pages)('$path says that it is independent of LinkedIn', ({ document }) => {
  expect(document.querySelector('footer')?.textContent).toContain('independent of LinkedIn');
});
