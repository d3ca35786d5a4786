/**
 * How well the search answers what people type: `npm run bench:search`, or `npm run bench:search -- FILE` for queries of your own, one a
 * line: what is typed, a tab, and the addresses of the pages of which one should come up, parted by "|".
 */
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../support/browser.ts';
import { build, serve } from '../support/build-and-serve.ts';
import { qualityOf, rankQueries, readQueries } from '../support/search-queries.ts';
import { hasFile } from '../support/site-files.ts';
import { plain } from '../support/variants.ts';

const ours = ['queries.tsv', 'own-queries.tsv'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const given = process.argv.slice(2);
const files = given.length > 0 ? given : ours;

const variant = plain('bench-search');
await build(variant);
const site = await serve(variant);
const browser = await openBrowser();
try {
  const page = await browser.newPage();
  await page.goto(`${site.address}/search/`);
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  for (const file of files) {
    const queries = readQueries(file, (path) => hasFile(variant.folder, path));
    const ranked = await rankQueries(page, queries);
    const { first, firstThree, meanReciprocalRank } = qualityOf(ranked);
    console.log(`${file}: ${queries.length} queries whose page exists`);
    console.log(`  first ${percent(first)}, in first three ${percent(firstThree)}, mean reciprocal rank ${meanReciprocalRank.toFixed(3)}`);
    for (const { query, wanted, found } of ranked.filter(({ rank }) => rank > 3)) {
      console.log(`  missed: “${query}” wants ${wanted.join(' or ')}, got ${found.slice(0, 3).join(' ') || 'nothing'}`);
    }
  }
} finally {
  await browser.close();
  await site.stop();
}
