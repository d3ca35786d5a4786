/** What people type, and how well /search/ answers it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

export interface Query {
  readonly query: string;
  /** Addresses of which one must come up. */
  readonly wanted: readonly string[];
}

/** Lines of `query<TAB>path|path`. Pages that `exists` does not know are left out, and so is a line that has no other. */
export function readQueries(file: string, exists: (path: string) => boolean): Query[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const [query = '', wanted = ''] = line.split('\t');
      return { query: query.trim(), wanted: wanted.trim().split('|').filter(exists) };
    })
    .filter(({ wanted }) => wanted.length > 0);
}

export interface Ranked extends Query {
  /** The addresses of the results without their fragments, best first. */
  readonly found: readonly string[];
  /** 1 for the first result; Infinity where none is right. */
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

/** Types each query into /search/, on which `page` must be, and reads what is listed. `base` is what all addresses begin with. */
export async function rankQueries(page: Page, queries: readonly Query[], base = ''): Promise<Ranked[]> {
  const ranked: Ranked[] = [];
  for (const { query, wanted } of queries) {
    await page.locator('main lt-search input').fill(query);
    await answerTo(page, 'main lt-search', query).waitFor({ state: 'attached' });
    const paths = await page
      .locator('#search-results li > a')
      .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.pathname : '')));
    const found = paths.map((path) => path.slice(base.length));
    const at = found.findIndex((path) => wanted.includes(path));
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
