/**
 * Lists that grow with all that is written, cut so that no page grows with them: a long list goes on over several pages, and of a long row only the neighbours
 * of a place are shown.
 */

/** What is no longer than the whole is shown whole, and else in parts. */
export interface Bound {
  readonly whole: number;
  readonly part: number;
}

/** Of claims and of sources, whose entries are folded or a few lines. */
export const boundOfEvidence: Bound = { whole: 400, part: 200 };
/** Of what is read entry by entry: with some 4,300 bytes of what every page has, and 180 for an entry, so many arrive in one round trip. */
export const boundOfEntries: Bound = { whole: 50, part: 40 };
/** Of questions, whose entries are a little lighter. One more, or longer answers, and they go on over two pages: lower it where a page has become too heavy. */
export const boundOfQuestions: Bound = { whole: 55, part: 40 };
/** Of guides in full: each is some 3,000 bytes as sent, what it rests on included. */
export const boundOfHandbook: Bound = { whole: 30, part: 20 };
/** Guides of a stage that home lists. */
export const mostAtAGlance = 12;
/** Guides of a stage that stand beside a text, where each is bytes that the text then lacks. */
export const boundBeside: Bound = { whole: 6, part: 5 };
/** Beads on a card. */
export const boundOfBeads: Bound = { whole: mostAtAGlance, part: mostAtAGlance };
/** Links in a list of everything, under each of its headings. */
export const mostUnderAHeading = 60;
/** What a page carries unseen for its script. */
export const mostCarried = 100;

/** Some of a list, under a heading. */
export interface Shelf<Item> {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** The shelves of each page, in order: a shelf may go on over the next, and none is empty. One page at least. */
export function inPages<Item>(shelves: readonly Shelf<Item>[], { whole, part }: Bound): Shelf<Item>[][] {
  const filled = shelves.filter(({ items }) => items.length > 0);
  if (filled.reduce((sum, { items }) => sum + items.length, 0) <= whole) return [filled];
  const pages: Shelf<Item>[][] = [];
  let room = 0;
  for (const { items, ...shelf } of filled) {
    for (let from = 0; from < items.length;) {
      if (room === 0) {
        pages.push([]);
        room = part;
      }
      const some = items.slice(from, from + room);
      pages.at(-1)?.push({ ...shelf, items: some });
      from += some.length;
      room -= some.length;
    }
  }
  return pages;
}

/** The address of a page of a list, counted from 1: the first is the list's own. */
export const pathOfPage = (list: string, page: number): string => (page === 1 ? list : `${list}${page}/`);

/** What stands around a place: all where that is no more than the whole, and else a part, as even before and after as can be. */
export function around<Item>(items: readonly Item[], place: number, { whole, part }: Bound): readonly Item[] {
  if (items.length <= whole) return items;
  const from = Math.max(0, Math.min(place - Math.floor(part / 2), items.length - part));
  return items.slice(from, from + part);
}

/** Numbers of pages to choose from, from 1 up: the first, the last and the present one with two on each side. A gap is undefined. */
export function numbersAround(page: number, count: number): (number | undefined)[] {
  const numbers = new Set([1, ...Array.from({ length: 5 }, (_, index) => page - 2 + index), count]);
  const shown = [...numbers].filter((number) => number >= 1 && number <= count).sort((one, other) => one - other);
  return shown.flatMap((number, index) => (index > 0 && number - (shown[index - 1] ?? 0) > 1 ? [undefined, number] : [number]));
}

/** The title of a page of a list, or what describes it: that of the list, and which page it is where that is not the first. */
export const numbered = (words: string, { page, count }: { readonly page: number; readonly count: number }): string =>
  page === 1 ? words : `${words.replace(/\.$/, '')} (page ${page} of ${count})`;
