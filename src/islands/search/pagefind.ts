/**
 * Searches the index that Pagefind made of the built pages. Nothing of it is loaded before the first call. What Pagefind 1.5
 * does with failures, read in its source and worked around here:
 * - Where its worker takes more than 5 seconds to arrive it goes on in the page itself, where the content policy refuses its
 *   WebAssembly. So the worker's script is fetched first: from the cache it starts at once, however slow the line.
 * - A part of the index that can't be loaded is logged and then missing, so that "nothing found" may be untrue, and it is
 *   never asked for again. So "nothing" is believed only while the index in reach is the one that was loaded.
 */
import { createVocabulary, merge, most, singleSearches, wholeSearches, type Candidate, type Found, type SearchWords } from './query.ts';
import { describe, kinds, onePerPage, rank, unspoken, type Kind, type PageText, type Result } from './result.ts';

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
  search(text: string, options?: { filters: { kind: string } }): Promise<{ results: PageFound[] }>;
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
  /** By the id that Pagefind gives a page; those that were found so far. */
  readonly kindOf: Map<string, Kind | undefined>;
}

export interface Answer {
  readonly results: readonly Result[];
  /** Words of those typed that nothing which was found speaks of, but for short ones, which are on their way to another. */
  readonly missed: readonly string[];
}

/** Searches in the index below `site`, the address of the home page, for one kind of result or for all. `comeFor` are the pages that people come for most. */
export function createSearch(site: URL, words: SearchWords, comeFor: readonly string[]): (typed: string, kind?: Kind) => Promise<Answer> {
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
      // The kind and the guide with more are metadata too, and no reason to rank a page higher.
      ranking: { metaWeights: { title: 5, aliases: 3, answer: 2, kind: 0, guide: 0 } },
    });
    await pagefind.init();
    return { pagefind, version, kindOf: new Map() };
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

  const find = async (typed: string, wanted: Kind | undefined, again: boolean): Promise<Answer> => {
    const { pagefind, version, kindOf } = await (loading ??= load());
    const terms = vocabulary.understand(typed);
    const found = (text: string): Promise<PageFound[]> => findWithKinds(text, pagefind, kindOf);
    const select = (all: Candidate<PageFound>[]): Candidate<PageFound>[] => all.filter(room(wanted, kindOf));
    const wholes = await Promise.all(wholeSearches(terms).map(found));
    // Nearly all pages hold the words that nearly all ask for, so what each word finds counts too.
    const singles = await Promise.all(singleSearches(terms).map((alternatives) => Promise.all(alternatives.map(found))));
    const candidates = select(merge(wholes, singles));
    if (candidates.length === 0 && !wanted && terms.length > 0 && again && version !== (await indexVersion(folder))) {
      await forget();
      return find(typed, wanted, false);
    }
    const pages = await Promise.all(candidates.map(async ({ page, words: hits, score }) => ({ page: await page.data(), hits, score })));
    const ranked = rank(pages, terms, vocabulary, comeFor);
    const shown = (wanted ? ranked : onePerPage(ranked)).slice(0, most);
    return {
      results: shown.map((page) => describe(page, terms, vocabulary)),
      missed: unspoken(pages, terms, vocabulary).filter((word) => word.length > 3),
    };
  };

  return async (typed, kind) => {
    try {
      return await find(typed, kind, true);
    } catch (cause) {
      // Pagefind keeps what failed; the next search starts it anew.
      await forget();
      throw cause instanceof SearchError ? cause : new SearchError(faultIn(cause), cause);
    }
  };
}

/**
 * Pagefind does not say of what kind a page is, but can be asked for one kind alone. (Asked for all of a kind without a text, it would load
 * all of its index.) So it is asked again where somewhat was found for the first time, which the first letters see to.
 */
async function findWithKinds(text: string, pagefind: Pagefind, kindOf: Loaded['kindOf']): Promise<PageFound[]> {
  const { results } = await pagefind.search(text);
  if (results.some(({ id }) => !kindOf.has(id))) {
    const ofKinds = await Promise.all(kinds.map(async (kind) => ({ kind, found: await pagefind.search(text, { filters: { kind } }) })));
    for (const { kind, found } of ofKinds) for (const { id } of found.results) kindOf.set(id, kind);
    // What remains is of no kind, unless the list of kinds could not be loaded.
    if (kindOf.size === 0) throw new SearchError('unreachable', 'The list of kinds could not be loaded');
    for (const { id } of results) if (!kindOf.has(id)) kindOf.set(id, undefined);
  }
  return results;
}

/**
 * How many of each kind are looked at, each of which is one more file to load. Of tips, questions and claims, which are many, few are
 * needed, since one of each is shown.
 */
const looked: Readonly<Record<Kind, number>> = { guide: most, checklist: 3, question: 5, tip: 2, evidence: 2 };

/** Admits the first so many of each kind; where one kind is wanted, as many of it as are shown. */
function room(wanted: Kind | undefined, kindOf: Loaded['kindOf']): (candidate: Candidate<PageFound>) => boolean {
  const taken = new Map<Kind | undefined, number>();
  return ({ page: { id } }) => {
    const kind = kindOf.get(id);
    const before = taken.get(kind) ?? 0;
    taken.set(kind, before + 1);
    if (wanted) return kind === wanted && before < most;
    return before < (kind ? looked[kind] : 1);
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
