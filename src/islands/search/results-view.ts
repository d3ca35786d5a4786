/**
 * Where an answer is shown: a better spelling where there is one, the choice of a kind, and the list. While there is nothing to show, what was
 * there before stands in its place.
 */
import type { Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { kindChoice, resultList } from './result-list.ts';
import type { Answer } from './site-search.ts';

export interface ResultsView {
  readonly choice: HTMLSelectElement;
  /** `typed` is what the answer answers. */
  readonly show: (answer: Answer, typed: string) => void;
  /** Brings back what was there before. */
  readonly clear: () => void;
  readonly suggest: (better: string, accept: () => void) => void;
}

/** Fills `results`, and empties it when the island stops. `fallback` is shown while there is nothing to show in it. */
export function createResultsView(results: HTMLElement, fallback: HTMLElement, { signal }: Island): ResultsView {
  const choice = kindChoice();
  const suggestion = makeElement('p');
  const filter = makeElement('label', {}, 'Show ', choice);
  const list = makeElement('div');
  const clear = (): void => {
    list.replaceChildren();
    results.hidden = true;
    fallback.hidden = false;
    delete results.dataset['answers'];
  };
  results.replaceChildren(suggestion, filter, list);
  signal.addEventListener('abort', () => {
    clear();
    results.replaceChildren();
  });
  return {
    choice,
    clear,
    show: (answer, typed) => {
      const found = answer.results;
      list.replaceChildren(...(found.length > 0 ? [resultList(found)] : []));
      suggestion.hidden = true;
      // Where a kind was chosen, the choice stays without a result as well, to be taken back.
      results.hidden = filter.hidden = found.length === 0 && !choice.value;
      fallback.hidden = !results.hidden;
      // What is typed may be ahead of what is shown.
      results.dataset['answers'] = typed;
    },
    suggest: (better, accept) => {
      const button = makeElement('button', { type: 'button' }, better);
      button.addEventListener('click', accept);
      suggestion.replaceChildren('Did you mean ', button, '?');
      suggestion.hidden = results.hidden = false;
    },
  };
}
