/**
 * Where an answer is shown: the choice of a kind, the known answers, and below them the places in the text, or a button that looks for them. While there is
 * nothing to show, what was there before stands in its place.
 */
import type { Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { kindChoice, resultList } from './result-list.ts';
import type { Found, Query } from './status.ts';

export interface ResultsView {
  readonly choice: HTMLSelectElement;
  /** Complete is what nothing is awaited for. */
  readonly show: (found: Found, query: Query, isComplete: boolean) => void;
  /** Brings back what was there before. */
  readonly clear: () => void;
  /** From now on that is what stands there while there is nothing to show. */
  readonly fallBackTo: (list: HTMLElement) => void;
}

/** The parts of the search that a view works on. `fallback` is shown while there is nothing to show in `results`. */
interface Parts {
  readonly field: HTMLElement;
  readonly results: HTMLElement;
  readonly fallback: HTMLElement;
}

/** Fills the results, and empties them when the island stops. `searchText` is called where somebody wants the whole text searched. Whatever comes, nobody loses the focus. */
export function createResultsView(
  { field, results, fallback }: Parts,
  searchText: (event: Event) => void,
  { signal }: Island,
): ResultsView {
  const choice = kindChoice();
  const filter = makeElement('label', {}, 'Show ', choice);
  const answers = makeElement('div', { 'data-known': true });
  const heading = makeElement('h2', {}, 'In the text');
  const places = makeElement('div');
  const button = makeElement('button', { type: 'button' }, 'Search the whole text');
  /** Whoever stood on a link goes on standing on it where it is there again, whoever pressed the button on the first of what it brought; else they are back in the field. */
  const rememberFocus = (): (() => void) => {
    const had = document.activeElement;
    if (!(had instanceof HTMLElement) || ![results, fallback].some((part) => part.contains(had))) return () => undefined;
    return () => {
      if (had.isConnected && !had.closest('[hidden]')) return;
      const links = [results, fallback].flatMap((part) => (part.hidden ? [] : Array.from(part.querySelectorAll('a'))));
      const next = had === button ? places.querySelector('a') : links.find(({ href }) => href === (had as HTMLAnchorElement).href);
      (next ?? field).focus();
    };
  };
  const clear = (): void => {
    const restoreFocus = rememberFocus();
    answers.replaceChildren();
    results.hidden = true;
    fallback.hidden = false;
    delete results.dataset['answers'];
    delete results.dataset['complete'];
    restoreFocus();
  };
  button.addEventListener('click', searchText, { signal });
  results.replaceChildren(filter, answers, heading, places, button);
  signal.addEventListener('abort', () => {
    clear();
    results.replaceChildren();
  });
  return {
    choice,
    clear,
    fallBackTo: (list) => {
      const restoreFocus = rememberFocus();
      fallback.replaceChildren(list);
      restoreFocus();
    },
    show: ({ known, text, textFault }, { typed }, isComplete) => {
      const restoreFocus = rememberFocus();
      answers.replaceChildren(...(known?.results.length ? [resultList(known.results)] : []));
      places.replaceChildren(...(text?.length ? [resultList(text)] : []));
      heading.hidden = !text?.length;
      // Whoever pressed it stays on it until the text is there.
      button.hidden = text !== undefined || textFault !== undefined || !(isComplete || document.activeElement === button);
      // Where a kind was chosen, the choice stays without a result as well, to be taken back.
      results.hidden = filter.hidden = !known?.results.length && !text?.length && !choice.value;
      fallback.hidden = !results.hidden;
      // What is typed may be ahead of what is shown.
      results.dataset['answers'] = typed;
      if (isComplete) results.dataset['complete'] = typed;
      else delete results.dataset['complete'];
      restoreFocus();
    },
  };
}
