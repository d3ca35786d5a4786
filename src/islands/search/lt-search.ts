/**
 * A field, and what it finds. On /search/ it stands in the served HTML, in the dialog it is made by script; either way it works on
 * the same parts: a form with a field "q" that leads to /search/, [data-status], [data-results], and [data-otherwise], which is shown while
 * there are no results. With `data-address` it begins with what the page's address asks for, and keeps that in step.
 */
import { firstThings, words } from 'virtual:search-words';
import { IslandElement, IslandError, requirePart, type Island } from '../../browser/island.ts';
import { createAnnouncer, type Announcer } from './announcer.ts';
import { fetchPageList } from './page-lists.ts';
import { SearchError, type SearchFault } from './pagefind.ts';
import { moveByArrows, pluralOf } from './result-list.ts';
import { kinds, type Kind } from './result.ts';
import { createResultsView, type ResultsView } from './results-view.ts';
import { SiteSearch, type Answer } from './site-search.ts';

/** Milliseconds after which a person is told that it takes long. */
const slowAfter = 5000;

const faults: Readonly<Record<SearchFault, string>> = {
  missing: 'The search index is not there.',
  unreachable: 'The search index could not be loaded: you may be offline, or something blocks it.',
  refused: 'This browser refuses to run the search: it allows no WebAssembly or no worker here.',
  failed: 'The search broke down.',
};

/** What somebody looks for. */
interface Query {
  readonly typed: string;
  readonly kind: Kind | undefined;
  /** Whether it was finished, by Enter or the button, so that nothing need wait for more letters. */
  readonly isSubmitted: boolean;
}

export class SearchElement extends IslandElement {
  static override readonly tag = 'lt-search';

  #form!: HTMLFormElement;
  #field!: HTMLInputElement;
  #view!: ResultsView;
  #announcer!: Announcer;
  #search!: SiteSearch;
  /** What the field and the choice hold, and what of that was last searched for. */
  #query: Query | undefined;
  #searched: Query | undefined;
  #isSearching = false;

  protected override start(island: Island): void {
    const { signal, guard } = island;
    const keepAddress = guard(() => {
      this.#keepAddress();
    });
    this.#findParts(island, keepAddress);
    this.#query = this.#searched = undefined;
    this.#isSearching = false;
    const ask = guard(() => {
      this.#ask(island);
    });
    const submit = guard((event: SubmitEvent) => {
      this.#submit(event, island);
    });
    this.#field.addEventListener('input', ask, { signal });
    this.#view.choice.addEventListener('change', ask, { signal });
    this.#form.addEventListener('submit', submit, { signal });
    // Before a link leads away: at the Back button the page begins with its address.
    this.addEventListener('click', keepAddress, { signal });
    moveByArrows(this, this.#field, island);
    if (this.#keepsAddress) this.#beginWithAddress();
    this.#ask(island);
  }

  #findParts(island: Island, keepAddress: () => void): void {
    this.#form = requirePart(this, 'form');
    this.#field = requirePart(this.#form, 'input');
    const status = requirePart(this, '[data-status]');
    this.#view = createResultsView(requirePart(this, '[data-results]'), requirePart(this, '[data-otherwise]'), island);
    this.#announcer = createAnnouncer(status, island.signal, keepAddress);
    this.#search = new SiteSearch(
      new URL('..', this.#form.action),
      words,
      firstThings.map(({ path }) => path),
    );
  }

  /** Takes what the field and the choice hold for the question now. */
  #ask(island: Island, isSubmitted = false): void {
    const typed = this.#field.value.trim();
    const { choice } = this.#view;
    if (!typed) choice.value = '';
    this.#query = typed ? { typed, kind: kinds.find((kind) => kind === choice.value), isSubmitted } : undefined;
    if (!this.#query) {
      this.#view.clear();
      this.#announcer.announce('');
      if (isSubmitted) this.#announcer.flush();
    }
    void this.#answerLatest(island);
  }

  #submit(event: SubmitEvent, island: Island): void {
    // Never left to the browser: the content policy of a page that is served without a form lets none be sent.
    event.preventDefault();
    if (this.#keepsAddress) {
      this.#ask(island, true);
      this.#keepAddress();
    } else {
      location.assign(this.#address());
    }
  }

  /** One search at a time, and the latest wins: what was typed meanwhile comes next. */
  async #answerLatest(island: Island): Promise<void> {
    if (this.#isSearching) return;
    this.#isSearching = true;
    while (this.#query !== this.#searched) {
      this.#searched = this.#query;
      if (this.#query) await this.#answer(this.#query, island);
      // What is left of an island that stopped must not meddle with one that has started since.
      if (island.signal.aborted) return;
    }
    this.#isSearching = false;
  }

  async #answer(query: Query, { signal, guard }: Island): Promise<void> {
    const showAllPages = guard((why: string) => {
      if (!signal.aborted) this.#showAllPages(why, guard);
    });
    const slow = setTimeout(showAllPages, slowAfter, 'The search is slow to load, and goes on loading.');
    const isLate = (): boolean => query !== this.#query || signal.aborted;
    try {
      const answer = await this.#search.answer(query.typed, query.kind);
      if (!isLate()) await this.#show(answer, query, isLate);
    } catch (cause) {
      if (isLate()) return;
      console.error(new IslandError(this.localName, cause));
      showAllPages(`${faults[cause instanceof SearchError ? cause.fault : 'failed']} Press Enter in the field to try again.`);
    } finally {
      clearTimeout(slow);
    }
  }

  async #show(answer: Answer, query: Query, isLate: () => boolean): Promise<void> {
    const count = describeCount(answer, query);
    this.#view.show(answer, query.typed);
    this.#announcer.announce(count);
    const better = await betterSpelling(query.typed, answer.missed);
    if (isLate()) return;
    if (better) {
      this.#view.suggest(better, () => {
        this.#accept(better);
      });
      this.#announcer.announce(`${count} Did you mean “${better}”?`);
    }
    if (query.isSubmitted) this.#announcer.flush();
  }

  #accept(better: string): void {
    this.#field.value = better;
    this.#field.dispatchEvent(new Event('input'));
    this.#field.focus();
  }

  #showAllPages(why: string, guard: Island['guard']): void {
    this.#view.clear();
    this.#announcer.announce(`${why} Here are all pages instead.`);
    this.#announcer.flush();
    if (this.querySelector('[data-index]')) return;
    const show = guard((list: HTMLElement) => {
      requirePart(this, '[data-otherwise]').replaceChildren(list);
    });
    void fetchPageList(this.#form.action).then(show);
  }

  get #keepsAddress(): boolean {
    return this.hasAttribute('data-address');
  }

  /** /search/?q=… for what is typed and which kind is chosen, in full. */
  #address(): string {
    const address = new URL(this.#form.action);
    const typed = this.#field.value.trim();
    if (typed) address.searchParams.set('q', typed);
    if (this.#view.choice.value) address.searchParams.set('kind', this.#view.choice.value);
    return address.href;
  }

  #keepAddress(): void {
    if (this.#keepsAddress && location.href !== this.#address()) history.replaceState(history.state, '', this.#address());
  }

  #beginWithAddress(): void {
    const { searchParams } = new URL(location.href);
    // What was typed before this script came goes before what the address asks for.
    this.#field.value ||= searchParams.get('q') ?? '';
    this.#view.choice.value = kinds.find((kind) => kind === searchParams.get('kind')) ?? '';
  }
}

function describeCount({ results: { length } }: Answer, { typed, kind }: Query): string {
  const among = kind ? ` among ${pluralOf(kind)}` : '';
  if (length === 0) return `Nothing found for “${typed}”${among}. ${kind ? 'Show all, or try' : 'Try'} other words.`;
  return `${length} ${length === 1 ? 'result' : 'results'} for “${typed}”${among}`;
}

/** Nothing but a help: where its list of words can't be loaded, there is none. */
async function betterSpelling(typed: string, missed: readonly string[]): Promise<string | undefined> {
  if (missed.length === 0) return undefined;
  return import('./nearest.ts').then((nearest) => nearest.didYouMean(typed, missed)).catch(() => undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-search': SearchElement;
  }
}
