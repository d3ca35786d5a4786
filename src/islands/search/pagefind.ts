/**
 * The index that Pagefind made of the built pages, as it is loaded and asked. What Pagefind 1.5 does with failures, read in its source and
 * worked around here:
 * - Where its worker takes more than 5 seconds to arrive it goes on in the page itself, where the content policy refuses its
 *   WebAssembly. So the worker's script is fetched first: from the cache it starts at once, however slow the line.
 * - A part of the index that can't be loaded would be logged and then missing, so that "nothing found" may be untrue, and it is
 *   never asked for again. So the build has the worker fail instead (`src/integrations/search-index.ts`), and what failed is closed.
 * It is loaded by the first question to the text, and imports nothing that the rest of the search holds too: that would make a file more of it.
 */
import { admitOwnScripts } from '../../browser/own-scripts.ts';
import type { requireOk as RequireOk } from './fault.ts';
import type { Kind } from './result.ts';

// Pagefind starts its worker by an address.
admitOwnScripts();

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

/** An index that was loaded. */
export class TextIndex {
  readonly #folder: URL;
  readonly #requireOk: typeof RequireOk;
  #version = '';
  #pagefind: Pagefind | undefined;

  private constructor(folder: URL, requireOk: typeof RequireOk) {
    this.#folder = folder;
    this.#requireOk = requireOk;
  }

  /**
   * Loads the index below `site`, the address of the home page. A browser may remember that a module could not be loaded, so each
   * `attempt`, counted from 1, has an address of its own. Rejects as `requireOk` does, or with what the browser or Pagefind throws.
   */
  static async load(site: URL, attempt: number, requireOk: typeof RequireOk): Promise<TextIndex> {
    const folder = new URL('pagefind/', site);
    const script = new URL(attempt > 1 ? `pagefind.js?again=${attempt}` : 'pagefind.js', folder);
    const module = import(/* @vite-ignore */ script.href) as Promise<PagefindModule>;
    module.catch(() => {
      // Awaited below, once it is known whether there is an index at all.
    });
    // Read to its end, or it would not be kept.
    const worker = requireOk(fetch(new URL('pagefind-worker.js', folder))).then((response) => response.arrayBuffer());
    const index = new TextIndex(folder, requireOk);
    [index.#version] = await Promise.all([index.#versionInReach(), worker]);
    const { createInstance } = await module;
    index.#pagefind = createInstance({ baseUrl: site.pathname, metaCacheTag: index.#version });
    await index.#pagefind.init();
    return index;
  }

  /** The pages that hold the words, best first, of one kind or of all. */
  async pagesWith(words: string, kind: Kind | undefined): Promise<PageFound[]> {
    const found = await this.#pagefind?.search(words, kind ? { filters: { kind } } : {});
    return found?.results ?? [];
  }

  /** Whether the index in reach is still this one. Rejects where none is in reach. */
  async isCurrent(): Promise<boolean> {
    return this.#version === (await this.#versionInReach());
  }

  async close(): Promise<void> {
    await this.#pagefind?.destroy().catch(() => {
      // What is broken may not even close.
    });
  }

  /** Tells one index from another: the name of its list of words, which is made of its content. */
  async #versionInReach(): Promise<string> {
    const entry = await this.#requireOk(fetch(new URL('pagefind-entry.json', this.#folder), { cache: 'no-cache' }));
    const { languages } = (await entry.json()) as { languages: Record<string, { hash: string }> };
    return Object.values(languages)
      .map(({ hash }) => hash)
      .join();
  }
}
