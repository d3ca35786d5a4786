/** Addresses in their normal form: what a browser makes of them, and what everybody else reads alike. */

const example = 'such as "https://example.org/page"';
const allowed = /^https?:\/\/[a-z0-9.-]+(:\d+)?[\w.~:/?#@!$&'()*+,;=%-]*$/;

/** The normal form. Throws on what is no address. */
function normal(address: string): string {
  return new URL(address).href.replaceAll(/[^\w.~:/?#@!$&'()*+,;=%-]/g, encodeURIComponent).replaceAll(/%(?![0-9A-F]{2})/gi, '%25');
}

/** What is wrong with an address on the web, with the cure; undefined where nothing is. */
export function faultOfAddress(address: string): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(address.trim()) || !URL.canParse(address))
    return `"${address}" is no address on the web: write it whole, ${example}`;
  const { hostname, username, password } = new URL(address);
  if (username || password) return `"${address}" holds a user’s name or password: leave it out`;
  if (!hostname.includes('.') || hostname.endsWith('.')) return `"${address}" has no whole name of a host: write it whole, ${example}`;
  const whole = normal(address);
  const isNormal = whole === address || whole === `${address}/`;
  return isNormal && allowed.test(address) ? undefined : `"${address}" is not in its normal form: write "${whole}"`;
}

/** What is wrong with where a link in a text leads. */
export function faultOfLink(address: string): string | undefined {
  if (/^(mailto:[^\s@]+@[^\s@]+|tel:\+?\d[\d-]*)$/.test(address)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return faultOfAddress(address);
  if (!/^[/#]./.test(address) && address !== '/')
    return `a link to "${address}": begin it with "/" for a page of this site, with "#" for a place on this page, or with "https://"`;
  const { pathname, search, hash, href } = new URL(address, 'http://site');
  const whole = address.startsWith('#') ? hash : href.slice('http://site'.length);
  if (whole !== address) return `a link to "${address}", which is not in its normal form: write "${whole}"`;
  const isPage = address.startsWith('#') || pathname.endsWith('/') || /\.[a-z]+$/.test(pathname);
  return isPage ? undefined : `a link to "${address}": an address of a page ends in "/", so write "${pathname}/${search}${hash}"`;
}
