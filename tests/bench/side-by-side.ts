/**
 * Figures of any built static site: `npm run bench:site -- FOLDER /page/ /other/page/`, with several folders one after another, each before its pages. A site that was built for
 * a path lies in a folder of that name within the one that is given.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { firstPages, printSiteFigures } from './any-site.ts';
import { ownPages } from './own-pages.ts';
import type { Search } from './known-sites.ts';

const usage = `npm run bench:site -- FOLDER [/page/ …] [FOLDER [/page/ …]] …
  --word WORD             what is searched for
  --search-open WHAT      what opens the search: a selector, or "k" for Ctrl and K
  --search-field WHAT     a selector of its field
  --search-result WHAT    a selector of its results
  --next WHAT             a selector of the link to the next page
  --runs COUNT            runs of each measure, 5 if not given`;

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { word: text, 'search-open': text, 'search-field': text, 'search-result': text, next: text, runs: text },
});

/** Ends with 2 and what to do. */
function refuse(what: string): never {
  console.error(`${what}\n\n${usage}`);
  process.exit(2);
}

/** What follows a folder, until the next. */
const sites: { folder: string; paths: string[] }[] = [];
for (const given of positionals) {
  const site = sites.at(-1);
  if (site && given.startsWith('/') && isIn(site.folder, given)) site.paths.push(given);
  else if (existsSync(given) && pageIsIn(given)) sites.push({ folder: given, paths: [] });
  else refuse(`${given} is neither a folder with pages nor a page of the folder before it.`);
}
if (sites.length === 0) refuse('Say which folder holds the site.');

function isIn(folder: string, path: string): boolean {
  return [path, `${path}.html`, join(path, 'index.html')].some((one) => existsSync(join(folder, one)));
}

function pageIsIn(folder: string): boolean {
  return firstPages(folder).length > 1 || existsSync(join(folder, 'index.html'));
}

function searchOf(): Search | undefined {
  const { 'search-open': open, 'search-field': field, 'search-result': result } = values;
  if (open === undefined && field === undefined && result === undefined) return undefined;
  if (open === undefined || field === undefined || result === undefined)
    refuse('The search needs all three: --search-open, --search-field and --search-result.');
  return { open: open === 'k' ? { key: 'k' } : { press: open }, field, result };
}

const search = searchOf();
const runs = Number(values.runs ?? 5);
if (!Number.isInteger(runs) || runs < 1) refuse(`--runs is a whole number from 1, and not ${values.runs ?? ''}.`);
for (const { folder, paths } of sites) {
  const isOwn = ownPages.every((path) => isIn(folder, path));
  await printSiteFigures(folder, {
    paths: paths.length > 0 ? paths : isOwn ? ownPages : firstPages(folder),
    ...(values.word && { word: values.word }),
    ...(search && { search }),
    ...(values.next && { next: values.next }),
    runs,
  });
}
