/**
 * What a person typed: which words of it count, what our pages say for them, which searches to make, and what these find
 * together. Pure: no page, no Pagefind, no clock.
 */
import type { words } from 'virtual:search-words';
import { maxTypedWords, minLettersOfBeginning, minLettersOfSynonym } from './weights.ts';

/** `src/content/synonyms.yaml`, which explains it. */
export type SearchWords = typeof words;

/** One thing a person asked for. */
export interface Term {
  /** Its words as typed, without stop words. */
  readonly typed: string;
  /** What our pages say for it, the most usual word first; empty where they say what was typed. */
  readonly ours: readonly string[];
  /** The stems of all these words: a text that holds one of them speaks of this. */
  readonly stems: ReadonlySet<string>;
  /** Where the person may still be typing: a text that holds a word beginning so speaks of this too. */
  readonly beginning?: string;
}

/** Whether a word with this stem speaks of what was asked for. */
export const speaksOf = (stem: string, term: Term): boolean =>
  term.stems.has(stem) || (term.beginning !== undefined && stem.startsWith(term.beginning));

/** Whether a text with these stems speaks of what was asked for. */
export const mentions = (stems: readonly string[], term: Term): boolean => stems.some((stem) => speaksOf(stem, term));

/** Lower case, without accents and apostrophes; "30,000" is "30000", and "Linked In" is "linkedin". */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replaceAll(/(\d)[.,](?=\d{3}\b)/g, '$1')
    .replaceAll(/\blinked[\s-]in\b/g, 'linkedin');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const endings = /(?:ments?|ations?|ions?|y?ings?|als?|ied|ies|ed|es|ly|e|y|s)$/;

/** Close enough to make "removing", "removal" and "removed" one. Used on both sides of every comparison, so it need not be a word. */
export function stem(word: string): string {
  const cut = word.replace(endings, '');
  return (cut.length < 3 ? word.replace(/s$/, '') : cut).replace(/([bdgklmnprst])\1$/, '$1');
}

/** Words of one meaning. */
type Group = SearchWords['groups'][number];

/** Several words of theirs for one meaning, such as "get rid of". */
interface Phrase {
  readonly group: Group;
  readonly stems: readonly string[];
}

const isPhrase = (entry: string): boolean => entry.includes(' ');

/** Understands what people type in the terms of one set of search words. */
export class Vocabulary {
  readonly #stopWords: ReadonlySet<string>;
  readonly #groups: readonly Group[];
  /** By the stem of each single word. */
  readonly #groupOf = new Map<string, Group>();
  /** Longest first. */
  readonly #phrases: readonly Phrase[];

  constructor({ stop, groups }: SearchWords) {
    this.#stopWords = new Set(stop);
    this.#groups = groups;
    for (const group of groups) {
      for (const entry of [...group.ours, ...group.theirs]) if (!isPhrase(entry)) this.#groupOf.set(stem(entry), group);
    }
    this.#phrases = groups
      .flatMap((group) =>
        group.theirs.filter(isPhrase).map((entry) => ({ group, stems: entry.split(' ').map((word) => this.#standardStem(word)) })),
      )
      .sort((one, other) => other.stems.length - one.stems.length);
  }

  /** What was asked for, in the order it was typed. */
  understand(typed: string): Term[] {
    const words = wordsOf(typed).slice(0, maxTypedWords);
    const terms: Term[] = [];
    for (let at = 0; at < words.length;) {
      const phrase = this.#phraseAt(words, at);
      const taken = words.slice(at, at + (phrase?.stems.length ?? 1));
      at += taken.length;
      const counted = this.#withoutStopWords(taken);
      const [word] = counted;
      if (phrase) terms.push(this.#term(counted, phrase.group));
      else if (word !== undefined) terms.push(at < words.length ? this.#term([word], this.#groupOf.get(stem(word))) : this.#lastTerm(word));
    }
    return terms.length > 0 ? terms : words.map((word) => this.#term([word], undefined));
  }

  /** The stems of a text's words that count, a word of `theirs` as the first of `ours`. */
  stemsOf(text: string): string[] {
    return this.#withoutStopWords(wordsOf(text)).map((word) => this.#standardStem(word));
  }

  #withoutStopWords(words: string[]): string[] {
    return words.filter((word) => !this.#stopWords.has(word));
  }

  #standardStem(word: string): string {
    return stem(this.#groupOf.get(stem(word))?.ours[0] ?? word);
  }

  #phraseAt(words: readonly string[], at: number): Phrase | undefined {
    return this.#phrases.find(({ stems }) => stems.every((wanted, offset) => this.#standardStem(words[at + offset] ?? '') === wanted));
  }

  #term(words: readonly string[], group: Group | undefined): Term {
    const own = words.map(stem);
    const ours = group?.ours.filter((word) => !own.includes(stem(word))) ?? [];
    const standard = words.map((word) => this.#standardStem(word));
    return { typed: words.join(' '), ours, stems: new Set([...own, ...standard, ...ours.map(stem)]) };
  }

  /** The last word may be half typed: "unfri" is on its way to "unfriend". */
  #lastTerm(word: string): Term {
    const known = this.#groupOf.get(stem(word));
    if (known || word.length < minLettersOfBeginning) return this.#term([word], known);
    const coming =
      word.length < minLettersOfSynonym ? undefined : this.#groups.find(({ theirs }) => theirs.some((entry) => entry.startsWith(word)));
    return { ...this.#term([word], coming), beginning: word };
  }
}

const distinct = (searches: string[]): string[] => [...new Set(searches.map((search) => search.trim()).filter(Boolean))];

/** The whole, as typed and in our words. */
export function wholeSearches(terms: readonly Term[]): string[] {
  return distinct([terms.map(({ typed }) => typed).join(' '), terms.map(({ typed, ours }) => ours[0] ?? typed).join(' ')]);
}

/** Each thing asked for on its own, in every word for it. */
export function singleSearches(terms: readonly Term[]): string[][] {
  return terms.map(({ typed, ours }) => distinct([typed, ...ours]));
}

/** One page in the results of one search. */
export interface Found {
  readonly id: string;
  readonly score: number;
  /** Where the words that were found stand in the page's text, counted in words. */
  readonly words: readonly number[];
}

/** One page in the results of all searches. */
export interface Candidate<Page extends Found> {
  /** Between 0 and 1, which the best has. */
  readonly score: number;
  readonly words: ReadonlySet<number>;
  readonly page: Page;
}

/**
 * All results as one list, best first. In a page's score counts the best of the `wholes`, and for each thing asked for the
 * best of its words, `singles`.
 */
export function merge<Page extends Found>(wholes: readonly Page[][], singles: readonly Page[][][] = []): Candidate<Page>[] {
  const pages = new Map<string, { page: Page; score: number; words: Set<number> }>();
  for (const alternatives of [wholes, ...singles]) {
    const best = new Map<string, number>();
    for (const page of alternatives.flat()) {
      const seen = pages.get(page.id) ?? { page, score: 0, words: new Set() };
      pages.set(page.id, seen);
      for (const word of page.words) seen.words.add(word);
      best.set(page.id, Math.max(best.get(page.id) ?? 0, page.score));
    }
    for (const [id, score] of best) {
      const page = pages.get(id);
      if (page) page.score += score;
    }
  }
  const top = Math.max(...Array.from(pages.values(), ({ score }) => score)) || 1;
  return Array.from(pages.values(), ({ page, score, words }) => ({ page, words, score: score / top })).sort(
    (one, other) => other.score - one.score,
  );
}
