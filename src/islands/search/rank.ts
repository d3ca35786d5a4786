/** Which of the pages that were found answer best, and which words none of them speaks of. Pure. */
import { sectionsOf, wordsIn, type FoundPage } from './page-text.ts';
import { mentions, speaksOf, type Term, type Vocabulary } from './query.ts';
import {
  firstThingBonus,
  guideBeforeChecklist,
  kindWeights,
  minShareOfBest,
  nameWeights,
  placeWeights,
  shareForGuide,
  textScoreWeight,
  weightOfNoKind,
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
  putGuidesBeforeChecklists(found, worth);
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
  const places = placesOf(found, vocabulary);
  return {
    prominence: terms.map((term) => Math.max(0, ...places.map(([weight, stems]) => (mentions(stems, term) ? weight : 0)))),
    naming: namingOf(found, terms, vocabulary),
    textScore: found.score,
    kindWeight: kindWeights[found.page.meta['kind'] ?? ''] ?? weightOfNoKind,
  };
}

/** The address of a place on a page is only a name for its title. */
const addressParts = (address: string): string[] => (address.includes('#') ? [] : address.split('/').filter(Boolean));

function placesOf({ page, hits }: FoundPage, vocabulary: Vocabulary): (readonly [weight: number, stems: string[]])[] {
  const { title = '', aliases = '', answer = '' } = page.meta;
  const words = wordsIn(page.content);
  return [
    [placeWeights.title, vocabulary.stemsOf(title)],
    [placeWeights.address, vocabulary.stemsOf(addressParts(page.raw_url).at(-1) ?? '')],
    [placeWeights.aliases, vocabulary.stemsOf(aliases)],
    [placeWeights.answer, vocabulary.stemsOf(answer)],
    [placeWeights.headings, sectionsOf(page).flatMap(({ heading }) => vocabulary.stemsOf(heading))],
    [placeWeights.text, vocabulary.stemsOf([...hits].map((at) => words[at]).join(' '))],
  ];
}

/** By its title, its address, one of its headings or one of its other wordings, whichever is the best name for what was asked. */
function namingOf({ page }: FoundPage, terms: readonly Term[], vocabulary: Vocabulary): number {
  const { title = '', aliases = '' } = page.meta;
  const fit = (name: string): number => overlap(terms, vocabulary.stemsOf(name));
  return Math.max(
    nameWeights.title * fit(title),
    nameWeights.address * fit(addressParts(page.raw_url).join(' ')),
    ...sectionsOf(page).map(({ heading }) => nameWeights.heading * fit(heading)),
    ...aliases.split('. ').map((alias) => nameWeights.alias * fit(alias)),
  );
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

/** A checklist stands in a guide as well, together with the answers: that guide goes before it. */
function putGuidesBeforeChecklists(found: readonly FoundPage[], worth: number[]): void {
  found.forEach(({ page: { raw_url: address } }, index) => {
    const checklist = /^\/checklists\/(.+)\/$/.exec(address)?.[1];
    found.forEach(({ page: { anchors } }, other) => {
      if (other !== index && anchors.some(({ id }) => id === checklist))
        worth[other] = Math.max(worth[other] ?? 0, (worth[index] ?? 0) + guideBeforeChecklist);
    });
  });
}

/** A question or a tip speaks for the guide that has more on it, too. */
function creditGuides(found: readonly FoundPage[], worth: number[]): void {
  const own = [...worth];
  found.forEach(({ page: { raw_url: address } }, index) => {
    const parts = found.flatMap(({ page: { meta } }, other) => (meta['guide']?.startsWith(`${address} `) ? [own[other] ?? 0] : []));
    worth[index] = Math.max(worth[index] ?? 0, shareForGuide * Math.max(0, ...parts));
  });
}
