/**
 * What a person typed: which words of it count, what our pages say for them, which searches to make, and what these find
 * together. Pure: no page, no Pagefind, no clock.
 */

/** `src/content/synonyms.yaml`, which explains it. */
export interface SearchWords {
  readonly stop: readonly string[];
  readonly groups: readonly { readonly ours: readonly string[]; readonly theirs: readonly string[] }[];
}

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

const ending = /(?:ments?|ations?|ions?|y?ings?|als?|ied|ies|ed|es|ly|e|y|s)$/;

/** Close enough to make "removing", "removal" and "removed" one. Used on both sides of every comparison, so it need not be a word. */
export function stem(word: string): string {
  const cut = word.replace(ending, '');
  return (cut.length < 3 ? word.replace(/s$/, '') : cut).replace(/([bdgklmnprst])\1$/, '$1');
}

/** Answers in the terms of one set of search words. */
export interface Vocabulary {
  /** What was asked for, in the order it was typed. */
  readonly understand: (typed: string) => Term[];
  /** The stems of a text's words that count, a word of `theirs` as the first of `ours`. */
  readonly stemsOf: (text: string) => string[];
}

/** Nobody asks for more words at once, and a page pasted by mistake must not become a thousand searches. */
const longest = 20;

type Group = SearchWords['groups'][number];

export function createVocabulary({ stop, groups }: SearchWords): Vocabulary {
  const stopped = new Set(stop);
  const groupOf = new Map<string, Group>();
  for (const group of groups) {
    for (const entry of [...group.ours, ...group.theirs]) if (!entry.includes(' ')) groupOf.set(stem(entry), group);
  }
  const standard = (word: string): string => stem(groupOf.get(stem(word))?.ours[0] ?? word);
  const phrases = groups
    .flatMap((group) =>
      group.theirs.filter((entry) => entry.includes(' ')).map((entry) => ({ group, stems: entry.split(' ').map(standard) })),
    )
    .sort((one, other) => other.stems.length - one.stems.length);

  const counted = (words: string[]): string[] => words.filter((word) => !stopped.has(word));

  const term = (words: string[], group: Group | undefined): Term => {
    const own = words.map(stem);
    const ours = group?.ours.filter((word) => !own.includes(stem(word))) ?? [];
    return { typed: words.join(' '), ours, stems: new Set([...own, ...words.map(standard), ...ours.map(stem)]) };
  };

  /** The last word may be half typed: "unfri" is on its way to "unfriend". */
  const lastTerm = (word: string): Term => {
    const known = groupOf.get(stem(word));
    if (known || word.length < 2) return term([word], known);
    const coming = word.length > 3 ? groups.find(({ theirs }) => theirs.some((entry) => entry.startsWith(word))) : undefined;
    return { ...term([word], coming), beginning: word };
  };

  const understand = (typed: string): Term[] => {
    const words = wordsOf(typed).slice(0, longest);
    const terms: Term[] = [];
    for (let at = 0; at < words.length;) {
      const phrase = phrases.find(({ stems }) => stems.every((wanted, offset) => standard(words[at + offset] ?? '') === wanted));
      const taken = words.slice(at, at + (phrase?.stems.length ?? 1));
      at += taken.length;
      const [first, ...rest] = counted(taken);
      if (phrase) terms.push(term(first === undefined ? [] : [first, ...rest], phrase.group));
      else if (first !== undefined) terms.push(at < words.length ? term([first], groupOf.get(stem(first))) : lastTerm(first));
    }
    return terms.length > 0 ? terms : words.map((word) => term([word], undefined));
  };

  return { understand, stemsOf: (text) => counted(wordsOf(text)).map(standard) };
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

/** As many pages as are shown. A whole that finds fewer is searched word by word as well. */
export const most = 8;

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
