/**
 * The numbers that say what a search looks at, what goes before what, and how much of it is shown. To change one: `npm run bench:search`
 * before and after. It prints how often the right page comes first, and among the first three, for queries as people type them (tests/bench).
 * How far a mistyped word may be from a known one stands in `spelling.ts`, which is loaded apart.
 */
import type { Kind } from './result.ts';

/* What is looked for. */

/** Nobody asks for more words at once, and a page pasted by mistake must not become a thousand searches. */
export const maxTypedWords = 20;

/** From so many letters on, a last word may be one that is still being typed: "re" is in "remove". */
export const minLettersOfBeginning = 2;

/** From so many letters on, it may be on its way to a word of another meaning: "unfri" to "unfriend", which is "remove". */
export const minLettersOfSynonym = 4;

/** From so many letters on, a word that is found nowhere counts as one that was mistyped. */
export const minLettersOfMissedWord = 4;

/** How much a word counts for Pagefind in each of a page's fields. The kind and the guide with more are fields too, and no reason to rank a page higher. */
export const fieldWeights: Readonly<Record<string, number>> = { title: 5, aliases: 3, answer: 2, kind: 0, guide: 0 };

/** As many results as are shown. */
export const maxResults = 8;

/**
 * How many of each kind are looked at, each of which is one more file to load. Of tips, questions and claims, which are many, few are
 * needed, since one of each is shown.
 */
export const quotas: Readonly<Record<Kind, number>> = { guide: maxResults, checklist: 3, question: 5, tip: 2, evidence: 2 };

/** How many are looked at of what is of no kind. */
export const quotaOfNoKind = 1;

/* What goes before what. */

/** Of a place that says what a page is about: what it counts that something is mentioned there, and how good a name for the page stands there. */
export type PlaceWeights = readonly [mention: number, name: number];

/** A name counts where it says what was asked for and little else. The parts of an address say in which stage a page is, its end what it is about. */
export const placeWeights = {
  title: [1, 1],
  address: [0, 0.9],
  addressEnd: [0.9, 0],
  alias: [0.8, 0.6],
  heading: [0.6, 0.6],
  answer: [0.6, 0],
  text: [0.3, 0],
} as const;

/** What Pagefind makes of a page's text, beside how prominently it speaks of what was asked for and how well it is named, which count 1 each. */
export const textScoreWeight = 0.5;

/** How much a result of a kind counts, the whole guide being worth more than a part of it. */
export const kindWeights: Readonly<Record<string, number>> = { guide: 1, checklist: 0.9, question: 0.85, tip: 0.55, evidence: 0.5 };

/** How much a result of no kind counts. */
export const weightOfNoKind = 0.8;

/** Where several pages answer alike, what most people come for goes first. */
export const firstThingBonus = 0.1;

/** Of what a checklist is worth, so much counts for the guide in which it stands: a little more, so that the guide goes before it. */
export const shareOfChecklist = 1.001;

/** Of what a question or a tip is worth, so much counts for the guide that has more on it. */
export const shareOfShortAnswer = 0.95;

/** A page worth less than this share of the best is left out. */
export const minShareOfBest = 0.25;

/* What is shown of it. */

/** By more than so much must a section do better than the beginning of its page, which holds the answer. */
export const leadOfBeginning = 0.5;

/** About so many words of a section are shown. */
export const excerptWords = 26;
