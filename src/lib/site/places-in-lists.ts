/** Links to what stands in a list that goes on over several pages: whoever wrote or made them need not know which of the pages that is. */
import { href } from './addresses.ts';
import { isAnyListLong, placeNow } from './lists.ts';

const base = href('/').slice(0, -1);

/** The page with each of its links to a place in a list leading to the page of the list that holds the place. */
export const withPlacesInLists = (html: string): string =>
  isAnyListLong
    ? html.replaceAll(/(<a [^>]*?href=")([^"#]+#[^"]+)"/g, (link, before: string, address: string) =>
        address.startsWith(`${base}/`) ? `${before}${href(placeNow(address.slice(base.length)))}"` : link,
      )
    : html;
