/** What people type, and how well /search/ answers it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

export interface Query {
  readonly query: string;
  /** Addresses of which one must come up; none where nothing fits, and saying so is right. */
  readonly wanted: readonly string[];
}

/** The lists of queries in tests/bench. */
export const queryFiles = ['queries.tsv', 'queries-2.tsv', 'own-queries.tsv', 'own-queries-2.tsv'];

/** Lines of `query<TAB>path|path`, or `query<TAB>-`. Pages that `exists` does not know are left out, and so is a line that has no other. */
export function readQueries(file: string, exists: (path: string) => boolean): Query[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .flatMap((line) => {
      const [query = '', named = ''] = line.split('\t').map((part) => part.trim());
      const wanted = named.split('|').filter(exists);
      return wanted.length > 0 || named === '-' ? [{ query, wanted }] : [];
    });
}

export interface Ranked extends Query {
  /** The addresses of the results without their fragments, best first. */
  readonly found: readonly string[];
  /** 1 for the first result, and where rightly nothing was found; Infinity where none is right. */
  readonly rank: number;
}

/** The results in `where` once the known answers among them answer what was typed. */
export const answerTo = (page: Page, where: string, typed: string): Locator => namingIn(page, where, 'data-answers', typed);

/** The results in `where` once they answer what was typed and wait for nothing more. */
export const wholeAnswerTo = (page: Page, where: string, typed: string): Locator => namingIn(page, where, 'data-complete', typed);

function namingIn(page: Page, where: string, attribute: string, typed: string): Locator {
  const naming = `[${attribute}=${JSON.stringify(typed)}]`;
  return page.locator(`${where}${naming}, ${where} ${naming}`);
}

/** What finds the addresses of pages for a query, on /search/, with what the site's addresses begin with in front. */
export type Finder = (page: Page, query: string) => Promise<string[]>;

/** What is listed as soon as it is typed. */
export const findKnown: Finder = async (page, query) => {
  await page.locator('main lt-search input').fill(query);
  await answerTo(page, 'main lt-search', query).waitFor({ state: 'attached' });
  return page
    .locator('#search-results [data-known] li > a')
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.pathname : '')));
};

/** What is listed once the whole text is searched as well. */
export const findAll: Finder = async (page, query) => {
  await page.locator('main lt-search input').fill(query);
  await page.locator('main lt-search input').press('Enter');
  await page.locator(`#search-results[data-complete=${JSON.stringify(query)}]`).waitFor({ state: 'attached' });
  return page
    .locator('#search-results li > a')
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.pathname : '')));
};

/** What Pagefind finds in its index by itself. */
export const findByPagefind: Finder = (page, query) =>
  page.evaluate(async (text) => {
    const { search } = (await import(new URL('../pagefind/pagefind.js', location.href).href)) as {
      search: (words: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
    };
    const { results } = await search(text);
    const pages = await Promise.all(results.slice(0, 8).map((result) => result.data()));
    return [...new Set(pages.map(({ url }) => new URL(url, location.href).pathname))];
  }, query);

/** Looks for each query on /search/, on which `page` must be. `base` is what all addresses begin with. */
export async function rankQueries(page: Page, queries: readonly Query[], find: Finder, base = ''): Promise<Ranked[]> {
  const ranked: Ranked[] = [];
  for (const { query, wanted } of queries) {
    const found = (await find(page, query)).map((path) => path.slice(base.length));
    const at = wanted.length > 0 ? found.findIndex((path) => wanted.includes(path)) : -found.length;
    ranked.push({ query, wanted, found, rank: at < 0 ? Infinity : at + 1 });
  }
  return ranked;
}

export interface Quality {
  readonly queries: number;
  /** Shares between 0 and 1. */
  readonly first: number;
  readonly firstThree: number;
  readonly meanReciprocalRank: number;
}

export function qualityOf(ranked: readonly Ranked[]): Quality {
  const share = (count: number): number => count / (ranked.length || 1);
  return {
    queries: ranked.length,
    first: share(ranked.filter(({ rank }) => rank === 1).length),
    firstThree: share(ranked.filter(({ rank }) => rank <= 3).length),
    meanReciprocalRank: share(ranked.reduce((sum, { rank }) => sum + 1 / rank, 0)),
  };
}
