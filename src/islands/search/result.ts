/** From pages that were found to what a person reads of them: how well each answers, which section does, and a sentence. Pure. */
import type { Term, Vocabulary } from './query.ts';

/** What the index holds of a page. */
export interface PageText {
  /** As it is served, under whatever base path. */
  readonly url: string;
  /** "/remove/one-connection/" */
  readonly raw_url: string;
  /** All its text, words parted by white space. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** What has an id on the page; `location` counts words of `content`. */
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly text: string; readonly location: number }[];
}

/** A stretch of text; `hit` where it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface Result {
  readonly url: string;
  readonly title: string;
  /** The heading of the section that answers; empty where that is the beginning of the page. */
  readonly section: string;
  readonly kind: string;
  readonly text: readonly Piece[];
}

interface Section {
  readonly id: string;
  readonly heading: string;
  /** Its first word, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const speaksOf = (term: Term, found: string): boolean =>
  term.stems.has(found) || (term.beginning !== undefined && found.startsWith(term.beginning));

const hold = (stems: readonly string[], term: Term): boolean => stems.some((found) => speaksOf(term, found));

/** Between 0 and 1: the share of what was asked for that a text speaks of, times the share of the text that speaks of it. */
function overlap(terms: readonly Term[], stems: readonly string[]): number {
  const asked = terms.filter((term) => hold(stems, term)).length / terms.length;
  return (asked * stems.filter((found) => terms.some((term) => speaksOf(term, found))).length) / (stems.length || 1);
}

function sectionsOf({ content, anchors, meta }: PageText): Section[] {
  const headings = anchors.filter(({ element }) => /^h[2-6]$/.test(element));
  const starts = [{ id: '', text: meta['title'] ?? '', location: 0 }, ...headings];
  return starts.map(({ id, text, location }, index) => ({
    id,
    heading: text,
    from: location,
    to: starts[index + 1]?.location ?? split(content).length,
  }));
}

/** What was found of a page: its text, and where in it the words stand that were searched for. */
export interface FoundPage {
  readonly page: PageText;
  readonly hits: ReadonlySet<number>;
  /** Between 0 and 1: how well its text as a whole matches. */
  readonly score: number;
}

/**
 * How well each page answers, by where it speaks of what was asked for: most in its title, and most of all in a title that
 * says little else. What few of the pages speak of weighs more than what all of them do.
 */
function relevances(found: readonly FoundPage[], terms: readonly Term[], { stemsOf }: Vocabulary): number[] {
  const described = found.map(({ page, hits }) => {
    const { title = '', aliases = '', answer = '' } = page.meta;
    const words = split(page.content);
    const address = page.raw_url.split('/').filter(Boolean);
    const places: [weight: number, stems: string[]][] = [
      [1, stemsOf(title)],
      [0.9, stemsOf(address.at(-1) ?? '')],
      [0.8, stemsOf(aliases)],
      [0.6, stemsOf(answer)],
      [0.6, sectionsOf(page).flatMap(({ heading }) => stemsOf(heading))],
      [0.3, stemsOf([...hits].map((at) => words[at]).join(' '))],
    ];
    const spokenOf = terms.map((term) => Math.max(0, ...places.map(([weight, stems]) => (hold(stems, term) ? weight : 0))));
    // By its title or by its address, whichever is the better name.
    const named = Math.max(overlap(terms, stemsOf(title)), 0.9 * overlap(terms, stemsOf(address.join(' '))));
    return { spokenOf, named };
  });
  const rarities = terms.map((_, term) => {
    const speaking = described.filter(({ spokenOf }) => spokenOf[term]).length;
    return Math.log(1 + found.length / (1 + speaking));
  });
  const whole = rarities.reduce((sum, rarity) => sum + rarity, 0) || 1;
  return described.map(({ spokenOf, named }, index) => {
    const covered = spokenOf.reduce((sum, weight, term) => sum + weight * (rarities[term] ?? 0), 0) / whole;
    return covered + named + 0.5 * (found[index]?.score ?? 0);
  });
}

/** A page this much worse than the best is left out. */
const worthwhile = 0.25;

/** Best first; without those that only happen to hold a word. */
export function rank(found: readonly FoundPage[], terms: readonly Term[], vocabulary: Vocabulary): FoundPage[] {
  const ranks = relevances(found, terms, vocabulary);
  // A checklist stands in a guide as well, together with the answers: that guide goes before it.
  found.forEach(({ page: { raw_url: address } }, index) => {
    const checklist = /^\/checklists\/(.+)\/$/.exec(address)?.[1];
    found.forEach(({ page: { anchors } }, other) => {
      if (other !== index && anchors.some(({ id }) => id === checklist))
        ranks[other] = Math.max(ranks[other] ?? 0, (ranks[index] ?? 0) + 0.001);
    });
  });
  const least = worthwhile * Math.max(...ranks);
  return found
    .map((page, index) => ({ page, rank: ranks[index] ?? 0 }))
    .filter(({ rank: own }) => own >= least)
    .sort((one, other) => other.rank - one.rank)
    .map(({ page }) => page);
}

/** By so much must a section do better than the beginning of its page, which holds the answer. */
const ahead = 0.5;

/** The section to land on: its heading, and then its text, speak of what was asked for, and its heading of little else. */
function bestSection({ page, hits }: FoundPage, words: readonly string[], terms: readonly Term[], stemsOf: Vocabulary['stemsOf']): Section {
  const sections = sectionsOf(page);
  const scores = sections.map(({ heading, from, to }) => {
    const inHeading = stemsOf(heading);
    const inside = stemsOf([...hits].flatMap((at) => (at >= from && at < to ? (words[at] ?? []) : [])).join(' '));
    const asked = terms.filter((term) => hold(inHeading, term)).length;
    return asked + asked / split(heading).length + terms.filter((term) => hold(inside, term)).length;
  });
  const highest = Math.max(...scores);
  const best = sections[highest < (scores[0] ?? 0) + ahead ? 0 : scores.indexOf(highest)];
  if (!best) throw new Error(`${page.url} has no section`);
  return best;
}

/** About so many words of a section are shown. */
const shown = 26;

/** Sentences of a section: its first, or those in which what was asked for first comes up. */
function sentencesOf({ heading, from, to }: Section, words: readonly string[], hits: ReadonlySet<number>): string {
  const start = from + split(heading).length;
  const firstHit = Math.min(...[...hits].filter((at) => at >= start && at < to));
  let first = firstHit < Infinity && firstHit - start > shown / 2 ? firstHit : start;
  while (first > start && !/[.?!:]$/.test(words[first - 1] ?? '')) first--;
  const some = words.slice(first, Math.min(first + shown, to));
  const lastFullStop = some.findLastIndex((word) => /[.?!]$/.test(word));
  if (first + some.length === to || lastFullStop === some.length - 1) return some.join(' ');
  return lastFullStop > shown / 2 ? some.slice(0, lastFullStop + 1).join(' ') : `${some.join(' ')} …`;
}

const word = /([\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*)/u;

/** The text in pieces, those marked that are what was asked for. */
function mark(text: string, terms: readonly Term[], stemsOf: Vocabulary['stemsOf']): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(word)) {
    const hit = stemsOf(part).some((found) => terms.some((term) => speaksOf(term, found)));
    const before = pieces.at(-1);
    if (before && !hit && !before.hit) pieces[pieces.length - 1] = { text: before.text + part, hit };
    else if (part) pieces.push({ text: part, hit });
  }
  return pieces;
}

/** What a person reads of a page. */
export function describe(found: FoundPage, terms: readonly Term[], { stemsOf }: Vocabulary): Result {
  const { page, hits } = found;
  const { title = page.url, answer, kind = '' } = page.meta;
  const words = split(page.content);
  const section = bestSection(found, words, terms, stemsOf);
  const atTheTop = section.id === '';
  return {
    url: atTheTop ? page.url : `${page.url}#${section.id}`,
    title,
    section: atTheTop ? '' : section.heading,
    kind,
    text: mark(atTheTop && answer ? answer : sentencesOf(section, words, hits), terms, stemsOf),
  };
}
