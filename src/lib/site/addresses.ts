/** Addresses of pages, under whatever base path the site is built for. */
import { isStartingArticle } from '../evidence/starting-articles.ts';
import type { Source } from '../written/schema.ts';
import { ownPages } from './pages.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** "/remove/one-connection/" as it is served: with the base path in front. Throws on an address that is not rooted. */
export function href(path: string): string {
  if (!path.startsWith('/')) throw new Error(`"${path}" is no address of this site: begin it with "/"`);
  return `${base}${path}`;
}

export const guidePath = (id: string): string => `/${id}/`;
export const checklistPath = (id: string): string => `${ownPages.checklists.path}${id}/`;
export const claimPath = (id: string): string => `${ownPages.evidence.path}#${id}`;
/** The articles the guide started from have a page each; all other sources share one. */
export const sourcePath = (source: Pick<Source, 'id' | 'startingArticle'>): string =>
  isStartingArticle(source) ? `${ownPages.evidence.path}${source.id}/` : `${ownPages.sources.path}#${source.id}`;
