/** What a person reads of a result: sentences, with what was asked for highlighted in them. Pure. */
import type { ExcerptPart } from './result.ts';
import { minExcerptWords } from './weights.ts';

/** Words that are parted by spaces, from the first to before the last. */
type Stretch = readonly [from: number, to: number];

/** The sentence in which the word stands, and with it the next while that says little. */
export function sentenceAround(words: readonly string[], at: number): Stretch {
  const ends = (index: number): boolean => /[.?!][”"’)]*$/.test(words[index] ?? '.');
  let [from, to] = [at, at];
  while (from > 0 && !ends(from - 1)) from--;
  while (to < words.length && (!ends(to) || to - from + 1 < minExcerptWords)) to++;
  return [from, Math.min(to + 1, words.length)];
}

/** A stretch of the words, with those at `hits` highlighted. */
export const highlightAt = (words: readonly string[], [from, to]: Stretch, hits: ReadonlySet<number>): ExcerptPart[] =>
  joined(
    words.slice(from, to).flatMap((word, at) => [
      { text: at === 0 ? '' : ' ', hit: false },
      { text: word, hit: hits.has(from + at) },
    ]),
  );

/** A whole text, with those of its words highlighted that are hits. */
export const highlight = (text: string, isHit: (word: string) => boolean): ExcerptPart[] =>
  joined(text.split(/([\p{L}\p{N}][\p{L}\p{N}'’]*)/u).map((piece) => ({ text: piece, hit: /^[\p{L}\p{N}]/u.test(piece) && isHit(piece) })));

/** Neighbours that are alike as one. */
function joined(pieces: readonly ExcerptPart[]): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  for (const { text, hit } of pieces) {
    const last = parts.at(-1);
    if (last?.hit === hit) parts[parts.length - 1] = { text: last.text + text, hit };
    else if (text) parts.push({ text, hit });
  }
  return parts;
}
