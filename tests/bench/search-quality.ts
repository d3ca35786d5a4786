/**
 * How well the search answers what people type: `npm run bench:search`, or `npm run bench:search -- FILE` for queries of your own, one a
 * line: what is typed, a tab, and the addresses of the pages of which one should come up, parted by "|"; "-" where nothing fits. The same queries go to the
 * known answers, to these and the whole text, and to Pagefind by itself, whose figures say what ours adds.
 */
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../support/browser.ts';
import { build, serve } from '../support/build-and-serve.ts';
import {
  findAll,
  findByPagefind,
  findKnown,
  qualityOf,
  queryFiles,
  rankQueries,
  readQueries,
  type Finder,
} from '../support/search-queries.ts';
import { hasFile } from '../support/site-files.ts';
import { plain } from '../support/variants.ts';

const finders: readonly (readonly [name: string, find: Finder])[] = [
  ['known answers', findKnown],
  ['with the text', findAll],
  ['plain Pagefind', findByPagefind],
];

const given = process.argv.slice(2);
const files = given.length > 0 ? given : [...queryFiles, 'unseen-queries.tsv'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

const variant = plain('bench-search');
await build(variant);
const site = await serve(variant);
const browser = await openBrowser();
try {
  const page = await browser.newPage();
  await page.goto(`${site.address}/search/`);
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);
  for (const file of files) {
    const queries = readQueries(file, (path) => hasFile(variant.folder, path));
    console.log(`${file}: ${queries.length} queries`);
    for (const [name, find] of finders) {
      const ranked = await rankQueries(page, queries, find);
      const { first, firstThree, meanReciprocalRank } = qualityOf(ranked);
      console.log(
        `  ${name.padEnd(14)} first ${percent(first)}, in first three ${percent(firstThree)}, mean reciprocal rank ${meanReciprocalRank.toFixed(3)}`,
      );
      if (find === findByPagefind) continue;
      for (const { query, wanted, found } of ranked.filter(({ rank }) => rank > 3))
        console.log(`    missed: “${query}” wants ${wanted.join(' or ') || 'nothing'}, got ${found.slice(0, 3).join(' ') || 'nothing'}`);
    }
  }
} finally {
  await browser.close();
  await site.stop();
}
