/**
 * Figures of any built static site that is given as a folder, whatever built it: what a page weighs and when it can be read, how long the search takes, and the next page.
 * So that sites can be laid side by side, each is served the same way, to the same browser, on the same line.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { fileAt, pageFiles } from '../support/site-files.ts';
import { barePage, barePageThatLeadsOn } from './bare-page.ts';
import { firstResultOf, type VisitKind } from './first-result.ts';
import { anyNext, knownSites, type Search } from './known-sites.ts';
import { kinds } from './load-figures.ts';
import { nextPageOf, ways, type NextPage, type Way } from './next-page.ts';
import { loadOf, type Load } from './page-load.ts';
import { serveCompressed } from './serve-compressed.ts';
import { openSlowBrowser, type SlowBrowser } from './slow-browser.ts';
import { lineInWords } from './slow-line.ts';
import { inWords, spreadOf } from './spread.ts';

export interface Wishes {
  /** Addresses in the site, which begin with "/". The search and the next page are tried on the second, or else on the only one. */
  readonly paths: readonly string[];
  /** In place of what is known of the site's builder. */
  readonly search?: Search;
  readonly word?: string;
  readonly next?: string;
  readonly runs?: number;
}

/** Home, and what comes first in the folder. */
export const firstPages = (folder: string): string[] => [
  '/',
  ...pageFiles(folder)
    .map(({ path }) => path)
    .filter((path) => !['/', '/404.html', '/404/'].includes(path))
    .slice(0, 1),
];

export async function printSiteFigures(folder: string, { paths, search, word = 'connection', next, runs = 5 }: Wishes): Promise<void> {
  const path = paths[1] ?? paths[0] ?? '/';
  const page = parse(readFileSync(pageFile(folder, path), 'utf8'));
  const known = knownSites.find(({ sign }) => page.querySelector(sign));
  const bare = mkdtempSync(join(tmpdir(), 'bare-'));
  writeFileSync(join(bare, 'index.html'), barePage(page.toString()));
  const link = next ?? known?.next ?? nextOn(page);
  const there = link === undefined ? undefined : page.querySelector(link)?.getAttribute('href');
  const ends = there === undefined ? [] : [path, new URL(there, `http://localhost${path}`).pathname];
  for (const end of ends) {
    const file = join(bare, 'leading-on', end, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, barePageThatLeadsOn(readFileSync(pageFile(folder, end), 'utf8')));
  }
  const [site, bareSite, bareEnds] = await Promise.all([
    serveCompressed(folder),
    serveCompressed(bare),
    serveCompressed(join(bare, 'leading-on')),
  ]);
  const browser = await openSlowBrowser();
  try {
    console.log(
      `\n${folder}${known ? ` (${known.name})` : ''}, in ${browser.version} at ${lineInWords}: medians of ${runs} runs, with the least and the most.\n`,
    );
    const pages = paths.map((one) => ({ name: one, address: site.address + one }));
    await printLoads(browser, [...pages, { name: `${path} bare`, address: `${bareSite.address}/` }], path, runs);
    await printSearch(browser, site.address + path, search ?? known?.search, word, runs);
    await printNextPage(browser, site.address + path, bareEnds.address + path, link, runs);
  } finally {
    await browser.close();
    await Promise.all([site.stop(), bareSite.stop(), bareEnds.stop()]);
    rmSync(bare, { recursive: true });
  }
}

/** As hosts find it: "/a/", "/a.html" and "/a" may all be a page. */
const pageFile = (folder: string, path: string): string =>
  [path, `${path}/`, `${path}.html`].map((one) => fileAt(folder, one)).find(isReadable) ?? fileAt(folder, path);

function isReadable(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

const nextOn = (page: HTMLElement): string | undefined => (page.querySelector(anyNext) ? anyNext : undefined);

const rows = (table: readonly (readonly string[])[]): string => {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '))
    .join('\n');
};

/** Each run loads all pages once, so that what else the machine does meets them alike. */
async function printLoads(
  browser: SlowBrowser,
  pages: readonly { readonly name: string; readonly address: string }[],
  compared: string,
  runs: number,
): Promise<void> {
  const loads = new Map<string, Load[]>(pages.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) for (const { name, address } of pages) loads.get(name)?.push(await loadOf(browser, address));
  const header = ['bytes as sent', ...kinds, 'all', 'requests', 'LCP ms', 'TBT ms', 'CLS'];
  const lines = [...loads].map(([name, all]) => [
    name,
    ...kinds.map((kind) => inWords(all.map(({ bytes }) => bytes[kind]))),
    inWords(all.map(({ bytes }) => kinds.reduce((sum, kind) => sum + bytes[kind], 0))),
    inWords(all.map(({ requests }) => requests)),
    inWords(all.map(({ largestPaint }) => largestPaint)),
    inWords(all.map(({ blocked }) => blocked)),
    inWords(
      all.map(({ shift }) => shift),
      3,
    ),
  ]);
  console.log(rows([header, ...lines]));
  const paint = (name: string): number => spreadOf((loads.get(name) ?? []).map(({ largestPaint }) => largestPaint)).median;
  const times = paint(compared) / paint(`${compared} bare`);
  console.log(`\nThe LCP of ${compared} is ${times.toFixed(2)} times that of the same text as one bare HTML file.`);
}

async function printSearch(browser: SlowBrowser, address: string, search: Search | undefined, word: string, runs: number): Promise<void> {
  if (!search) {
    console.log('\nNo search is known here: --search-open, --search-field and --search-result say where it is.');
    return;
  }
  const kindsOfVisit: readonly (readonly [VisitKind, string])[] = [
    ['first', 'on a first visit'],
    ['later', 'once the site was visited'],
  ];
  console.log(`\nFrom opening the search to the first result for "${word}", ms:`);
  for (const [kind, words] of kindsOfVisit) {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push(await firstResultOf(browser, address, search, word, kind));
    console.log(`  ${words}: ${inWords(times)}`);
  }
}

const waysInWords: Readonly<Record<Way, string>> = {
  straight: 'clicked straight away',
  hovered: 'after the pointer rested on the link',
  later: 'straight away, once the site was visited',
};
const bareInWords = 'between the same two pages as bare HTML files, after the pointer rested on the link';

/** `bare`: where the same two pages lie as bare files. */
async function printNextPage(browser: SlowBrowser, address: string, bare: string, link: string | undefined, runs: number): Promise<void> {
  if (link === undefined) {
    console.log('\nNo link to another page is here: --next says which.');
    return;
  }
  console.log('\nFrom a click to the heading of the next page, ms:');
  const tries = [
    ...ways.map((way) => ({ from: address, way, words: waysInWords[way] })),
    { from: bare, way: 'hovered', words: bareInWords } as const,
  ];
  for (const { from, way, words } of tries) {
    const found: NextPage[] = [];
    for (let run = 0; run < runs; run++) found.push(await nextPageOf(browser, from, link, way));
    console.log(`  ${words}: ${inWords(found.map(({ time }) => time))}${aheadInWords(found)}`);
  }
}

function aheadInWords(found: readonly NextPage[]): string {
  const counted = (['prerendered', 'prefetched'] as const)
    .map((what) => ({ what, count: found.filter(({ before }) => before === what).length }))
    .filter(({ count }) => count > 0);
  return counted.length === 0 ? '' : `, ${counted.map(({ what, count }) => `${what} in ${count}`).join(', ')}`;
}
