/** How often a page doubts what it says. */
import { parse } from 'node-html-parser';
import { comparable } from '../../src/lib/check/phrases.ts';
import { hedgesIn } from '../../src/lib/evidence/certainty-words.ts';

/** Hedges in the answer and the text of a page. */
export function hedgesOnPage(html: string): number {
  const parts = parse(html).querySelectorAll('main > .answer, main > .prose');
  return parts.reduce((sum, part) => sum + hedgesIn(comparable(part.textContent).text).length, 0);
}
