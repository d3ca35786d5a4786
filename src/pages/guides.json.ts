/** The checklists of each guide, for links to it that say how far somebody is. Loaded where something is ticked: carried by each page, it would be bytes that its text lacks. */
import type { APIRoute } from 'astro';
import { href } from '../lib/site/addresses.ts';
import { checklistAt, checklistsShownIn, guides, type GuideInPlace } from '../lib/site/content.ts';
import { mostCarried } from '../lib/site/list-pages.ts';

/** Several for one thing together; `src/browser/mark-guides.ts` reads them. */
type Lists = { readonly id: string; readonly steps: readonly string[] }[][];

/** Where a guide shows one way of several, one list is enough. What is private is in none of it. */
function listsOf(guide: GuideInPlace): Lists {
  const lists = checklistsShownIn(guide)
    .map(checklistAt)
    .filter((checklist) => !checklist.private)
    .map(({ id, steps }) => ({ id, steps: steps.map((step) => step.id) }));
  const isOneOfSeveral = guide.body.includes('<WhereYouAre>');
  return isOneOfSeveral ? [lists] : lists.map((list) => [list]);
}

const all = Object.fromEntries(
  guides
    .map((guide) => [href(guide.path), listsOf(guide)] as const)
    .filter(([, lists]) => lists.flat().length > 0)
    .slice(0, mostCarried),
);

export const GET: APIRoute = () => Response.json(all);
