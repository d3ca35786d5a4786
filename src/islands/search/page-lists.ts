/** Lists of pages, for when nothing is looked for or the search does not work. */
import { firstThings } from 'virtual:first-things';
import { linkList } from './result-list.ts';

/** What people come for. `site` is the address of the home page. */
export function firstThingsList(site: URL): HTMLUListElement {
  return linkList(firstThings.map(({ label, path }) => ({ label, href: new URL(path.slice(1), site).href })));
}

interface Link {
  readonly label: string;
  readonly href: string;
}

/** All pages, as pages.json of this site has them; where that can't be had, a link to /search/ at `address`, which lists them too. */
export async function fetchPageList(address: string): Promise<HTMLUListElement> {
  const pages = await fetch(new URL('../pages.json', address))
    .then((response) => response.json() as Promise<Link[]>)
    .catch((): Link[] => [{ label: 'All pages', href: address }]);
  return linkList(pages);
}
