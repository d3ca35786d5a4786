/** All pages, for the search where it can't find: a page read as a text would take a content policy that admits any. */
import type { APIRoute } from 'astro';
import { href } from '../lib/site/addresses.ts';
import { pageIndex } from '../lib/site/page-index.ts';

const all = pageIndex.flatMap(({ pages }) => pages.map(({ label, path }) => ({ label, href: href(path) })));

export const GET: APIRoute = () => Response.json(all);
