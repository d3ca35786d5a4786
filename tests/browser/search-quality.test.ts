/** Whoever types what comes to mind gets the page that answers among the first three results: the queries of `npm run bench:search`. */
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { hrefTo } from '../support/addresses.ts';
import { test } from '../support/browser-test.ts';
import { pages } from '../support/built-site.ts';
import { findKnown, qualityOf, queryFiles, rankQueries, readQueries } from '../support/search-queries.ts';

const files = queryFiles.map((name) => ({
  name,
  queries: readQueries(fileURLToPath(new URL(`../bench/${name}`, import.meta.url)), (path) => pages.some((page) => page.path === path)),
}));

test.for(files)('what each query of $name asks for is among the first three', { timeout: 180_000 }, async ({ queries }, { page }) => {
  await page.goto('/search/');
  const ranked = await rankQueries(page, queries, findKnown, hrefTo(''));
  expect(queries.length).toBeGreaterThan(20);
  expect(ranked.filter(({ rank }) => rank > 3).map(({ query, found }) => `${query}: ${found.slice(0, 3).join(' ')}`)).toEqual([]);
  expect(qualityOf(ranked).first).toBeGreaterThanOrEqual(0.8);
});
