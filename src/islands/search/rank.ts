/**
 * Which of the known answers answer what was typed. MiniSearch says how well a word fits a text (BM25: what few texts hold counts more, and so does
 * a word in a short text)
 * and takes half-typed words. What it can't say is ours: that an answer has several names, of which
 * the best counts; that it should speak of all that was asked for; that a guide is more than a part of it. Pure.
 */
import MiniSearch from 'minisearch';
import type { KnownAnswer } from './known-answers.ts';
import { fieldWeights, kindWeights, minLettersOfStem, weights } from './weights.ts';
import type { Term, Vocabulary } from './words.ts';

/** What MiniSearch compares: one name of an answer, or all else that is said of it. */
interface Text {
  readonly id: number;
  readonly answer: KnownAnswer;
  readonly name?: string;
  readonly sentence?: string;
  readonly words?: string;
  readonly context?: string;
}

/** A term, and how well each text fits that holds it, by the text's id. */
export interface FoundTerm {
  readonly term: Term;
  readonly scores: ReadonlyMap<number, number>;
  /** How much it counts in the share of what was asked for. */
  readonly share: number;
}

/** What the texts of one answer come to. */
interface Sum {
  name: number;
  text: number;
  /** For each term, how much of it is spoken of: between 0 and 1. */
  readonly coverage: number[];
}

export class Ranking {
  readonly #texts: Text[] = [];
  readonly #index: MiniSearch<Text>;
  readonly #byUrl: ReadonlyMap<string, KnownAnswer>;
  readonly #firstThings: readonly string[];

  /** `firstThings` are the addresses of what people come for, most wanted first. */
  constructor(answers: readonly KnownAnswer[], vocabulary: Vocabulary, firstThings: readonly string[]) {
    this.#byUrl = new Map(answers.map((answer) => [answer.url, answer]));
    this.#firstThings = firstThings;
    for (const answer of answers) {
      const whole = this.#byUrl.get(answer.guide ?? answer.page);
      for (const name of [answer.title, ...answer.names]) this.#texts.push({ id: this.#texts.length, answer, name });
      const context = whole && whole !== answer ? `${whole.title} ${whole.names[0] ?? ''}` : answer.url;
      this.#texts.push({ id: this.#texts.length, answer, sentence: answer.sentence, words: answer.words, context });
    }
    this.#index = new MiniSearch<Text>({
      fields: ['name', 'sentence', 'words', 'context'],
      tokenize: (text) => vocabulary.keysOf(text),
      processTerm: (key) => key,
      searchOptions: { tokenize: (key) => [key], boost: fieldWeights },
    });
    this.#index.addAll(this.#texts);
  }

  /** Where a term is found. The last one may still be being typed. */
  find(term: Term, isLast: boolean): FoundTerm {
    const scores = new Map<number, number>();
    const look = (key: string, weight: number, prefix: boolean): void => {
      for (const { id, score, terms } of this.#index.search(key, { prefix })) {
        // A name in another language is no word that an English one begins: "conection" is not on its way to "conectar".
        if (this.#texts[id as number]?.answer.kind === 'button' && !terms.includes(key)) continue;
        scores.set(id as number, Math.max(scores.get(id as number) ?? 0, score * weight * weightOfRole));
      }
    };
    const weightOfRole = term.isRole ? weights.role : 1;
    const canGoOn = isLast && !term.isRole;
    term.keys.forEach((key, at) => {
      look(key, at === 0 ? 1 : weights.synonym, canGoOn && at === 0);
    });
    // Between "remov" and "removing" stands "removi", which has no stem yet.
    for (let key = term.keys[0] ?? ''; canGoOn && scores.size === 0 && key.length > minLettersOfStem;)
      look((key = key.slice(0, -1)), 1, false);
    const rarity = Math.log(1 + this.#texts.length / (scores.size || 1));
    return { term, scores, share: rarity * weightOfRole };
  }

  /** Best first, and one of each page; where a kind is wanted, each of that kind. */
  rank(found: readonly FoundTerm[], kind: string | undefined): KnownAnswer[] {
    const best = new Map<string, { readonly answer: KnownAnswer; readonly worth: number }>();
    const take = (answer: KnownAnswer, worth: number): void => {
      const key = kind ? answer.url : answer.page;
      if ((!kind || answer.kind === kind) && (best.get(key)?.worth ?? 0) < worth) best.set(key, { answer, worth });
    };
    for (const [answer, sum] of this.#sums(found)) {
      const worth = this.#worth(answer, sum, found);
      take(answer, worth);
      const guide = this.#byUrl.get(answer.guide ?? '');
      if (guide && !kind) take(guide, worth * weights.guide);
    }
    const ranked = [...best.values()].sort((one, other) => other.worth - one.worth);
    const least = weights.least * (ranked[0]?.worth ?? 0);
    return ranked.filter(({ worth }) => worth >= least).map(({ answer }) => answer);
  }

  #sums(found: readonly FoundTerm[]): Map<KnownAnswer, Sum> {
    const sums = new Map<KnownAnswer, Sum>();
    for (const id of new Set(found.flatMap(({ scores }) => [...scores.keys()]))) {
      const text = this.#texts[id];
      if (!text) continue;
      const sum = sums.get(text.answer) ?? { name: 0, text: 0, coverage: found.map(() => 0) };
      sums.set(text.answer, sum);
      const isName = text.name !== undefined;
      found.forEach(({ scores }, at) => {
        if (scores.has(id)) sum.coverage[at] = Math.max(sum.coverage[at] ?? 0, isName ? 1 : weights.textOnly);
      });
      const score = found.reduce((all, { scores }) => all + (scores.get(id) ?? 0), 0);
      const here = found.map(({ scores }) => (scores.has(id) ? 1 : 0));
      const weight = text.name === text.answer.title ? 1 : weights.alias;
      if (isName) sum.name = Math.max(sum.name, score * shareOf(here, found) * weight);
      else sum.text = score;
    }
    return sums;
  }

  #worth(answer: KnownAnswer, { name, text, coverage }: Sum, found: readonly FoundTerm[]): number {
    const kind = kindWeights[answer.kind] ?? 1;
    const first = this.#firstThings.indexOf(answer.url);
    const place = (answer.page === answer.url ? 1 : weights.part) * (first < 0 ? 1 : weights.firstThing - first / 100);
    return (name + weights.text * text) * shareOf(coverage, found) * kind * place;
  }
}

/** Between 0 and 1: how much of what was asked for is covered. What is rare counts more. */
function shareOf(coverage: readonly number[], found: readonly FoundTerm[]): number {
  const all = found.reduce((sum, { share }) => sum + share, 0);
  return found.reduce((sum, { share }, at) => sum + share * (coverage[at] ?? 0), 0) / (all || 1);
}
