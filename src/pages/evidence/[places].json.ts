/** Where each claim stands, once they are too many for one page: for addresses from before, which name a place on the first. */
import type { APIRoute } from 'astro';
import { claimPath, href } from '../../lib/site/addresses.ts';
import { claims } from '../../lib/site/content.ts';
import { claimPages, placeNow } from '../../lib/site/lists.ts';

export function getStaticPaths() {
  return claimPages.length > 1 ? [{ params: { places: 'places' } }] : [];
}

export const GET: APIRoute = () => Response.json(Object.fromEntries([...claims.keys()].map((id) => [id, href(placeNow(claimPath(id)))])));
