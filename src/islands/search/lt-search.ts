/**
 * A field, and what it finds. On /search/ it stands in the served HTML, in the dialog it is made by script; either way it works on
 * the same parts: a form with a field "q" that leads to /search/, [data-status], [data-results], and [data-otherwise], which is shown while
 * there are no results. With `data-address` it begins with what the page's address asks for, and keeps that in step.
 */
import { firstThings, words } from 'virtual:search-words';
import { IslandError, requirePart, startIsland, type Island } from '../../browser/island-error.ts';
import type { Result } from './result.ts';
import { linkList, moveByArrows, resultList } from './result-list.ts';
import { createSearch, SearchError, type SearchFault } from './search.ts';

/** Milliseconds without a letter after which the number of results is announced and the address brought into step. */
const pause = 600;
/** Milliseconds after which a person is told that it takes long. */
const patience = 5000;

const faults: Readonly<Record<SearchFault, string>> = {
  missing: 'The search index is not there.',
  unreachable: 'The search index could not be loaded: you may be offline, or something blocks it.',
  refused: 'This browser refuses to run the search: it allows no WebAssembly or no worker here.',
  failed: 'The search broke down.',
};

export class SearchElement extends HTMLElement {
  static define(registry: CustomElementRegistry = customElements): void {
    if (!registry.get('lt-search')) registry.define('lt-search', this);
  }

  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop?.();
    this.#stop = startIsland(this, (island) => {
      this.#start(island);
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #start(island: Island): void {
    const { signal, guard } = island;
    const form = requirePart(this, 'form');
    const field = requirePart(form, 'input');
    const { show, say, settle } = this.#parts(island, () => {
      if (keepsAddress && location.href !== addressOf(form, field)) history.replaceState(history.state, '', addressOf(form, field));
    });
    const keepsAddress = this.hasAttribute('data-address');
    const search = createSearch(new URL('..', form.action), words);

    const showAllPages = guard((why: string): void => {
      show([]);
      say(`${why} Here are all pages instead.`, 0);
      if (!this.querySelector('[data-index]')) {
        void indexOf(form.action).then(
          guard((index) => {
            requirePart(this, '[data-otherwise]').replaceChildren(index);
          }),
        );
      }
    });

    /** What the field holds, and what of that was last looked for. */
    let asked = '';
    let looked = '';
    let busy = false;

    const lookFor = async (typed: string): Promise<void> => {
      const slow = setTimeout(showAllPages, patience, 'The search is slow to load, and goes on loading.');
      try {
        const found = await search(typed);
        if (typed !== asked || signal.aborted) return;
        show(found);
        say(countOf(found, typed));
      } catch (cause) {
        if (typed !== asked || signal.aborted) return;
        console.error(new IslandError(this.localName, cause));
        showAllPages(`${faults[cause instanceof SearchError ? cause.fault : 'failed']} Press Enter in the field to try again.`);
      } finally {
        clearTimeout(slow);
      }
    };

    /** One search at a time, and the latest wins: what was typed meanwhile comes next. */
    const answer = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      while (asked !== looked && !signal.aborted) {
        looked = asked;
        if (asked) await lookFor(asked);
      }
      busy = false;
    };

    const ask = guard((): void => {
      asked = field.value.trim();
      if (!asked) {
        show([]);
        say('');
      }
      void answer();
    });

    const submit = guard((event: SubmitEvent): void => {
      // Never left to the browser: the content policy of a page that is served without a form lets none be sent.
      event.preventDefault();
      if (keepsAddress) {
        looked = '';
        ask();
        settle();
      } else location.assign(addressOf(form, field));
    });

    field.addEventListener('input', ask, { signal });
    form.addEventListener('submit', submit, { signal });
    this.addEventListener('click', settle, { signal });
    moveByArrows(this, field, island);

    // What was typed before this script came goes before what the address asks for.
    if (keepsAddress) field.value ||= new URLSearchParams(location.search).get('q') ?? '';
    ask();
  }

  /** The parts that are written to. What is said shows after a pause, or when it is settled, and `settled` is called then. */
  #parts({ signal, guard }: Island, settled: () => void) {
    const status = requirePart(this, '[data-status]');
    const results = requirePart(this, '[data-results]');
    const otherwise = requirePart(this, '[data-otherwise]');
    const served = status.textContent;

    const show = (found: readonly Result[]): void => {
      results.replaceChildren(...(found.length > 0 ? [resultList(found)] : []));
      results.hidden = found.length === 0;
      otherwise.hidden = found.length > 0;
    };

    let news = '';
    let settling: ReturnType<typeof setTimeout> | undefined;
    const settle = guard((): void => {
      clearTimeout(settling);
      // Writing the same text again would be announced again.
      if (status.textContent !== news) status.textContent = news;
      settled();
    });
    const say = (text: string, after = pause): void => {
      news = text;
      clearTimeout(settling);
      settling = setTimeout(settle, after);
    };

    status.textContent = '';
    status.setAttribute('role', 'status');
    signal.addEventListener('abort', () => {
      clearTimeout(settling);
      show([]);
      status.textContent = served;
    });
    return { show, say, settle };
  }
}

function countOf(found: readonly Result[], typed: string): string {
  if (found.length === 0) return `Nothing found for “${typed}”. Try fewer words, or others.`;
  return `${found.length === 1 ? '1 result' : `${found.length} results`} for “${typed}”`;
}

/** /search/?q=… for what is typed, in full. */
function addressOf(form: HTMLFormElement, field: HTMLInputElement): string {
  const address = new URL(form.action);
  const typed = field.value.trim();
  if (typed) address.searchParams.set('q', typed);
  return address.href;
}

/** The list of all pages, read from /search/; where that can't be had either, a link to it. */
async function indexOf(address: string): Promise<HTMLUListElement> {
  const all: { label: string; href: string }[] = [];
  try {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    for (const link of page.querySelectorAll('[data-index] a')) {
      all.push({ label: link.textContent.trim(), href: new URL(link.getAttribute('href') ?? '', address).href });
    }
  } catch {
    // As with an empty list.
  }
  return linkList(all.length > 0 ? all : [{ label: 'All pages', href: address }]);
}

/** What people come for, as links. `site` is the address of the home page. */
export function firstLinks(site: URL): HTMLUListElement {
  return linkList(firstThings.map(({ label, path }) => ({ label, href: new URL(path.slice(1), site).href })));
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-search': SearchElement;
  }
}
