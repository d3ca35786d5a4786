/**
 * Links: an address of the site gets its base path; one that leaves the site says where it leads, and tells the other side nothing
 * about where the reader came from.
 */
import { defineHastPlugin } from 'satteri';

export const externalRel = 'external noreferrer';

const isExternal = (address: string): boolean => /^https?:/.test(address);

/** The host as people write it: "linkedin.com" for "https://www.linkedin.com/…". Throws on what is no address. */
export const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

/** The host, where the words of a link do not hold it already. */
export function hostToName(address: string, words: string): string | undefined {
  const host = hostOf(address);
  return words.toLowerCase().includes(host) ? undefined : host;
}

/** Does so to every link of a text. `base` is the path the site lives under. */
export const links = (base: string) =>
  defineHastPlugin({
    name: 'links',
    element: {
      filter: ['a'],
      visit(link, context) {
        const { href } = link.properties;
        if (typeof href !== 'string') return;
        if (href.startsWith('/')) context.setProperty(link, 'href', `${base.replace(/\/$/, '')}${href}`);
        if (!isExternal(href)) return;
        context.setProperty(link, 'rel', externalRel);
        const host = hostToName(href, context.textContent(link));
        if (host === undefined) return;
        context.appendChild(link, [
          { type: 'text', value: ' ' },
          { type: 'element', tagName: 'small', properties: { className: ['host'] }, children: [{ type: 'text', value: `(${host})` }] },
        ]);
      },
    },
  });
