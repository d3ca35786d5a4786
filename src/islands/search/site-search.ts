/** From a question to its answers: the known ones, from one small file, and the places in the whole text. */
import { firstThings } from 'virtual:first-things';
import { asSearchError, requireOk } from './fault.ts';
import { KnownAnswers, type Answer, type KnownAnswersFile } from './known-answers.ts';
import type { Query } from './status.ts';
import { TextSearch, type Place } from './text-search.ts';
import { wordsOf } from './words.ts';

export class SiteSearch {
  readonly #site: URL;
  #known: Promise<KnownAnswers> | undefined;
  #text: TextSearch;
  #late: 'known' | 'text' | undefined;

  /** `site` is the address of the home page; `answers` are the known ones, if they are on their way. */
  constructor(site: URL, answers?: Promise<Response>) {
    this.#site = site;
    this.#text = new TextSearch(site);
    if (!answers) return;
    this.#known = this.#load(answers);
    this.#known.catch(() => {
      // Told when it is asked for.
    });
  }

  /** What takes this long may never come: the next question that was finished loads it anew. */
  tellLate(what: 'known' | 'text'): void {
    this.#late = what;
  }

  /** Rejects with a SearchError; the next question loads the file anew. */
  async known({ typed, kind, isSubmitted }: Query): Promise<Answer> {
    if (isSubmitted) this.#dropLate();
    this.#known ??= this.#load(fetch(new URL('known-answers.json', this.#site)));
    try {
      return (await this.#known).answer(typed, kind);
    } catch (cause) {
      this.#known = undefined;
      throw asSearchError(cause);
    }
  }

  /** Places that `known` does not lead to; it is nothing where it could not be loaded. Rejects with a SearchError; the next question starts anew. */
  async text({ typed, kind }: Query, known: Answer | undefined): Promise<Place[]> {
    const found = await this.#text.find(known?.asked ?? wordsOf(typed), kind);
    const shown = new Set(known?.results.map(({ url }) => url));
    return found.filter(({ url }) => !shown.has(url));
  }

  #dropLate(): void {
    if (this.#late === 'known') this.#known = undefined;
    if (this.#late === 'text') this.#text = new TextSearch(this.#site);
    this.#late = undefined;
  }

  async #load(answers: Promise<Response>): Promise<KnownAnswers> {
    const response = await requireOk(answers);
    return new KnownAnswers(
      (await response.json()) as KnownAnswersFile,
      this.#site,
      firstThings.map(({ path }) => path),
    );
  }
}
