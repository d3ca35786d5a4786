import type { APIRoute } from 'astro';
import { claimPath, href } from '../lib/site/addresses.ts';
import { claims, sources, wording } from '../lib/site/content.ts';
import { placeNow } from '../lib/site/lists.ts';
import { buildDay } from '../lib/dates.ts';
import { evidenceData } from '../lib/evidence/data.ts';

/** The evidence as data, for machines. */
export const GET: APIRoute = async ({ site }) => {
  const urlOf = (id: string): string => {
    const address = href(placeNow(claimPath(id)));
    return site ? new URL(address, site).href : address;
  };
  const data = await evidenceData({ claims, sources, plainText: (text) => wording.plainText(text), urlOf }, buildDay());
  return new Response(`${JSON.stringify(data, null, 1)}\n`);
};
