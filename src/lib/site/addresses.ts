/** Addresses of pages, under whatever base path the site is built for. */
import { ownPages } from './pages.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** "/remove/one-connection/" as it is served: with the base path in front. Throws on an address that is not rooted. */
export function href(path: string): string {
  if (!path.startsWith('/')) throw new Error(`"${path}" is no address of this site: begin it with "/"`);
  return `${base}${path}`;
}

export const guidePath = (address: string): string => `/${address}/`;
export const checklistPath = (slug: string): string => `${ownPages.checklists.path}${slug}/`;
export const claimPath = (id: string): string => `${ownPages.evidence.path}#${id}`;
/** The articles the guide started from have a page each; all other sources share one. */
export const sourcePath = (slug: string, isArticle: boolean): string =>
  isArticle ? `${ownPages.evidence.path}${slug}/` : `${ownPages.sources.path}#${slug}`;
