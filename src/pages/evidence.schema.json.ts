import type { APIRoute } from 'astro';
import { href } from '../lib/site/addresses.ts';
import { evidenceJsonSchema } from '../lib/evidence/data.ts';

/** The shape of `/evidence.json`, as a JSON Schema. */
export const GET: APIRoute = ({ site }) => {
  const address = site && new URL(href('/evidence.schema.json'), site).href;
  return new Response(`${JSON.stringify(evidenceJsonSchema(address), null, 1)}\n`);
};
