import type { APIRoute } from 'astro';
import { href } from '../lib/site/addresses.ts';
import { colour } from '../lib/site/colours.ts';
import { pngIcons } from '../lib/pictures/icons.ts';
import { site } from '../lib/site/site.ts';

/** What a system shows of the site once somebody has put it on a home screen. */
export const GET: APIRoute = () => {
  const icons = pngIcons.flatMap((icon) =>
    'purpose' in icon
      ? [{ src: href(`/${icon.name}.png`), sizes: `${icon.size}x${icon.size}`, type: 'image/png', purpose: icon.purpose }]
      : [],
  );
  const manifest = {
    name: site.name,
    description: site.description,
    lang: 'en',
    id: href('/'),
    start_url: href('/'),
    scope: href('/'),
    display: 'minimal-ui',
    // A manifest knows no dark; the pages themselves name a colour for each.
    background_color: colour('paper'),
    theme_color: colour('paper'),
    icons: [{ src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }, ...icons],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
