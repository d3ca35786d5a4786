import type { APIRoute } from 'astro';
import { plainIcon } from '../lib/pictures/icons.ts';
import { icoOf } from '../lib/pictures/png.ts';
import { colour } from '../lib/site/colours.ts';

/** For browsers that take no SVG as an icon, and for what asks for this name without looking. */
export const GET: APIRoute = async () =>
  new Response(await icoOf(plainIcon(colour), [16, 32]), { headers: { 'content-type': 'image/x-icon' } });
