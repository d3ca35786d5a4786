import type { APIRoute } from 'astro';
import { plainIcon } from '../lib/icons.ts';
import { icoOf } from '../lib/pictures.ts';

/** For browsers that take no SVG as an icon, and for what asks for this name without looking. */
export const GET: APIRoute = async () => new Response(await icoOf(plainIcon(), [16, 32]), { headers: { 'content-type': 'image/x-icon' } });
