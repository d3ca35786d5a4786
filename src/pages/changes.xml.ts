import type { APIRoute } from 'astro';
import { changesFeed } from '../lib/site/changes.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(await changesFeed(site), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
