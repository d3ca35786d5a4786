/** What a person reads of a page that was found: which section answers, a sentence or two of it, and what was asked for highlighted in them. Pure. */
import { sectionsOf, wordsIn, type FoundPage, type Section } from './page-text.ts';
import { mentions, speaksOf, stemsOf, type Term, type Vocabulary } from './query.ts';
import type { ExcerptPart, Result } from './result.ts';
import { excerptWords, leadOfBeginning } from './weights.ts';

export function describeResult(found: FoundPage, terms: readonly Term[], vocabulary: Vocabulary): Result {
  const { page } = found;
  const { title = page.url, answer, kind = '' } = page.meta;
  const section = bestSection(found, terms, vocabulary);
  const atTheTop = section.id === '';
  return {
    url: atTheTop ? page.url : `${page.url}#${section.id}`,
    title,
    section: atTheTop ? '' : section.heading,
    kind,
    text: highlight(atTheTop && answer ? answer : sentencesOf(found, section), terms, vocabulary),
    guide: guideOf(found),
  };
}

/** Where there is more on it: an address, a space, a title. */
function guideOf({ page }: FoundPage): Result['guide'] {
  const [path, ...title] = page.meta['guide']?.split(' ') ?? [];
  // What is in front of the addresses that the index holds: the base path.
  const base = page.url.slice(0, -page.raw_url.length);
  return path ? { url: base + path, title: title.join(' ') } : undefined;
}

/** The section to land on: its heading, and then its text, speak of what was asked for, and its heading of little else. */
function bestSection({ page, hits }: FoundPage, terms: readonly Term[], vocabulary: Vocabulary): Section {
  const words = wordsIn(page.content);
  const sections = sectionsOf(page);
  const scores = sections.map(({ id, heading, from, to }) => {
    const inHeading = termsIn(heading, terms, vocabulary);
    const inside = [...hits].flatMap((at) => (at >= from && at < to ? (words[at] ?? []) : [])).join(' ');
    return inHeading + inHeading / (wordsIn(heading).length || 1) + termsIn(inside, terms, vocabulary) + (id ? 0 : leadOfBeginning);
  });
  return sections[scores.indexOf(Math.max(...scores))] ?? sections[0];
}

/** How many of the things that were asked for a text speaks of. */
function termsIn(text: string, terms: readonly Term[], vocabulary: Vocabulary): number {
  const stems = stemsOf(text, vocabulary);
  return terms.filter((term) => mentions(stems, term)).length;
}

/** Sentences of a section: its first, or those in which what was asked for first comes up. */
function sentencesOf({ page, hits }: FoundPage, { heading, from, to }: Section): string {
  const words = wordsIn(page.content);
  const start = from + wordsIn(heading).length;
  const firstHit = Math.min(...[...hits].filter((at) => at >= start && at < to));
  let first = firstHit < Infinity && firstHit - start > excerptWords / 2 ? firstHit : start;
  while (first > start && !/[.?!:]$/.test(words[first - 1] ?? '')) first--;
  const some = words.slice(first, Math.min(first + excerptWords, to));
  const lastFullStop = some.findLastIndex((word) => /[.?!]$/.test(word));
  if (first + some.length === to || lastFullStop === some.length - 1) return some.join(' ');
  return lastFullStop > excerptWords / 2 ? some.slice(0, lastFullStop + 1).join(' ') : `${some.join(' ')} …`;
}

const wordPattern = /([\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*)/u;

/** The text in parts, those highlighted that are what was asked for. */
const highlight = (text: string, terms: readonly Term[], vocabulary: Vocabulary): ExcerptPart[] =>
  text.split(wordPattern).map((part) => ({
    text: part,
    hit: stemsOf(part, vocabulary).some((stem) => terms.some((term) => speaksOf(stem, term))),
  }));
