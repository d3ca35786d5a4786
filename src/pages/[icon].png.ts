import type { APIRoute } from 'astro';
import { pngIcons } from '../lib/pictures/icons.ts';
import { pngOf } from '../lib/pictures/png.ts';
import { colour } from '../lib/site/colours.ts';

type Icon = (typeof pngIcons)[number];

export const getStaticPaths = () => pngIcons.map((icon) => ({ params: { icon: icon.name }, props: icon }));

export const GET: APIRoute<Icon> = async ({ props: { draw, size } }) =>
  new Response(await pngOf(draw(colour), size), { headers: { 'content-type': 'image/png' } });
