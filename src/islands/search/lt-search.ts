/**
 * A field, and what it finds: at each letter the known answers, and below them places in the whole text. On /search/ it stands in the served HTML, in
 * the dialog it is made by script; either way it works on the same parts: a form with a field that leads to /search/, [data-status], [data-results],
 * and [data-otherwise], which is shown while there are no results. With `data-address` it begins with what the fragment of the page's address asks
 * for, and keeps that in step: a fragment stays in the browser, where a query would reach the server.
 */
import { IslandElement, IslandError, requirePart, type Island } from '../../browser/island.ts';
import { createAnnouncer, type Announcer } from './announcer.ts';
import { asSearchError, type SearchFault } from './fault.ts';
import type { Answer } from './known-answers.ts';
import { fetchPageList } from './page-lists.ts';
import { moveByArrows } from './result-list.ts';
import { kinds } from './result.ts';
import { createResultsView, type ResultsView } from './results-view.ts';
import { maxTypedLetters } from './search-form.ts';
import { SiteSearch } from './site-search.ts';
import { describeFound, describeMost, type Found, type Query } from './status.ts';
import { enoughAnswers } from './weights.ts';

/** Milliseconds after which a person is told that it takes long. */
const slowAfter = 5000;

/** Milliseconds without a letter before the whole text is searched, since each such search loads files. */
const pauseBeforeText = 250;

export class SearchElement extends IslandElement {
  static override readonly tag = 'lt-search';

  /** The known answers, if they were asked for before this came. They can be read once. */
  answers: Promise<Response> | undefined;
  #form!: HTMLFormElement;
  #field!: HTMLInputElement;
  #view!: ResultsView;
  #announcer!: Announcer;
  #search!: SiteSearch;
  /** What the field and the choice hold. */
  #query: Query | undefined;
  #isPrivate = false;

  protected override start(island: Island): void {
    const { signal, guard } = island;
    this.#form = requirePart(this, 'form');
    this.#field = requirePart(this.#form, 'input');
    const keepAddress = guard(() => {
      this.#keepAddress();
    });
    const ask = guard(() => {
      this.#ask(island);
    });
    const submit = guard((event: Event) => {
      // Never left to the browser: the content policy of a page that is served without a form lets none be sent.
      event.preventDefault();
      if (this.#keepsAddress || event.type === 'click') this.#ask(island, true);
      else location.assign(this.#address());
    });
    const begin = guard((change?: Event) => {
      if (this.#beginWithAddress(change !== undefined)) this.#ask(island, true);
    });
    const [results, fallback] = [requirePart(this, '[data-results]'), requirePart(this, '[data-otherwise]')];
    this.#view = createResultsView({ field: this.#field, results, fallback }, submit, island);
    this.#announcer = createAnnouncer(requirePart(this, '[data-status]'), signal, keepAddress);
    this.#search = new SiteSearch(new URL('..', this.#form.action), this.answers);
    this.answers = undefined;
    this.#field.addEventListener('input', ask, { signal });
    this.#view.choice.addEventListener('change', ask, { signal });
    this.#form.addEventListener('submit', submit, { signal });
    // Before a link leads away: at the Back button the page begins with its address.
    this.addEventListener('click', keepAddress, { signal });
    moveByArrows(this, this.#field, island);
    if (!this.#keepsAddress) return;
    addEventListener('hashchange', begin, { signal });
    // Put back into the page, it begins with what it was left with, also where that is nothing.
    signal.addEventListener('abort', keepAddress);
    begin();
  }

  /** What may be kept of the question for who comes back. Not where they may be afraid, and share the device. */
  get query(): string {
    return this.#isPrivate ? '' : (this.#query?.typed ?? '');
  }

  /** Takes what the field and the choice hold for the question now. */
  #ask(island: Island, isSubmitted = false): void {
    const typed = this.#field.value.trim();
    const { choice } = this.#view;
    // Back on a page that it kept, WebKit resets such a field to what it was served with.
    this.#field.defaultValue = this.#field.value;
    if (!typed) choice.value = '';
    this.#query = typed ? { typed, kind: kinds.find((kind) => kind === choice.value), isSubmitted } : undefined;
    if (this.#query) {
      void this.#answer(this.#query, island);
    } else {
      this.#view.clear();
      this.#announcer.makeRoomFor('');
      this.#announcer.announce('');
    }
    if (isSubmitted) this.#keepAddress();
  }

  /** The latest question wins: what comes late for another is dropped. */
  async #answer(query: Query, island: Island): Promise<void> {
    const isLate = (): boolean => query !== this.#query || island.signal.aborted;
    let found: Found = {};
    const tellSlow = island.guard(() => {
      if (!isLate()) this.#tellSlow(found, query, island);
    });
    const slow = setTimeout(tellSlow, slowAfter);
    try {
      found = await this.#search.known(query).then((known) => ({ known }), this.#asFault('knownFault'));
      if (isLate()) return;
      const isEnough = !query.isSubmitted && found.known !== undefined && isAnswered(found.known);
      this.#show(found, query, isEnough);
      if (isEnough) return;
      if (!query.isSubmitted) await new Promise((resolve) => setTimeout(resolve, pauseBeforeText));
      if (isLate()) return;
      const text = await this.#search.text(query, found.known).then((places) => ({ text: places }), this.#asFault('textFault'));
      if (isLate()) return;
      if (found.knownFault && 'textFault' in text) this.#showAllPages(describeFound({ ...found, ...text }, query), island);
      else this.#show({ ...found, ...text }, query, true);
    } finally {
      clearTimeout(slow);
    }
  }

  #asFault<Name extends string>(name: Name): (cause: unknown) => Partial<Record<Name, SearchFault>> {
    return (cause) => {
      console.error(new IslandError(this.localName, cause));
      return { [name]: asSearchError(cause).fault } as Partial<Record<Name, SearchFault>>;
    };
  }

  #show(found: Found, query: Query, isComplete: boolean): void {
    this.#isPrivate = found.known?.isPrivate ?? false;
    if (!found.text && !found.textFault) this.#announcer.makeRoomFor((isComplete ? describeFound : describeMost)(found, query));
    this.#view.show(found, query, isComplete);
    this.#announcer.announce(describeFound(found, query));
    if (isComplete && query.isSubmitted) this.#announcer.flush();
  }

  #tellSlow(found: Found, query: Query, island: Island): void {
    this.#search.tellLate(found.known || found.knownFault ? 'text' : 'known');
    if (!found.known) {
      this.#showAllPages('The search is slow to load, and goes on loading.', island);
    } else {
      this.#announcer.announce(describeFound({ ...found, isTextSlow: true }, query));
      this.#announcer.flush();
    }
  }

  #showAllPages(why: string, { guard }: Island): void {
    this.#view.clear();
    this.#announcer.announce(`${why} Here are all pages instead.`);
    this.#announcer.flush();
    if (this.querySelector('[data-index]')) return;
    void fetchPageList(this.#form.action).then(guard(this.#view.fallBackTo));
  }

  get #keepsAddress(): boolean {
    return this.hasAttribute('data-address');
  }

  /** /search/#q=… for what is typed and which kind is chosen, in full. */
  #address(): string {
    const typed = this.#field.value.trim();
    const asked = new URLSearchParams({ ...(typed && { q: typed }), ...(this.#view.choice.value && { kind: this.#view.choice.value }) });
    return new URL(asked.size > 0 ? `#${asked}` : '', this.#form.action).href;
  }

  #keepAddress(): void {
    if (this.#keepsAddress && location.href !== this.#address()) history.replaceState(history.state, '', this.#address());
  }

  /** Returns whether the field holds anything then. */
  #beginWithAddress(isChanged: boolean): boolean {
    const { hash, search } = location;
    // An address of before has it in its query.
    const asked = new URLSearchParams(hash.slice(1) || search);
    const typed = (asked.get('q') ?? '').slice(0, maxTypedLetters);
    // What was typed before this began, or began again, goes before what the address asks for.
    if (!isChanged) this.#field.value ||= typed;
    else if (typed) this.#field.value = typed;
    this.#view.choice.value = kinds.find((kind) => kind === asked.get('kind')) ?? '';
    return this.#field.value !== '';
  }
}

/** What is not known may still stand in the text. */
const isAnswered = ({ results, unknown }: Answer): boolean => results.length >= enoughAnswers && unknown.length === 0;

declare global {
  interface HTMLElementTagNameMap {
    'lt-search': SearchElement;
  }
}
