/**
 * A field, and what it finds. On /search/ it stands in the served HTML, in the dialog it is made by script; either way it works on
 * the same parts: a form with a field "q" that leads to /search/, [data-status], [data-results], and [data-otherwise], which is shown while
 * there are no results. With `data-address` it begins with what the page's address asks for, and keeps that in step.
 */
import { firstThings, words } from 'virtual:search-words';
import { IslandElement, IslandError, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { kinds, type Kind } from './result.ts';
import { kindChoice, linkList, moveByArrows, pluralOf, resultList } from './result-list.ts';
import { createSearch, SearchError, type Answer, type SearchFault } from './pagefind.ts';

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

export class SearchElement extends IslandElement {
  static override readonly tag = 'lt-search';

  protected override start(island: Island): void {
    const { signal, guard } = island;
    const form = requirePart(this, 'form');
    const field = requirePart(form, 'input');
    const keepsAddress = this.hasAttribute('data-address');
    const keepInStep = guard((): void => {
      if (keepsAddress && location.href !== address()) history.replaceState(history.state, '', address());
    });
    const { choice, show, propose, say } = this.#parts(island, keepInStep);
    const address = (): string => addressOf(form, field, choice.value);
    const search = createSearch(
      new URL('..', form.action),
      words,
      firstThings.map(({ path }) => path),
    );

    const showAllPages = guard((why: string): void => {
      show(undefined);
      say(`${why} Here are all pages instead.`, 0);
      if (!this.querySelector('[data-index]')) {
        void indexOf(form.action).then(
          guard((index) => {
            requirePart(this, '[data-otherwise]').replaceChildren(index);
          }),
        );
      }
    });

    /** What the field and the choice hold, and what of that was last looked for. */
    let asked: Asked | undefined;
    let looked: Asked | undefined;
    let busy = false;

    /** Nothing but a help: where it can't be loaded, nothing is said. */
    const spelled = (typed: string, missed: readonly string[]): Promise<string | undefined> =>
      missed.length === 0
        ? Promise.resolve(undefined)
        : import('./nearest.ts').then(({ didYouMean }) => didYouMean(typed, missed)).catch(() => undefined);

    const lookFor = async (question: Asked): Promise<void> => {
      const { typed, kind } = question;
      const slow = setTimeout(showAllPages, patience, 'The search is slow to load, and goes on loading.');
      const isLate = (): boolean => question !== asked || signal.aborted;
      try {
        const found = await search(typed, kind);
        if (isLate()) return;
        show(found, typed);
        const count = countOf(found, question);
        if (!question.submitted) say(count);
        const better = await spelled(typed, found.missed);
        if (isLate()) return;
        if (better) propose(better);
        if (better || question.submitted) say(better ? `${count} Did you mean “${better}”?` : count, question.submitted ? 0 : pause);
      } catch (cause) {
        if (isLate()) return;
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

    const ask = guard((submitted: boolean): void => {
      const typed = field.value.trim();
      if (!typed) choice.value = '';
      asked = typed ? { typed, kind: kinds.find((kind) => kind === choice.value), submitted } : undefined;
      if (!asked) {
        show(undefined);
        say('', submitted ? 0 : pause);
      }
      void answer();
    });

    const submit = guard((event: SubmitEvent): void => {
      // Never left to the browser: the content policy of a page that is served without a form lets none be sent.
      event.preventDefault();
      if (keepsAddress) {
        ask(true);
        keepInStep();
      } else location.assign(address());
    });

    const typing = (): void => {
      ask(false);
    };
    field.addEventListener('input', typing, { signal });
    choice.addEventListener('change', typing, { signal });
    form.addEventListener('submit', submit, { signal });
    this.addEventListener('click', keepInStep, { signal });
    moveByArrows(this, field, island);

    if (keepsAddress) {
      const { searchParams } = new URL(location.href);
      // What was typed before this script came goes before what the address asks for.
      field.value ||= searchParams.get('q') ?? '';
      choice.value = kinds.find((kind) => kind === searchParams.get('kind')) ?? '';
    }
    ask(false);
  }

  /** The parts that are written to. What is said shows after a pause, or when it is settled, and `settled` is called then. */
  #parts({ signal, guard }: Island, settled: () => void) {
    const status = requirePart(this, '[data-status]');
    const results = requirePart(this, '[data-results]');
    const otherwise = requirePart(this, '[data-otherwise]');
    const served = status.textContent;
    const choice = kindChoice();
    const proposal = makeElement('p');
    const list = makeElement('div');
    const filter = makeElement('label', {}, 'Show ', choice);
    results.replaceChildren(proposal, filter, list);

    /** Nothing to show brings back what was there before. Where a kind was chosen, the choice stays, to be taken back. */
    const show = (answer: Answer | undefined, typed = ''): void => {
      if (typed) results.dataset['answers'] = typed;
      else delete results.dataset['answers'];
      const found = answer?.results ?? [];
      list.replaceChildren(...(found.length > 0 ? [resultList(found)] : []));
      proposal.hidden = true;
      filter.hidden = found.length === 0 && !choice.value;
      results.hidden = !answer || filter.hidden;
      otherwise.hidden = !results.hidden;
    };

    const propose = (better: string): void => {
      const take = makeElement('button', { type: 'button' }, better);
      take.addEventListener('click', () => {
        const field = requirePart(this, 'input');
        field.value = better;
        field.dispatchEvent(new Event('input'));
        field.focus();
      });
      proposal.replaceChildren('Did you mean ', take, '?');
      proposal.hidden = results.hidden = false;
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
      if (after > 0) settling = setTimeout(settle, after);
      else settle();
    };

    status.textContent = '';
    status.setAttribute('role', 'status');
    signal.addEventListener('abort', () => {
      clearTimeout(settling);
      show(undefined);
      results.replaceChildren();
      status.textContent = served;
    });
    return { choice, show, propose, say };
  }
}

/** What somebody looks for. */
interface Asked {
  readonly typed: string;
  readonly kind: Kind | undefined;
  /** By Enter, who waits for no more letters. */
  readonly submitted: boolean;
}

function countOf({ results: { length } }: Answer, { typed, kind }: Asked): string {
  const among = kind ? ` among ${pluralOf(kind)}` : '';
  if (length === 0) return `Nothing found for “${typed}”${among}. ${kind ? 'Show all, or try' : 'Try'} other words.`;
  return `${length === 1 ? '1 result' : `${length} results`} for “${typed}”${among}`;
}

/** /search/?q=… for what is typed and which kind is chosen, in full. */
function addressOf(form: HTMLFormElement, field: HTMLInputElement, kind: string): string {
  const address = new URL(form.action);
  const typed = field.value.trim();
  if (typed) address.searchParams.set('q', typed);
  if (kind) address.searchParams.set('kind', kind);
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
