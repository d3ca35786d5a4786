/** What makes a note fail, as far as it shows in its words. No page of its own, so everything here runs in Node. */
import { lengthOf, limits } from './count.ts';

/** What a warning is known by, where that is set phrases: lower-case words without marks but apostrophes. */
export type Phrases = ReadonlyMap<string, readonly string[]>;

export interface Found {
  readonly warning: string;
  /** What in the note it is about, where that is of any help. */
  readonly words?: string | undefined;
}

/** Fewer words than that, beside greeting and set phrases, say neither how one knows somebody nor why one writes. */
const fewestWords = 5;

/** A mark of ours or of somebody else's template, or a line to be filled in. */
const blank = /\[[^\][\n]+\]|\{[^{}\n]+\}|<[^<>\n]+>|_{2,}/;
const greeting = /^\s*(hello|hi|hey|dear|good (morning|afternoon|evening))\b[^,.!\n]*[,.!\n]?/i;

/** Lower-case words with single blanks between them and at both ends. */
const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim()} `;

/** The first of the phrases that stands in the words. */
const phraseIn = (text: string, phrases: readonly string[] = []): string | undefined =>
  phrases.find((phrase) => text.includes(` ${phrase} `));

function saysNoReason(text: string, setPhrases: readonly string[] = []): boolean {
  let left = words(text.replace(greeting, '').replaceAll(new RegExp(blank, 'g'), ' '));
  // The longest first: one may hold another.
  for (const phrase of setPhrases.toSorted((one, other) => other.length - one.length)) left = left.replaceAll(` ${phrase} `, ' ');
  return left.split(' ').filter(Boolean).length < fewestWords;
}

/** What is to be told of a note, in the order in which one mends it. Nothing of one that is empty. */
export function warningsFor(text: string, phrases: Phrases): Found[] {
  if (!text.trim()) return [];
  const found: Found[] = [];
  const left = blank.exec(text)?.[0];
  if (left) found.push({ warning: 'blank', words: left });
  if (saysNoReason(text, phrases.get('no-reason'))) found.push({ warning: 'no-reason' });
  for (const warning of ['flattery', 'pitch']) {
    const phrase = phraseIn(words(text), phrases.get(warning));
    if (phrase) found.push({ warning, words: phrase });
  }
  const { most } = lengthOf(text);
  if (most > limits.free) found.push({ warning: most > limits.premium ? 'far-too-long' : 'too-long' });
  return found;
}
