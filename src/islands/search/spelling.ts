/** For a word that nothing holds, the nearest that something does. Pure. */
import MiniSearch from 'minisearch';
import { lettersPerSlip, minLettersOfMistyped } from './weights.ts';

export class Speller {
  readonly #words: ReadonlySet<string>;
  readonly #index = new MiniSearch<{ id: string }>({ fields: ['id'], tokenize: (word) => [word], processTerm: (word) => word });

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    this.#index.addAll(Array.from(this.#words, (id) => ({ id })));
  }

  /** With two neighbours swapped, or else with as few other slips as may be; few people mistype a first letter. */
  nearest(word: string): string | undefined {
    if (word.length < minLettersOfMistyped) return undefined;
    const swapped = Array.from(word, (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
    let nearest = swapped.find((one) => this.#words.has(one));
    for (let slips = 1; nearest === undefined && slips <= word.length / lettersPerSlip; slips++)
      nearest = this.#index.search(word, { fuzzy: slips }).find(({ id }) => (id as string).startsWith(word.charAt(0)))?.id as
        string | undefined;
    return nearest;
  }
}
