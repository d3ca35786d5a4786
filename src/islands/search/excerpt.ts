/** What a person reads of a page that was found: which section answers, a sentence or two of it, and what was asked for highlighted in them. Pure. */
import { sectionsOf, wordsIn, type FoundPage, type Section } from './page-text.ts';
import { mentions, speaksOf, type Term, type Vocabulary } from './query.ts';
import type { ExcerptPart, Result } from './result.ts';
import { excerptWords, sectionLead } from './weights.ts';

export function describeResult(found: FoundPage, terms: readonly Term[], vocabulary: Vocabulary): Result {
  const { page } = found;
  const { title = page.url, answer, kind = '' } = page.meta;
  const section = bestSection(found, terms, vocabulary);
  const atTheTop = section.id === '';
  const guide = guideOf(found);
  return {
    url: atTheTop ? page.url : `${page.url}#${section.id}`,
    title,
    section: atTheTop ? '' : section.heading,
    kind,
    text: highlight(atTheTop && answer ? answer : sentencesOf(found, section), terms, vocabulary),
    ...(guide && { guide }),
  };
}

/** Where there is more on it. */
function guideOf({ page }: FoundPage): Result['guide'] {
  // Its address comes first, and holds no space.
  const [, path = '', title = ''] = /^\/(\S+) (.+)$/.exec(page.meta['guide'] ?? '') ?? [];
  const site = page.url.slice(0, page.url.length - page.raw_url.length);
  return page.meta['guide'] ? { url: `${site}/${path}`, title } : undefined;
}

/** The section to land on: its heading, and then its text, speak of what was asked for, and its heading of little else. */
function bestSection({ page, hits }: FoundPage, terms: readonly Term[], vocabulary: Vocabulary): Section {
  const words = wordsIn(page.content);
  const sections = sectionsOf(page);
  const scores = sections.map(({ heading, from, to }) => {
    const inHeading = termsIn(heading, terms, vocabulary);
    const inside = [...hits].flatMap((at) => (at >= from && at < to ? (words[at] ?? []) : [])).join(' ');
    return inHeading + inHeading / (wordsIn(heading).length || 1) + termsIn(inside, terms, vocabulary);
  });
  const highest = Math.max(...scores);
  const best = sections[highest < (scores[0] ?? 0) + sectionLead ? 0 : scores.indexOf(highest)];
  if (!best) throw new Error(`${page.url} has no section`);
  return best;
}

/** How many of the things that were asked for a text speaks of. */
function termsIn(text: string, terms: readonly Term[], vocabulary: Vocabulary): number {
  const stems = vocabulary.stemsOf(text);
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
function highlight(text: string, terms: readonly Term[], vocabulary: Vocabulary): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  for (const part of text.split(wordPattern)) {
    const hit = vocabulary.stemsOf(part).some((stem) => terms.some((term) => speaksOf(stem, term)));
    const before = parts.at(-1);
    if (before && !hit && !before.hit) parts[parts.length - 1] = { text: before.text + part, hit };
    else if (part) parts.push({ text: part, hit });
  }
  return parts;
}
