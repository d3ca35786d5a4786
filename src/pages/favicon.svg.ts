import type { APIRoute } from 'astro';
import { tabIcon } from '../lib/pictures/icons.ts';
import { colour } from '../lib/site/colours.ts';

export const GET: APIRoute = () => new Response(tabIcon(colour), { headers: { 'content-type': 'image/svg+xml' } });
