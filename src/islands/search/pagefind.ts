/**
 * The index that Pagefind made of the built pages, as it is loaded and asked. What Pagefind 1.5 does with failures, read in its source and
 * worked around here:
 * - Where its worker takes more than 5 seconds to arrive it goes on in the page itself, where the content policy refuses its
 *   WebAssembly. So the worker's script is fetched first: from the cache it starts at once, however slow the line.
 * - A part of the index that can't be loaded would be logged and then missing, so that "nothing found" may be untrue, and it is
 *   never asked for again. So the build has the worker fail instead (`src/integrations/search-index.ts`), and what failed is closed.
 */
import { requireOk, SearchError } from './fault.ts';
import type { Kind } from './result.ts';

/** What the index holds of a page, or of a tip, a question or a claim, which is one place on a page. */
export interface PageText {
  /** As it is served, under whatever base path. */
  readonly url: string;
  /** All its text, words parted by white space. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Its parts, each with the places of the words that were found, counted in words of `content`. */
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly locations: readonly number[] }[];
}

export interface PageFound {
  data(): Promise<PageText>;
}

/** The part used here of Pagefind's `createInstance()`, documented in its pagefind_web_js/types/index.d.ts. */
interface Pagefind {
  init(): Promise<void>;
  search(text: string, options: { filters?: { kind: string } }): Promise<{ results: PageFound[] }>;
  destroy(): Promise<void>;
}
interface PagefindModule {
  readonly createInstance: (options: { baseUrl: string; metaCacheTag: string }) => Pagefind;
}

export interface PagefindIndex {
  readonly folder: URL;
  readonly version: string;
  readonly pagefind: Pagefind;
}

/**
 * Loads the index below `site`, the address of the home page. A browser may remember that a module could not be loaded, so each
 * `attempt`, counted from 1, has an address of its own. Rejects with a SearchError, or with what Pagefind throws.
 */
export async function loadIndex(site: URL, attempt: number): Promise<PagefindIndex> {
  const folder = new URL('pagefind/', site);
  const script = new URL(attempt > 1 ? `pagefind.js?again=${attempt}` : 'pagefind.js', folder);
  const module = import(/* @vite-ignore */ script.href) as Promise<PagefindModule>;
  module.catch(() => {
    // Awaited below, once it is known whether there is an index at all.
  });
  // Read to its end, or it would not be kept.
  const worker = requireOk(fetch(new URL('pagefind-worker.js', folder))).then((response) => response.arrayBuffer());
  const [version] = await Promise.all([versionIn(folder), worker]);
  const { createInstance } = await module.catch((cause: unknown) => {
    throw new SearchError('unreachable', cause);
  });
  const pagefind = createInstance({ baseUrl: site.pathname, metaCacheTag: version });
  await pagefind.init();
  return { folder, version, pagefind };
}

/** The pages that hold the words, best first, of one kind or of all. */
export async function pagesWith({ pagefind }: PagefindIndex, words: string, kind: Kind | undefined): Promise<PageFound[]> {
  const { results } = await pagefind.search(words, kind ? { filters: { kind } } : {});
  return results;
}

/** Whether the index in reach is still the one that was loaded. Rejects with a SearchError where none is in reach. */
export async function isCurrent({ version, folder }: PagefindIndex): Promise<boolean> {
  return version === (await versionIn(folder));
}

/** Tells one index from another: the name of its list of words, which is made of its content. */
async function versionIn(folder: URL): Promise<string> {
  const entry = await requireOk(fetch(new URL('pagefind-entry.json', folder), { cache: 'no-cache' }));
  const { languages } = (await entry.json()) as { languages: Record<string, { hash: string }> };
  return Object.values(languages)
    .map(({ hash }) => hash)
    .join();
}
