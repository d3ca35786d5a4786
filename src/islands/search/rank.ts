/** Which of the pages that were found answer best, and which words none of them speaks of. Pure. */
import { sectionsOf, wordsIn, type FoundPage, type PageText } from './page-text.ts';
import { mentions, speaksOf, stemsOf, type Term, type Vocabulary } from './query.ts';
import {
  firstThingBonus,
  kindWeights,
  minShareOfBest,
  placeWeights,
  shareOfChecklist,
  shareOfShortAnswer,
  textScoreWeight,
  weightOfNoKind,
  type PlaceWeights,
} from './weights.ts';

export interface Ranking {
  /** Best first, without those that only happen to hold a word. */
  readonly pages: readonly FoundPage[];
  /** Words that were typed and that none of the pages speaks of. */
  readonly missed: readonly string[];
}

/** `firstThings`: the addresses of what most people come for. */
export function rank(
  found: readonly FoundPage[],
  terms: readonly Term[],
  vocabulary: Vocabulary,
  firstThings: readonly string[] = [],
): Ranking {
  const assessments = found.map((page) => assess(page, terms, vocabulary));
  const worth = relevances(assessments, terms).map(
    (relevance, index) => relevance + (firstThings.includes(found[index]?.page.raw_url ?? '') ? firstThingBonus : 0),
  );
  creditGuides(found, worth);
  const least = minShareOfBest * Math.max(...worth);
  return {
    pages: found
      .map((page, index) => ({ page, worth: worth[index] ?? 0 }))
      .filter((one) => one.worth >= least)
      .sort((one, other) => other.worth - one.worth)
      .map(({ page }) => page),
    missed: terms.filter((_, term) => !assessments.some(({ prominence }) => prominence[term])).flatMap(({ typed }) => typed.split(' ')),
  };
}

/** The best of each page: of what shares a page, such as the questions, one. */
export function onePerPage(ranked: readonly FoundPage[]): FoundPage[] {
  const seen = new Set<string>();
  return ranked.filter(({ page: { raw_url: address } }) => {
    const page = address.replace(/#.*/, '');
    return !seen.has(page) && seen.add(page);
  });
}

/** What is looked at of a page on its own, before it is compared with the others. */
interface Assessment {
  /** For each thing that was asked for, how prominently the page speaks of it: 0 for not at all. */
  readonly prominence: readonly number[];
  /** How good a name for what was asked for the page has. */
  readonly naming: number;
  readonly textScore: number;
  readonly kindWeight: number;
}

function assess(found: FoundPage, terms: readonly Term[], vocabulary: Vocabulary): Assessment {
  const places = placesOf(found).map(([text, weights]) => ({ stems: stemsOf(text, vocabulary), weights }));
  return {
    prominence: terms.map((term) => Math.max(...places.map(({ stems, weights: [mention] }) => (mentions(stems, term) ? mention : 0)))),
    naming: Math.max(...places.map(({ stems, weights: [, name] }) => name && name * overlap(terms, stems))),
    textScore: found.score,
    kindWeight: kindWeights[found.page.meta['kind'] ?? ''] ?? weightOfNoKind,
  };
}

/** What says what a page is about, and what it counts there. */
function placesOf({ page, hits }: FoundPage): [text: string, weights: PlaceWeights][] {
  const { title = '', aliases = '', answer = '' } = page.meta;
  const words = wordsIn(page.content);
  // The address of a place on a page is only a name for its title.
  const address = page.raw_url.includes('#') ? '' : page.raw_url;
  return [
    [title, placeWeights.title],
    [address, placeWeights.address],
    [address.split('/').at(-2) ?? '', placeWeights.addressEnd],
    [answer, placeWeights.answer],
    [[...hits].map((at) => words[at]).join(' '), placeWeights.text],
    ...sectionsOf(page).map(({ heading }): [string, PlaceWeights] => [heading, placeWeights.heading]),
    ...aliases.split('. ').map((alias): [string, PlaceWeights] => [alias, placeWeights.alias]),
  ];
}

/** Between 0 and 1: the share of what was asked for that a text speaks of, times the share of the text that speaks of it. */
function overlap(terms: readonly Term[], stems: readonly string[]): number {
  const asked = terms.filter((term) => mentions(stems, term)).length / terms.length;
  return (asked * stems.filter((stem) => terms.some((term) => speaksOf(stem, term))).length) / (stems.length || 1);
}

/**
 * How well each page answers, by where it speaks of what was asked for: most in its title, and most of all in a title that
 * says little else. What few of the pages speak of weighs more than what all of them do.
 */
function relevances(assessments: readonly Assessment[], terms: readonly Term[]): number[] {
  const rarities = terms.map((_, term) => {
    const speaking = assessments.filter(({ prominence }) => prominence[term]).length;
    return Math.log(1 + assessments.length / (1 + speaking));
  });
  const all = rarities.reduce((sum, rarity) => sum + rarity, 0) || 1;
  return assessments.map(({ prominence, naming, textScore, kindWeight }) => {
    const covered = prominence.reduce((sum, prominent, term) => sum + prominent * (rarities[term] ?? 0), 0) / all;
    return kindWeight * (covered + naming + textScoreWeight * textScore);
  });
}

/** What is a part of a guide speaks for the guide, which has more on it. */
function creditGuides(found: readonly FoundPage[], worth: number[]): void {
  const own = [...worth];
  found.forEach(({ page: guide }, index) => {
    worth[index] = Math.max(...own.map((value, other) => value * (index === other ? 1 : shareFor(guide, found[other]?.page))));
  });
}

/** How much of what `part` is worth goes to `guide`: a checklist stands in a guide, a question and a tip name theirs. */
function shareFor({ anchors, raw_url: address }: PageText, part: PageText | undefined): number {
  if (anchors.some(({ id }) => part?.raw_url === `/checklists/${id}/`)) return shareOfChecklist;
  return part?.meta['guide']?.startsWith(`${address} `) ? shareOfShortAnswer : 0;
}
