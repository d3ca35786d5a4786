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
    const page = await documentAt(address);
    for (const link of page.querySelectorAll('[data-index] a')) {
      pages.push({ label: link.textContent.trim(), href: new URL(link.getAttribute('href') ?? '', address).href });
    }
  } catch {
    // As with an empty list.
  }
  return linkList(pages.length > 0 ? pages : [{ label: 'All pages', href: address }]);
}

/** The browser reads it by itself: to hand it HTML as a text would take a policy that admits any. */
function documentAt(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onload = () => {
      resolve(request.responseXML ?? new Document());
    };
    request.onerror = reject;
    request.open('GET', address);
    request.send();
  });
}
