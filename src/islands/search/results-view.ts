/**
 * Where an answer is shown: a better spelling where there is one, the choice of a kind, and the list. While there is nothing to show, what was
 * there before stands in its place.
 */
import type { Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { kindChoice, resultList } from './result-list.ts';
import type { Answer } from './site-search.ts';

export class ResultsView {
  readonly choice = kindChoice();
  readonly #suggestion = makeElement('p');
  readonly #filter = makeElement('label', {}, 'Show ', this.choice);
  readonly #list = makeElement('div');
  readonly #results: HTMLElement;
  readonly #fallback: HTMLElement;

  /** Fills `results`, and empties it when the island stops. `fallback` is shown while there is nothing to show in it. */
  constructor(results: HTMLElement, fallback: HTMLElement, { signal }: Island) {
    this.#results = results;
    this.#fallback = fallback;
    results.replaceChildren(this.#suggestion, this.#filter, this.#list);
    signal.addEventListener('abort', () => {
      this.clear();
      results.replaceChildren();
    });
  }

  /** `typed` is what the answer answers. Where a kind was chosen, the choice stays without a result as well, to be taken back. */
  show({ results }: Answer, typed: string): void {
    this.#list.replaceChildren(...(results.length > 0 ? [resultList(results)] : []));
    this.#suggestion.hidden = true;
    this.#filter.hidden = results.length === 0 && !this.choice.value;
    this.#setHidden(this.#filter.hidden);
    // What is typed may be ahead of what is shown.
    this.#results.dataset['answers'] = typed;
  }

  /** Brings back what was there before. */
  clear(): void {
    this.#list.replaceChildren();
    this.#setHidden(true);
    delete this.#results.dataset['answers'];
  }

  suggest(better: string, accept: () => void): void {
    const button = makeElement('button', { type: 'button' }, better);
    button.addEventListener('click', accept);
    this.#suggestion.replaceChildren('Did you mean ', button, '?');
    this.#suggestion.hidden = false;
    this.#results.hidden = false;
  }

  /** Puts something else in place of what was there before. */
  replaceFallback(content: HTMLElement): void {
    this.#fallback.replaceChildren(content);
  }

  #setHidden(hidden: boolean): void {
    this.#results.hidden = hidden;
    this.#fallback.hidden = !hidden;
  }
}
