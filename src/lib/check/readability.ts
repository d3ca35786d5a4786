/** How easily a text reads. */
import { syllable } from 'syllable';

/** The sentences of texts that are read one after the other. What holds no letter is none. */
export const sentencesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(/(?<=[.!?:])\s+/)).filter((sentence) => /[a-z]/i.test(sentence));

const wordsOf = (sentence: string): string[] => sentence.match(/[A-Za-zÀ-ÿ0-9’'-]+/g) ?? [];

/**
 * Years of school in the United States, by the formula of Flesch and Kincaid: J. P. Kincaid and others, Derivation of New Readability Formulas for Navy
 * Enlisted Personnel, Research Branch Report 8-75, 1975.
 */
export function gradeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
