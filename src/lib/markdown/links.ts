/** Links that leave the site: each says where it leads, and tells the other side nothing about where the reader came from. */

export const externalRel = 'external noreferrer';

export const isExternal = (address: string): boolean => /^https?:/.test(address);

/** The host as people write it: "linkedin.com" for "https://www.linkedin.com/…". Throws on what is no address. */
export const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

/** The host, where the words of a link do not hold it already. */
export function hostToName(address: string, words: string): string | undefined {
  const host = hostOf(address);
  return words.toLowerCase().includes(host) ? undefined : host;
}

const externalAnchor = /<a href="(https?:[^"]*)"([^>]*)>([\s\S]*?)<\/a>/g;

/** Rendered Markdown with its external links marked: their `rel`, and the host behind words that do not name it. */
export function markExternalLinks(html: string): string {
  return html.replace(externalAnchor, (_, address: string, rest: string, words: string) => {
    const host = hostToName(address, words);
    return `<a href="${address}" rel="${externalRel}"${rest}>${words}${host ? ` <small class="host">(${host})</small>` : ''}</a>`;
  });
}
