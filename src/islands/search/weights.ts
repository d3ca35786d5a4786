/**
 * The numbers that say what a search takes for an answer, and which goes before which. To change one: `npm run bench:search` before and after, which
 * prints how often the right page comes first, and among the first three, for queries as people type them (tests/bench).
 */

/** As many known answers as are shown. */
export const maxResults = 8;
/** As many places in the whole text: each is a file to load. */
export const maxTextResults = 3;
/** Where fewer known answers are found, the whole text is searched as well. */
export const enoughAnswers = 3;
/** So many words of a text are shown at least. */
export const minExcerptWords = 8;
/** Nobody asks for more words at once, and a page pasted by mistake must not become a thousand searches. */
export const maxTypedWords = 20;
/** So many letters of a word that is still being typed are left at least, when its ending is not known yet. */
export const minLettersOfStem = 4;
/** From so many letters on, a word that is found nowhere may be one that was mistyped, with one slip for every `lettersPerSlip`. */
export const minLettersOfMistyped = 5;
export const lettersPerSlip = 4;

/** How much a word counts in each field, a name counting 1: the sentence that answers, other words of the text, the name of what it is a part of. */
export const fieldWeights = { sentence: 0.9, words: 1, context: 0.8 };
/** How much a result of a kind counts. */
export const kindWeights: Readonly<Record<string, number>> = {
  guide: 1,
  checklist: 0.65,
  tool: 1,
  question: 0.95,
  button: 0.8,
  tip: 0.5,
  evidence: 0.2,
  '': 1.4,
};
export const weights = {
  /** A name that is found and not shown, beside the title. */
  alias: 0.75,
  /** All that is said beside the names. */
  text: 0.7,
  /** A word that is in the text and in no name, in the share of what was asked for. */
  textOnly: 0.5,
  /** A word of the same meaning, beside the very word that was typed. */
  synonym: 0.9,
  /** Who does it to whom, beside what is done. */
  role: 0.3,
  /** A part of a guide, beside the guide. */
  part: 0.75,
  /** What most people come for, where several answer alike. */
  firstThing: 1.15,
  /** Of what a question or a tip is worth, for the guide that has more on it. */
  guide: 0.95,
  /** Of what the best is worth, the least that is shown. */
  least: 0.2,
};
