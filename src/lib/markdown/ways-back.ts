/**
 * The ways back from what a page rests on to its sentences. Only a finished page knows which of several marks of a claim is the first, and whether it has one at
 * all: a claim that a sentence rests on together with others has none. Places are numbered, since their names are for one way alone, and cost bytes.
 */

const mark = /<a class="mark" href="#rests-on\.([^"]+)"/g;
const wayBack = / ?<a href="#sentence\.([^"]+)">.*?<\/a>/g;

/** Where the way back leads until the page is finished. */
export const sentencePlaceholder = (claim: string): string => `#sentence.${claim}`;

/** The page with a place at the first mark of each claim, and a way back to each of these places. */
export function withWaysBack(html: string): string {
  const places = new Map<string, string>();
  return html
    .replace(mark, (found, claim: string) => {
      if (places.has(claim)) return found;
      const place = `m.${places.size + 1}`;
      places.set(claim, place);
      return found.replace(' href', ` id="${place}" href`);
    })
    .replace(wayBack, (found, claim: string) => {
      const place = places.get(claim);
      return place ? found.replace(`sentence.${claim}`, place) : '';
    });
}
