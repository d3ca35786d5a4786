import { describe, expect, inject, test } from 'vitest';
import { elementAt, pages, pagesUnderBase, siteFolder, type Page } from '../support/built-site.ts';
import { namedScripts } from '../support/named-scripts.ts';
import { hasFile } from '../support/site-files.ts';
import { underBase } from '../support/variants.ts';

interface Site {
  readonly name: string;
  readonly base: string;
  readonly folder: string;
  readonly pages: readonly Page[];
}

const sites: Site[] = [
  { name: 'at the root', base: '', folder: siteFolder, pages },
  { name: 'under a base path', base: underBase.base, folder: inject('siteUnderBaseFolder'), pages: pagesUnderBase },
];

describe.each(sites)('$name', ({ base, folder, pages: all }) => {
  const byPath = new Map(all.map((page) => [page.path, page]));

  test('there are pages', () => {
    expect(all.length).toBeGreaterThan(10);
  });

  test.each(all)('every link of $path leads to a page and a place that are there', ({ path, document }) => {
    const faults: string[] = [];
    const elements = document.querySelectorAll('[href], [src], [action]');
    const addresses = elements.map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '',
    );
    for (const address of [...addresses, ...namedScripts(document)]) {
      // A page that may ask for nothing has its icon in it.
      if (/^(https?|tel):|^data:image/.test(address)) continue;
      const url = new URL(address, `http://site${base}${path}`);
      if (!url.pathname.startsWith(`${base}/`)) {
        faults.push(`${address}: lacks the base path`);
        continue;
      }
      const below = url.pathname.slice(base.length);
      if (!hasFile(folder, below)) faults.push(`${address}: no such page or file`);
      const fragment = decodeURIComponent(url.hash.slice(1));
      const target = byPath.get(below);
      if (fragment && !(target && elementAt(target.document, fragment))) faults.push(`${address}: no such place on the page`);
    }
    expect(faults).toEqual([]);
  });

  test.each(all)(
    'nothing in $path but its sign, search and foot leads to the page itself, which would undo what is ticked in a private list',
    ({ path, document }) => {
      const links = document.querySelectorAll('a:not(.brand)').filter((link) => !link.closest('footer, lt-search-link'));
      expect(links.filter((link) => link.getAttribute('href') === base + path).map((link) => link.toString())).toEqual([]);
    },
  );

  test('every page can be reached from home', () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      const page = byPath.get(path);
      if (!page || reached.has(path)) return;
      reached.add(path);
      for (const link of page.document.querySelectorAll('a[href]')) {
        const url = new URL(link.getAttribute('href') ?? '', `http://site${base}${path}`);
        if (url.host === 'site') visit(url.pathname.slice(base.length));
      }
    };
    visit('/');
    expect([...byPath.keys()].filter((path) => !reached.has(path) && path !== '/404.html')).toEqual([]);
  });
});
