/**
 * The headings of a written text, once all its components have become HTML: only then are its words known, since a button's name or a claim can be one of them.
 */
import { parse } from 'node-html-parser';
import { keptAddress, readerId } from './reader-ids.ts';

export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

const heading = /<h([2-6])( [^>]*?)? id="([^"]*)"([^>]*)>(.*?)<\/h\1>/gs;

/** Of a heading without letters or digits, Astro makes an id of nothing, or of a number behind a hyphen. */
const isNothing = (id: string): boolean => /^(?:-\d+)?$/.test(id);

/** The text with an id on each of its headings that leads there, and that reader views leave alone; and the headings. */
export function withHeadings(html: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const withIds = html.replace(heading, (_, depth: string, before: string | undefined, given: string, after: string, inside: string) => {
    const id = isNothing(given) ? `section-${headings.length + 1}` : given;
    headings.push({ depth: Number(depth), slug: readerId(id), text: wordsOf(inside) });
    return `<h${depth}${before ?? ''} id="${readerId(id)}"${after}>${keptAddress(id)}${inside}</h${depth}>`;
  });
  return { html: withIds, headings };
}

/** As read aloud: without signs that lead to evidence. */
const wordsOf = (html: string): string => parse(html).textContent.replaceAll(/\s+/g, ' ').trim();
