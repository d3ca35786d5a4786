import type { APIRoute } from 'astro';
import { pngIcons } from '../lib/icons.ts';
import { pngOf } from '../lib/pictures.ts';

type Icon = (typeof pngIcons)[number];

export const getStaticPaths = () => pngIcons.map((icon) => ({ params: { icon: icon.name }, props: icon }));

export const GET: APIRoute<Icon> = async ({ props: { draw, size } }) =>
  new Response(await pngOf(draw(), size), { headers: { 'content-type': 'image/png' } });
