/** From pages that were found to what a person reads of them: how well each answers, which section does, and a sentence. Pure. */
import type { Term, Vocabulary } from './query.ts';

/** What a result can be, in the order in which people choose from them. The built pages and the index name these. */
export const kinds = ['guide', 'checklist', 'question', 'tip', 'evidence'] as const;
export type Kind = (typeof kinds)[number];

/** What the index holds of a page, or of a tip, a question or a claim, which is one place on a page. */
export interface PageText {
  /** As it is served, under whatever base path. */
  readonly url: string;
  /** "/remove/one-connection/", "/tips/#leave-the-typo" */
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
  /** Where there is more on a tip or a question. */
  readonly guide?: { readonly url: string; readonly title: string };
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

/** How much an answer of a kind counts, the whole guide being worth more than a part of it. */
const kindWeights: Readonly<Record<string, number>> = { guide: 1, checklist: 0.9, question: 0.85, tip: 0.55, evidence: 0.5 };

interface Described {
  /** For each thing that was asked for, how prominently the page speaks of it: 0 for not at all. */
  readonly spokenOf: readonly number[];
  readonly named: number;
  readonly weight: number;
}

function describedBy({ page, hits }: FoundPage, terms: readonly Term[], { stemsOf }: Vocabulary): Described {
  const { title = '', aliases = '', answer = '', kind = '' } = page.meta;
  const words = split(page.content);
  const sections = sectionsOf(page);
  // The address of a place on a page is only a name for its title.
  const address = page.raw_url.includes('#') ? [] : page.raw_url.split('/').filter(Boolean);
  const places: [weight: number, stems: string[]][] = [
    [1, stemsOf(title)],
    [0.9, stemsOf(address.at(-1) ?? '')],
    [0.8, stemsOf(aliases)],
    [0.6, stemsOf(answer)],
    [0.6, sections.flatMap(({ heading }) => stemsOf(heading))],
    [0.3, stemsOf([...hits].map((at) => words[at]).join(' '))],
  ];
  return {
    spokenOf: terms.map((term) => Math.max(0, ...places.map(([weight, stems]) => (hold(stems, term) ? weight : 0)))),
    // By its title, its address, one of its headings or one of its other wordings, whichever is the best name for what was asked.
    named: Math.max(
      overlap(terms, stemsOf(title)),
      0.9 * overlap(terms, stemsOf(address.join(' '))),
      ...sections.map(({ heading }) => 0.6 * overlap(terms, stemsOf(heading))),
      ...aliases.split('. ').map((alias) => 0.6 * overlap(terms, stemsOf(alias))),
    ),
    weight: kindWeights[kind] ?? 0.8,
  };
}

/**
 * How well each page answers, by where it speaks of what was asked for: most in its title, and most of all in a title that
 * says little else. What few of the pages speak of weighs more than what all of them do.
 */
function relevances(found: readonly FoundPage[], terms: readonly Term[], vocabulary: Vocabulary): number[] {
  const described = found.map((page) => describedBy(page, terms, vocabulary));
  const rarities = terms.map((_, term) => {
    const speaking = described.filter(({ spokenOf }) => spokenOf[term]).length;
    return Math.log(1 + found.length / (1 + speaking));
  });
  const whole = rarities.reduce((sum, rarity) => sum + rarity, 0) || 1;
  return described.map(({ spokenOf, named, weight }, index) => {
    const covered = spokenOf.reduce((sum, prominence, term) => sum + prominence * (rarities[term] ?? 0), 0) / whole;
    return weight * (covered + named + 0.5 * (found[index]?.score ?? 0));
  });
}

/** Words that were typed and that none of these pages speaks of. */
export function unspoken(found: readonly FoundPage[], terms: readonly Term[], vocabulary: Vocabulary): string[] {
  const described = found.map((page) => describedBy(page, terms, vocabulary));
  return terms.filter((_, term) => !described.some(({ spokenOf }) => spokenOf[term])).flatMap(({ typed }) => typed.split(' '));
}

/** The best of each page: of what shares a page, such as the questions, one. */
export function onePerPage(ranked: readonly FoundPage[]): FoundPage[] {
  const seen = new Set<string>();
  return ranked.filter(({ page: { raw_url: address } }) => {
    const page = address.replace(/#.*/, '');
    return !seen.has(page) && seen.add(page);
  });
}

/** Of what a question or a tip is worth, so much goes to its guide. */
const spokenFor = 0.95;

/** A page this much worse than the best is left out. */
const worthwhile = 0.25;

/** Where several pages answer alike, what most people come for goes first. */
const sought = 0.1;

/** Best first; without those that only happen to hold a word. `comeFor`: the addresses of what most people come for. */
export function rank(
  found: readonly FoundPage[],
  terms: readonly Term[],
  vocabulary: Vocabulary,
  comeFor: readonly string[] = [],
): FoundPage[] {
  const ranks = relevances(found, terms, vocabulary).map(
    (relevance, index) => relevance + (comeFor.includes(found[index]?.page.raw_url ?? '') ? sought : 0),
  );
  // A checklist stands in a guide as well, together with the answers: that guide goes before it.
  found.forEach(({ page: { raw_url: address } }, index) => {
    const checklist = /^\/checklists\/(.+)\/$/.exec(address)?.[1];
    found.forEach(({ page: { anchors } }, other) => {
      if (other !== index && anchors.some(({ id }) => id === checklist))
        ranks[other] = Math.max(ranks[other] ?? 0, (ranks[index] ?? 0) + 0.001);
    });
  });
  // A question or a tip speaks for the guide that has more on it, too.
  const own = [...ranks];
  found.forEach(({ page: { raw_url: address } }, index) => {
    const parts = found.flatMap(({ page: { meta } }, other) => (meta['guide']?.startsWith(`${address} `) ? [own[other] ?? 0] : []));
    ranks[index] = Math.max(ranks[index] ?? 0, spokenFor * Math.max(0, ...parts));
  });
  const least = worthwhile * Math.max(...ranks);
  return found
    .map((page, index) => ({ page, reached: ranks[index] ?? 0 }))
    .filter(({ reached }) => reached >= least)
    .sort((one, other) => other.reached - one.reached)
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
    return asked + asked / (split(heading).length || 1) + terms.filter((term) => hold(inside, term)).length;
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
  const { title = page.url, answer, kind = '', guide } = page.meta;
  // Its address comes first, and holds no space.
  const [, path = '', guideTitle = ''] = /^\/(\S+) (.+)$/.exec(guide ?? '') ?? [];
  const site = page.url.slice(0, page.url.length - page.raw_url.length);
  const words = split(page.content);
  const section = bestSection(found, words, terms, stemsOf);
  const atTheTop = section.id === '';
  return {
    url: atTheTop ? page.url : `${page.url}#${section.id}`,
    title,
    section: atTheTop ? '' : section.heading,
    kind,
    text: mark(atTheTop && answer ? answer : sentencesOf(section, words, hits), terms, stemsOf),
    ...(guide && { guide: { url: `${site}/${path}`, title: guideTitle } }),
  };
}
