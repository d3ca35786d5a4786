/** From what a person typed to what answers it. Nothing of the index is loaded before the first question. */
import { describeResult } from './excerpt.ts';
import type { FoundPage } from './page-text.ts';
import { asSearchError, isCurrent, loadIndex, searchIndex, type PagefindIndex, type PageFound } from './pagefind.ts';
import {
  createVocabulary,
  merge,
  singleSearches,
  understand,
  wholeSearches,
  type Candidate,
  type SearchWords,
  type Term,
  type Vocabulary,
} from './query.ts';
import { onePerPage, rank } from './rank.ts';
import type { Kind, Result } from './result.ts';
import { maxResults, minLettersOfMissedWord, quotaOfNoKind, quotas } from './weights.ts';

export interface Answer {
  readonly results: readonly Result[];
  /** Words of those typed that nothing which was found speaks of, but for short ones, which are on their way to another. */
  readonly missed: readonly string[];
}

export class SiteSearch {
  readonly #site: URL;
  readonly #vocabulary: Vocabulary;
  readonly #firstThings: readonly string[];
  #index: Promise<PagefindIndex> | undefined;
  #attempts = 0;

  /** `site` is the address of the home page, `firstThings` those of the pages that most people come for. */
  constructor(site: URL, words: SearchWords, firstThings: readonly string[]) {
    this.#site = site;
    this.#vocabulary = createVocabulary(words);
    this.#firstThings = firstThings;
  }

  /** Looks for one kind of result, or for all. Rejects with a SearchError; the next search starts anew. */
  async answer(typed: string, kind: Kind | undefined): Promise<Answer> {
    try {
      const terms = understand(typed, this.#vocabulary);
      const candidates = await this.#find(terms, kind);
      return await this.#answerWith(candidates, terms, kind);
    } catch (cause) {
      // Pagefind keeps what failed.
      await this.#close();
      throw asSearchError(cause);
    }
  }

  async #find(terms: readonly Term[], kind: Kind | undefined): Promise<Candidate<PageFound>[]> {
    const index = await this.#load();
    const candidates = await candidatesIn(index, terms, kind);
    // "Nothing" is believed only of the index that is in reach now.
    if (candidates.length > 0 || kind || terms.length === 0 || (await isCurrent(index))) return candidates;
    await this.#close();
    return candidatesIn(await this.#load(), terms, kind);
  }

  async #answerWith(candidates: readonly Candidate<PageFound>[], terms: readonly Term[], kind: Kind | undefined): Promise<Answer> {
    const found = await Promise.all(candidates.map(textOf));
    const { pages, missed } = rank(found, terms, this.#vocabulary, this.#firstThings);
    return {
      results: (kind ? pages : onePerPage(pages)).slice(0, maxResults).map((page) => describeResult(page, terms, this.#vocabulary)),
      missed: missed.filter((word) => word.length >= minLettersOfMissedWord),
    };
  }

  #load(): Promise<PagefindIndex> {
    return (this.#index ??= loadIndex(this.#site, ++this.#attempts));
  }

  async #close(): Promise<void> {
    const index = this.#index;
    this.#index = undefined;
    await index
      ?.then((loaded) => loaded.pagefind.destroy())
      .catch(() => {
        // It never started, or is gone already.
      });
  }
}

/** What is worth a closer look, best first. */
async function candidatesIn(index: PagefindIndex, terms: readonly Term[], kind: Kind | undefined): Promise<Candidate<PageFound>[]> {
  const searchAll = (texts: readonly string[]): Promise<PageFound[][]> => Promise.all(texts.map((text) => searchIndex(index, text)));
  const wholes = await searchAll(wholeSearches(terms));
  // Nearly all pages hold the words that nearly all ask for, so what each word finds counts too.
  const singles = await Promise.all(singleSearches(terms).map(searchAll));
  const candidates = merge(wholes, singles);
  const counts = new Map<Kind | undefined, number>();
  return candidates.filter(({ page: { id } }) => {
    const found = index.kinds.get(id);
    const count = (counts.get(found) ?? 0) + 1;
    counts.set(found, count);
    return kind ? found === kind && count <= maxResults : count <= (found ? quotas[found] : quotaOfNoKind);
  });
}

async function textOf({ page, words, score }: Candidate<PageFound>): Promise<FoundPage> {
  return { page: await page.data(), hits: words, score };
}
