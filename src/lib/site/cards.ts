/** Which pages have a card of their own, and which card stands for the others. Drawn by lib/pictures/draw-card.ts, in pages/cards/[...name].png.ts. */
import { href } from './addresses.ts';
import { checklistsInOrder, guides } from './content.ts';
import { around, boundOfBeads } from './list-pages.ts';
import { ownPages } from './pages.ts';
import { site } from './site.ts';

export interface Card {
  /** The page. */
  readonly path: string;
  /** The address of the picture. */
  readonly picture: string;
  /** The picture in words. */
  readonly alt: string;
  readonly title: string;
  readonly kind: string;
  readonly beads?: number;
  readonly here?: number;
}

const card = (path: string, words: Omit<Card, 'path' | 'picture' | 'alt'>): Card => ({
  path,
  picture: `/cards${path === ownPages.home.path ? '/home' : path.replace(/\/$/, '')}.png`,
  alt: `“${words.title}”, above two dots and a line between them that is cut.`,
  ...words,
});

const home = card(ownPages.home.path, { title: site.opening, kind: site.tagline });

export const cards: readonly Card[] = [
  home,
  ...guides.map((guide) => {
    const { path, title, stage } = guide;
    const near = around(stage.guides, guide.place, boundOfBeads);
    return card(path, { title, kind: stage.title, beads: near.length, here: near.indexOf(guide) });
  }),
  ...checklistsInOrder.map(({ path, title, steps }) => card(path, { title, kind: 'Checklist', beads: steps.length })),
  ...[ownPages.triage, ownPages.carry].map(({ path, title }) => card(path, { title, kind: 'Tool' })),
  ...[ownPages.checklists, ownPages.questions, ownPages.tips, ownPages.evidence, ownPages.about].map(({ path, title }) =>
    card(path, { title, kind: site.tagline }),
  ),
];

const byAddress = new Map(cards.map((each) => [href(each.path), each]));

/** The card for an address as served: its own, else that of the nearest page above it. */
export function cardFor(pathname: string): Card {
  const own = byAddress.get(pathname);
  if (own) return own;
  const above = pathname.replace(/[^/]+\/?$/, '');
  return above === pathname ? home : cardFor(above);
}
