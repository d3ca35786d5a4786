/** For a word that was mistyped, the nearest one that the search knows. Loaded only when a word is found nowhere. */
import { known } from 'virtual:known-words';
import { nearestIn, respell } from './spelling.ts';

const words = known.split(' ');

/** What was typed with the nearest known words in place of those that were `missed`; nothing where none is near. */
export const didYouMean = (typed: string, missed: readonly string[]): string | undefined =>
  respell(typed, missed, (word) => nearestIn(words, word));
