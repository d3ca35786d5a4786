/**
 * Searches the index that Pagefind made of the built pages. Nothing of it is loaded before the first call. What Pagefind 1.5
 * does with failures, read in its source and worked around here:
 * - Where its worker takes more than 5 seconds to arrive it goes on in the page itself, where the content policy refuses its
 *   WebAssembly. So the worker's script is fetched first: from the cache it starts at once, however slow the line.
 * - A part of the index that can't be loaded is logged and then missing, so that "nothing found" may be untrue, and it is
 *   never asked for again. So "nothing" is believed only while the index in reach is the one that was loaded.
 */
import { createVocabulary, merge, most, singleSearches, wholeSearches, type Candidate, type Found, type SearchWords } from './query.ts';
import { describe, rank, type PageText, type Result } from './result.ts';

/** missing: not there. unreachable: offline or blocked. refused: the browser won't run it. failed: anything else. */
export type SearchFault = 'missing' | 'unreachable' | 'refused' | 'failed';

export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly fault: SearchFault;

  constructor(fault: SearchFault, cause: unknown) {
    super(`The search index could not be used (${fault})`, { cause });
    this.fault = fault;
  }
}

interface PageFound extends Found {
  data(): Promise<PageText>;
}

/** The part used here of Pagefind's `createInstance()`, documented in its pagefind_web_js/types/index.d.ts. */
interface Pagefind {
  init(): Promise<void>;
  search(text: string): Promise<{ results: PageFound[] }>;
  destroy(): Promise<void>;
}
interface PagefindModule {
  readonly createInstance: (options: {
    baseUrl: string;
    metaCacheTag: string;
    ranking: { metaWeights: Record<string, number> };
  }) => Pagefind;
}

interface Loaded {
  readonly pagefind: Pagefind;
  readonly version: string;
}

/** Searches in the index below `site`, the address of the home page. */
export function createSearch(site: URL, words: SearchWords): (typed: string) => Promise<Result[]> {
  const folder = new URL('pagefind/', site);
  const vocabulary = createVocabulary(words);
  let loading: Promise<Loaded> | undefined;
  let attempts = 0;

  const load = async (): Promise<Loaded> => {
    attempts++;
    // A browser may remember that a module could not be loaded, so the next attempt has another address.
    const script = new URL(attempts > 1 ? `pagefind.js?again=${attempts}` : 'pagefind.js', folder);
    const module = import(/* @vite-ignore */ script.href) as Promise<PagefindModule>;
    module.catch(() => {
      // Awaited below, once it is known whether there is an index at all.
    });
    // Read to its end, or it would not be kept.
    const worker = reach(new URL('pagefind-worker.js', folder)).then((response) => response.arrayBuffer());
    const [version] = await Promise.all([indexVersion(folder), worker]);
    const { createInstance } = await module.catch((cause: unknown) => {
      throw new SearchError('unreachable', cause);
    });
    const pagefind = createInstance({
      baseUrl: site.pathname,
      metaCacheTag: version,
      // The kind is metadata too, and is no reason to rank a page higher.
      ranking: { metaWeights: { title: 5, aliases: 3, answer: 2, kind: 0 } },
    });
    await pagefind.init();
    return { pagefind, version };
  };

  const forget = async (): Promise<void> => {
    const before = loading;
    loading = undefined;
    await before
      ?.then(({ pagefind }) => pagefind.destroy())
      .catch(() => {
        // It never started, or is gone already.
      });
  };

  const find = async (typed: string, again: boolean): Promise<Result[]> => {
    const { pagefind, version } = await (loading ??= load());
    const terms = vocabulary.understand(typed);
    const found = async (text: string): Promise<PageFound[]> => (await pagefind.search(text)).results;
    const wholes = await Promise.all(wholeSearches(terms).map(found));
    let candidates: Candidate<PageFound>[] = merge(wholes);
    if (candidates.length < most) {
      const singles = singleSearches(terms).map((alternatives) => Promise.all(alternatives.map(found)));
      candidates = merge(wholes, await Promise.all(singles));
    }
    if (candidates.length === 0 && terms.length > 0 && again && version !== (await indexVersion(folder))) {
      await forget();
      return find(typed, false);
    }
    const pages = candidates.slice(0, most).map(async ({ page, words: hits, score }) => ({ page: await page.data(), hits, score }));
    return rank(await Promise.all(pages), terms, vocabulary).map((page) => describe(page, terms, vocabulary));
  };

  return async (typed) => {
    try {
      return await find(typed, true);
    } catch (cause) {
      // Pagefind keeps what failed; the next search starts it anew.
      await forget();
      throw cause instanceof SearchError ? cause : new SearchError(faultIn(cause), cause);
    }
  };
}

async function reach(address: URL, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(address, { cache }).catch((cause: unknown) => {
    throw new SearchError('unreachable', cause);
  });
  if (!response.ok) throw new SearchError('missing', `${address.pathname}: ${response.status}`);
  return response;
}

/** Tells one index from another: the name of its list of words, which is made of its content. */
async function indexVersion(folder: URL): Promise<string> {
  const entry = await reach(new URL('pagefind-entry.json', folder), 'no-cache');
  const { languages } = (await entry.json()) as { languages: Record<string, { hash: string }> };
  return Object.values(languages)
    .map(({ hash }) => hash)
    .join();
}

/** Pagefind's errors are plain text by the time they come out of its worker. */
function faultIn(cause: unknown): SearchFault {
  const text = String(cause);
  if (/CompileError|WebAssembly/.test(text)) return 'refused';
  return /fetch|network|load failed/i.test(text) ? 'unreachable' : 'failed';
}
