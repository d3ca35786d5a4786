/** Lists of pages, for when nothing is looked for or the search does not work. */
import { firstThings } from 'virtual:first-things';
import { linkList } from './result-list.ts';

/** What people come for. `site` is the address of the home page. */
export function firstThingsList(site: URL): HTMLUListElement {
  return linkList(firstThings.map(({ label, path }) => ({ label, href: new URL(path.slice(1), site).href })));
}

/** All pages, as /search/ at `address` lists them; where that can't be had, a link to it. */
export async function fetchPageList(address: string): Promise<HTMLUListElement> {
  const pages: { label: string; href: string }[] = [];
  try {
    const response = await fetch(address);
    // Styles that stand in it would be held against the content policy of this page.
    const html = (await response.text()).replaceAll(/<style.*?<\/style>/gs, '');
    const page = new DOMParser().parseFromString(html, 'text/html');
    for (const link of page.querySelectorAll('[data-index] a')) {
      pages.push({ label: link.textContent.trim(), href: new URL(link.getAttribute('href') ?? '', address).href });
    }
  } catch {
    // As with an empty list.
  }
  return linkList(pages.length > 0 ? pages : [{ label: 'All pages', href: address }]);
}
