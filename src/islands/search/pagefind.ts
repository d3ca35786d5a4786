/**
 * The index that Pagefind made of the built pages, as it is loaded and asked. What Pagefind 1.5 does with failures, read in its source and
 * worked around here:
 * - Where its worker takes more than 5 seconds to arrive it goes on in the page itself, where the content policy refuses its
 *   WebAssembly. So the worker's script is fetched first: from the cache it starts at once, however slow the line.
 * - A part of the index that can't be loaded is logged and then missing, so that "nothing found" may be untrue, and it is
 *   never asked for again. So "nothing" is believed only while the index in reach is the one that was loaded.
 */
import type { PageText } from './page-text.ts';
import type { Found } from './query.ts';
import { kinds, type Kind } from './result.ts';
import { fieldWeights } from './weights.ts';

/** missing: not there. unreachable: offline or blocked. refused: the browser won't run it. failed: anything else. */
export type SearchFault = 'missing' | 'unreachable' | 'refused' | 'failed';

export class SearchError extends Error {
  readonly fault: SearchFault;

  constructor(fault: SearchFault, cause: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** What went wrong, as a SearchError. Pagefind's own errors are plain text by the time they come out of its worker. */
export function asSearchError(cause: unknown): SearchError {
  if (cause instanceof SearchError) return cause;
  const text = String(cause);
  if (/CompileError|WebAssembly/.test(text)) return new SearchError('refused', cause);
  return new SearchError(/fetch|network|load failed/i.test(text) ? 'unreachable' : 'failed', cause);
}

export interface PageFound extends Found {
  data(): Promise<PageText>;
}

/** The part used here of Pagefind's `createInstance()`, documented in its pagefind_web_js/types/index.d.ts. */
interface Pagefind {
  init(): Promise<void>;
  search(text: string, options?: { filters: { kind: string } }): Promise<{ results: PageFound[] }>;
  destroy(): Promise<void>;
}
interface PagefindModule {
  readonly createInstance: (options: {
    baseUrl: string;
    metaCacheTag: string;
    ranking: { metaWeights: Readonly<Record<string, number>> };
  }) => Pagefind;
}

export interface PagefindIndex {
  readonly folder: URL;
  readonly version: string;
  readonly pagefind: Pagefind;
  /** By the id that Pagefind gives a page; those that were found so far. */
  readonly kinds: Map<string, Kind | undefined>;
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
  const worker = fetchOk(new URL('pagefind-worker.js', folder)).then((response) => response.arrayBuffer());
  const [version] = await Promise.all([versionIn(folder), worker]);
  const { createInstance } = await module.catch((cause: unknown) => {
    throw new SearchError('unreachable', cause);
  });
  const pagefind = createInstance({ baseUrl: site.pathname, metaCacheTag: version, ranking: { metaWeights: fieldWeights } });
  await pagefind.init();
  return { folder, version, pagefind, kinds: new Map() };
}

/**
 * Pagefind does not say of what kind a page is, but can be asked for one kind alone. (Asked for all of a kind without a text, it would load
 * all of its index.) So it is asked again where a page was found for the first time, which the first letters see to.
 */
export async function searchIndex({ pagefind, kinds: known }: PagefindIndex, text: string): Promise<PageFound[]> {
  const { results } = await pagefind.search(text);
  if (results.some(({ id }) => !known.has(id))) {
    const ofKinds = await Promise.all(kinds.map((kind) => pagefind.search(text, { filters: { kind } })));
    ofKinds.forEach((found, index) => {
      for (const { id } of found.results) known.set(id, kinds[index]);
    });
    // What remains is of no kind, unless the list of kinds could not be loaded.
    if (known.size === 0) throw new SearchError('unreachable', 'no kinds');
    for (const { id } of results) if (!known.has(id)) known.set(id, undefined);
  }
  return results;
}

/** Whether the index in reach is still the one that was loaded. Rejects with a SearchError where none is in reach. */
export async function isCurrent({ version, folder }: PagefindIndex): Promise<boolean> {
  return version === (await versionIn(folder));
}

async function fetchOk(address: URL, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(address, { cache }).catch((cause: unknown) => {
    throw new SearchError('unreachable', cause);
  });
  if (!response.ok) throw new SearchError('missing', `${address.pathname}: ${response.status}`);
  return response;
}

/** Tells one index from another: the name of its list of words, which is made of its content. */
async function versionIn(folder: URL): Promise<string> {
  const entry = await fetchOk(new URL('pagefind-entry.json', folder), 'no-cache');
  const { languages } = (await entry.json()) as { languages: Record<string, { hash: string }> };
  return Object.values(languages)
    .map(({ hash }) => hash)
    .join();
}
