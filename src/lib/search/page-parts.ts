/** What of a built page is searched: its text, without what only a reader on the page needs, and the parts that its headings make of it. */
import { HTMLElement, type Node } from 'node-html-parser';

/**
 * Left out, beside what is marked `data-pagefind-ignore`: what follows a step (its outcome, what to do if not, how to go back), drawings, code, the tool
 * itself, and the names that a checklist repeats at every step.
 */
const notSearched = [
  '[data-pagefind-ignore]',
  'lt-checklist li > section > p',
  'lt-checklist summary',
  '.screen',
  // What it does is told beside it.
  'lt-triage',
  // Found one by one.
  '.button-names',
  'pre',
  'script',
  'style',
  '.unseen',
].join();

/** What nobody knows has its own words for everything on a page, and answers nothing. */
const notAnswering = 'what-nobody-knows';

export interface PagePart {
  /** Empty for the beginning of the page. */
  readonly id: string;
  readonly heading: string;
  /** The text of each paragraph, item and cell. */
  readonly texts: readonly string[];
}

/** What is kept of a page once it has been read: the page itself, as a tree, would take a hundred times the room. */
export interface PageWords {
  readonly parts: readonly [PagePart, ...PagePart[]];
  /** By the name of a button: how often the page names it. */
  readonly buttons: ReadonlyMap<string, number>;
}

const blocks = new Set(['P', 'LI', 'TD', 'TH', 'DT', 'DD', 'LABEL', 'SUMMARY', 'CAPTION', 'BLOCKQUOTE']);

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The part of a page that is searched. What is not is taken out of the page. Throws where the page marks none. */
export function searchedBody(page: HTMLElement): HTMLElement {
  const body = page.querySelector('[data-pagefind-body]');
  if (!body) throw new Error('The page marks nothing with data-pagefind-body');
  for (const piece of body.querySelectorAll(notSearched)) piece.remove();
  // The places that ways back lead to are none that a result leads to.
  for (const place of body.querySelectorAll('.mark[id]')) place.removeAttribute('id');
  let isDropped = false;
  for (const piece of body.querySelectorAll('.prose > *')) {
    if (piece.tagName === 'H2') isDropped = piece.id === notAnswering;
    if (isDropped) piece.remove();
  }
  return body;
}

/** The beginning of the page, and what stands under each of its headings, in order. A checklist's heading begins no part: it is found by itself. */
export function partsOf(body: HTMLElement): [PagePart, ...PagePart[]] {
  const first = { id: '', heading: spaced(body.querySelector('h1')?.text ?? ''), texts: [] as string[] };
  const parts: [typeof first, ...(typeof first)[]] = [first];
  const walk = (node: Node): void => {
    if (!(node instanceof HTMLElement)) return;
    if (/^H[2-6]$/.test(node.tagName) && node.id && !node.closest('lt-checklist'))
      parts.push({ id: node.id, heading: spaced(node.text), texts: [] });
    // Who says what is found by the words of its claim.
    else if (node.classList.contains('positions')) return;
    else if (blocks.has(node.tagName)) parts.at(-1)?.texts.push(spaced(node.text));
    else node.childNodes.forEach(walk);
  };
  walk(body);
  return parts;
}

/** What is searched of a page, from that part of it. */
export function wordsIn(body: HTMLElement): PageWords {
  const buttons = new Map<string, number>();
  for (const { text } of body.querySelectorAll('b.ui')) buttons.set(text, (buttons.get(text) ?? 0) + 1);
  return { parts: partsOf(body), buttons };
}
