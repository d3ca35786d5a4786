/** Finds phrases in what people write, whatever its line breaks, capitals, quotation marks and emphasis. */
import type { Claim } from '../written/schema.ts';

/** A text made comparable, and for each of its characters the line of the file it stands in. */
export interface ComparableText {
  readonly text: string;
  readonly lines: readonly number[];
}

const written: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '*': '', _: '', '`': '' };

const isBlank = (character: string): boolean => (character <= '~' ? character <= ' ' && /\s/.test(character) : /\s/.test(character));

export function comparable(source: string): ComparableText {
  let text = '';
  const lines: number[] = [];
  let line = 1;
  for (const character of source.toLowerCase()) {
    if (character === '\n') line += 1;
    const kept = isBlank(character) ? (text.endsWith(' ') ? '' : ' ') : (written[character] ?? character);
    lines.push(...Array<number>(kept.length).fill(line));
    text += kept;
  }
  return { text, lines };
}

const isPartOfWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** The line of each place where the phrase, made comparable as well, stands in whole words. */
export function linesHolding({ text, lines }: ComparableText, phrase: ComparableText): number[] {
  const sought = phrase.text.trim();
  if (sought === '') return [];
  const found: number[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    if (!isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + sought.length])) found.push(lines[at] ?? 1);
  }
  return found;
}

const wordsOf = (text: string): Set<string> => new Set(text.match(/[\p{L}\p{N}]+/gu));

/**
 * Finds those of many phrases that may stand in a text, without looking for each of them in it: what takes a hundred phrases to a hundred texts would else take
 * a hundred times as long once there are ten times as many of both.
 */
export class Phrases<Phrase extends { readonly sought: ComparableText }> {
  /** By a word that a phrase holds and few others do. */
  readonly #byWord = new Map<string, { readonly phrase: Phrase; readonly position: number }[]>();

  constructor(phrases: readonly Phrase[]) {
    const words = phrases.map(({ sought }) => wordsOf(sought.text));
    const holding = new Map<string, number>();
    for (const word of words.flatMap((some) => [...some])) holding.set(word, (holding.get(word) ?? 0) + 1);
    phrases.forEach((phrase, position) => {
      const [rarest = ''] = [...(words[position] ?? [])].sort((one, other) => (holding.get(one) ?? 0) - (holding.get(other) ?? 0));
      const others = this.#byWord.get(rarest) ?? [];
      others.push({ phrase, position });
      this.#byWord.set(rarest, others);
    });
  }

  /** Each that stands in the text, with its lines, in the order in which the phrases were given. */
  in(text: ComparableText): { readonly phrase: Phrase; readonly lines: readonly number[] }[] {
    return ['', ...wordsOf(text.text)]
      .flatMap((word) => this.#byWord.get(word) ?? [])
      .sort((one, other) => one.position - other.position)
      .map(({ phrase }) => ({ phrase, lines: linesHolding(text, phrase.sought) }))
      .filter(({ lines }) => lines.length > 0);
  }
}

/** What a claim rules out. */
export interface Banned {
  readonly claim: string;
  readonly phrase: string;
  readonly sought: ComparableText;
}

/** What all these claims rule out. */
export const bannedBy = (claims: Iterable<Pick<Claim, 'id' | 'neverSay'>>): Phrases<Banned> =>
  new Phrases([...claims].flatMap(({ id, neverSay }) => neverSay.map((phrase) => ({ claim: id, phrase, sought: comparable(phrase) }))));
