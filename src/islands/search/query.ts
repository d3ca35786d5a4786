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

/** What understands the words that people type, made of one set of search words. */
export interface Vocabulary {
  readonly stopWords: ReadonlySet<string>;
  readonly groups: readonly Group[];
  /** By the stem of each single word. */
  readonly groupOf: ReadonlyMap<string, Group>;
  /** Longest first. */
  readonly phrases: readonly Phrase[];
}

export function createVocabulary({ stop, groups }: SearchWords): Vocabulary {
  const groupOf = new Map<string, Group>();
  for (const group of groups)
    for (const entry of [...group.ours, ...group.theirs]) if (!entry.includes(' ')) groupOf.set(stem(entry), group);
  const phrases = groups
    .flatMap((group) =>
      group.theirs
        .filter((entry) => entry.includes(' '))
        .map((entry) => ({ group, stems: entry.split(' ').map((word) => standardStem(word, { groupOf })) })),
    )
    .sort((one, other) => other.stems.length - one.stems.length);
  return { stopWords: new Set(stop), groups, groupOf, phrases };
}

/** The stem of a word, of a word of `theirs` that of the first of `ours`. */
const standardStem = (word: string, { groupOf }: Pick<Vocabulary, 'groupOf'>): string => stem(groupOf.get(stem(word))?.ours[0] ?? word);

const withoutStopWords = (words: readonly string[], { stopWords }: Vocabulary): string[] => words.filter((word) => !stopWords.has(word));

/** The standard stems of a text's words that count. */
export const stemsOf = (text: string, vocabulary: Vocabulary): string[] =>
  withoutStopWords(wordsOf(text), vocabulary).map((word) => standardStem(word, vocabulary));

/** What was asked for, in the order it was typed. */
export function understand(typed: string, vocabulary: Vocabulary): Term[] {
  const words = wordsOf(typed).slice(0, maxTypedWords);
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = vocabulary.phrases.find(({ stems }) =>
      stems.every((wanted, offset) => standardStem(words[at + offset] ?? '', vocabulary) === wanted),
    );
    const taken = words.slice(at, at + (phrase?.stems.length ?? 1));
    at += taken.length;
    const counted = withoutStopWords(taken, vocabulary);
    const [word] = counted;
    if (phrase) terms.push(createTerm(counted, phrase.group, vocabulary));
    else if (word !== undefined) terms.push(singleTerm(word, at < words.length, vocabulary));
  }
  return terms.length > 0 ? terms : words.map((word) => createTerm([word], undefined, vocabulary));
}

function createTerm(words: readonly string[], group: Group | undefined, vocabulary: Vocabulary): Term {
  const own = words.map(stem);
  const ours = group?.ours.filter((word) => !own.includes(stem(word))) ?? [];
  return {
    typed: words.join(' '),
    ours,
    stems: new Set([...own, ...words.map((word) => standardStem(word, vocabulary)), ...ours.map(stem)]),
  };
}

/** The last word may be half typed: "unfri" is on its way to "unfriend". */
function singleTerm(word: string, isFinished: boolean, vocabulary: Vocabulary): Term {
  const known = vocabulary.groupOf.get(stem(word));
  if (known || isFinished || word.length < minLettersOfBeginning) return createTerm([word], known, vocabulary);
  const coming = vocabulary.groups.find(
    ({ theirs }) => word.length >= minLettersOfSynonym && theirs.some((entry) => entry.startsWith(word)),
  );
  return { ...createTerm([word], coming, vocabulary), beginning: word };
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
