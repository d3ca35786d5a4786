import type { APIRoute } from 'astro';
import { machineIndex } from '../lib/site/machine-index.ts';

/** What there is as Markdown, in the form of llmstxt.org. */
export const GET: APIRoute = async ({ site }) =>
  new Response(await machineIndex(site), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
