/**
 * The numbers that say what goes before what in a search, and how much is shown. To change one: `npm run bench:search` before and after. It prints
 * how often the right page comes first, and among the first three, for queries as people type them (tests/bench).
 */

/** As many known answers as are shown. */
export const maxResults = 8;

/** As many places in the whole text: each is a file to load. */
export const maxTextResults = 3;

/** So many words of a text are shown at least. */
export const minExcerptWords = 8;

/** Where fewer than so many known answers are found, the whole text is searched as well. */
export const enoughAnswers = 3;

/** Nobody asks for more words at once, and a page pasted by mistake must not become a thousand searches. */
export const maxTypedWords = 20;

/** So many letters of a word that is still being typed are left at least, when its ending is not known yet. */
export const minLettersOfStem = 4;

/** From so many letters on, a word that is found nowhere may be one that was mistyped. */
export const minLettersOfMistyped = 5;

/** One slip for every so many letters: more, and another word is meant. */
export const lettersPerSlip = 4;

/** How much a word counts in each field: in the sentence that answers, among the other words of the text, in the name of what it is a part of. A name counts 1. */
export const fieldWeights = { sentence: 0.9, words: 1, context: 0.8 };

/** How a name that is found and not shown stands to the title. */
export const aliasWeight = 0.75;

/** What is said of a thing, beside how well it is named. */
export const textWeight = 0.7;

/** A word of the same meaning, beside the very word that was typed. */
export const synonymWeight = 0.9;

/** Who does it to whom, beside what is done. */
export const roleWeight = 0.3;

/** A word that was found in a text and in no name, in the share of what was asked for that an answer speaks of. */
export const textCoverage = 0.5;

/** How much a result of a kind counts, the whole guide being worth more than a part of it. */
export const kindWeights: Readonly<Record<string, number>> = {
  guide: 1,
  question: 0.95,
  checklist: 0.65,
  button: 0.8,
  tip: 0.5,
  evidence: 0.2,
};

/** How much a result of no kind counts. */
export const weightOfNoKind = 1.4;

/** A part of a guide, beside the guide. */
export const partWeight = 0.75;

/** Where several answer alike, what most people come for goes first. */
export const firstThingWeight = 1.15;

/** Of what a question or a tip is worth, so much counts for the guide that has more on it. */
export const shareOfGuide = 0.95;

/** What is worth less than this share of the best is left out. */
export const minShareOfBest = 0.2;
