/** Below a base path a page has other addresses and nothing else, so it is enough to open one of each kind there (tests/browser/pages.test.ts). */
import { expect, test } from 'vitest';
import { scriptNamesOf } from '../../src/lib/site/script-names.ts';
import { namesIn, usedRules } from '../../src/lib/used-styles.ts';
import { pageAt, pages, pagesUnderBase, type Page } from '../support/built-site.ts';
import { namedScripts } from '../support/named-scripts.ts';
import { underBase } from '../support/variants.ts';

/** What it runs. A script's name changes with what is in it, and one that stands in the page is all there. */
const scriptsOf = ({ document }: Page, base: string): string[] => [
  ...namedScripts(document).map((address) => address.replace(`${base}/`, '/')),
  ...document.querySelectorAll('script:not([type="application/ld+json"])').map((script) => script.rawText),
];

/** How it looks, as far as both are made of the same: only one says where to report errors, or that a claim is to be looked at again. */
function stylesOfBoth(one: Page, other: Page): string[] {
  const names = namesIn(one.html).intersection(namesIn(other.html));
  return [one, other].map(({ document }) => {
    const style = document.querySelectorAll('style').map(({ rawText }) => rawText);
    // But for what addresses on paper begin and end with, which only a site with an address of its own has.
    return usedRules(style.join(''), names, scriptNamesOf(one.html)).replace(/:root\{--before-path:[^}]*\}/, '');
  });
}

test('the pages are the same', () => {
  expect(pagesUnderBase.map(({ path }) => path)).toEqual(pages.map(({ path }) => path));
});

test.each(pages)('$path runs the same scripts and has the same styles', (page) => {
  const below = pageAt(page.path, pagesUnderBase);
  expect(scriptsOf(page, '').length).toBeGreaterThan(0);
  expect(scriptsOf(below, underBase.base)).toEqual(scriptsOf(page, ''));
  const [styles, stylesBelow] = stylesOfBoth(page, below);
  expect(stylesBelow).toBe(styles);
  expect(styles?.length).toBeGreaterThan(1000);
});
