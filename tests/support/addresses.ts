/** Where the site is that tests look at. They name its pages by their paths below that, which is not always the root of a host (`npm run test:base`). */
import { inject } from 'vitest';

/** The site's address, without a slash at its end. */
export const site = inject('site');

/** What its paths begin with on its host: nothing at the root. */
const base = new URL(site).pathname.replace(/\/$/, '');

/** The path of a page as it stands in links: "/tips/" with what all paths begin with in front. */
export const hrefTo = (path: string): string => `${base}${path}`;

/**
 * The path of a page as tests name it, from an address or a path with what all begin with in front. What is not below that comes out as a path that no
 * test names, since a link there would lead out of the site.
 */
export function pathOf(address: string): string {
  const { pathname } = new URL(address, site);
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : `outside: ${pathname}`;
}
