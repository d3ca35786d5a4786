/** Below a base path a page has other addresses and nothing else, so it is enough to open one of each kind there (tests/browser/pages.test.ts). */
import { expect, test } from 'vitest';
import { pageAt, pages, pagesUnderBase, type Page } from '../support/built-site.ts';
import { underBase } from '../support/variants.ts';

/** What it runs and how it looks. A script's name changes with what is in it, and one that stands in the page is all there. */
const made = ({ document }: Page, base: string) => ({
  scripts: document
    .querySelectorAll('script:not([type="application/ld+json"])')
    .map((script) => script.getAttribute('src')?.replace(`${base}/`, '/') ?? script.rawText),
  // But for what addresses on paper begin and end with, which only a site with an address of its own has.
  styles: document.querySelectorAll('style').map((style) => style.rawText.replace(/:root\{--before-path:[^}]*\}/, '')),
});

test('the pages are the same', () => {
  expect(pagesUnderBase.map(({ path }) => path)).toEqual(pages.map(({ path }) => path));
});

test.each(pages)('$path runs the same scripts and has the same styles', (page) => {
  const { scripts, styles } = made(page, '');
  expect(scripts.length).toBeGreaterThan(0);
  expect(styles.length).toBeGreaterThan(0);
  expect(made(pageAt(page.path, pagesUnderBase), underBase.base)).toEqual({ scripts, styles });
});
