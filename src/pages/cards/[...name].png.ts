import type { APIRoute } from 'astro';
import { drawCard } from '../../lib/pictures/draw-card.ts';
import { cards, type Card } from '../../lib/site/cards.ts';
import { colour } from '../../lib/site/colours.ts';
import { site } from '../../lib/site/site.ts';

/** None where the site's own address is not known: a card is named by a whole address, or not at all. */
export function getStaticPaths() {
  if (!import.meta.env.SITE) return [];
  return cards.map((card) => ({ params: { name: /^\/cards\/(.+)\.png$/.exec(card.picture)?.[1] }, props: card }));
}

export const GET: APIRoute<Card> = async ({ props: { title, kind, beads, here } }) => {
  const colours = { paper: colour('paper'), ink: colour('ink'), quiet: colour('quiet'), thread: colour('thread') };
  return new Response(await drawCard({ title, kind, siteName: site.name, beads, here }, colours), {
    headers: { 'content-type': 'image/png' },
  });
};
