/** The whole text, by Pagefind and in its order. Nothing of its index is loaded before the first question. */
import { highlightAt, sentenceAround } from './excerpt.ts';
import { asSearchError, requireOk } from './fault.ts';
import type { PageFound, PageText, TextIndex } from './pagefind.ts';
import type { Kind, Result } from './result.ts';
import { maxTextResults } from './weights.ts';
import { stem, wordsOf } from './words.ts';

/** A place in the text. */
export interface Place extends Result {
  /** Those of the words that were asked for that its page holds. */
  readonly held: readonly string[];
}

/** How often an index was loaded, by whichever search: one that is tried again has addresses of its own. */
let attempts = 0;

export class TextSearch {
  readonly #site: URL;
  #index: Promise<TextIndex> | undefined;

  /** `site` is the address of the home page. */
  constructor(site: URL) {
    this.#site = site;
  }

  /** Where most of `words` stand. Rejects with a SearchError; the next search starts anew. */
  async find(words: readonly string[], kind: Kind | undefined): Promise<Place[]> {
    try {
      const pages = await this.#pagesWith(words.join(' '), kind);
      const texts = await Promise.all(pages.slice(0, maxTextResults).map((page) => page.data()));
      return texts.flatMap((text) => describe(text, words) ?? []);
    } catch (cause) {
      // Pagefind keeps what failed.
      await this.#close();
      throw asSearchError(cause);
    }
  }

  /** Where a part is missing because a newer index has taken the place of the one that was loaded, that answers. */
  async #pagesWith(words: string, kind: Kind | undefined): Promise<PageFound[]> {
    const index = await this.#load();
    try {
      return await index.pagesWith(words, kind);
    } catch (cause) {
      if (await index.isCurrent()) throw cause;
      await this.#close();
      return (await this.#load()).pagesWith(words, kind);
    }
  }

  #load(): Promise<TextIndex> {
    return (this.#index ??= import('./pagefind.ts').then(({ TextIndex: Index }) => Index.load(this.#site, ++attempts, requireOk)));
  }

  async #close(): Promise<void> {
    const index = await this.#index?.catch(() => undefined);
    this.#index = undefined;
    await index?.close();
  }
}

/** The part that holds most of what was found, and the sentence there. Nothing where that is not what was asked for: Pagefind takes "is" for "istanbul". */
function describe({ url, content, meta, sub_results: parts }: PageText, asked: readonly string[]): Place | undefined {
  const words = content.split(/\s+/);
  const isHeld = (word: string, at: number): boolean => {
    const [held = ''] = wordsOf(words[at] ?? '');
    return stem(held) === stem(word) || held.startsWith(word);
  };
  const [part] = parts.toSorted((one, other) => other.locations.length - one.locations.length);
  if (!part) return undefined;
  const held = asked.filter((word) => parts.some(({ locations }) => locations.some((at) => isHeld(word, at))));
  const hits = new Set(part.locations.filter((at) => asked.some((word) => isHeld(word, at))));
  const [hit] = hits;
  if (hit === undefined || held.length * 2 <= asked.length) return undefined;
  const title = meta['title'] ?? url;
  return {
    url: part.url,
    title,
    section: part.title === title ? '' : part.title,
    kind: meta['kind'] ?? '',
    text: highlightAt(words, sentenceAround(words, hit), hits),
    guide: undefined,
    held,
  };
}
