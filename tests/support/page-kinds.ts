/**
 * Some pages that stand for all, for what is too slow to be tried on every page and depends on how a page is made more than on what it says. The build
 * itself says which: one page of each kind, and then more until everything a page can be made of stands on one of them.
 */
import { kindOf, pages, type Page } from './built-site.ts';

/** What a page is made of: its elements, their classes, and the marks of the components whose styles are their own. */
export function partsOf(html: string): Set<string> {
  const elements = [...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, name = '']) => name);
  const classes = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/).map((name) => `.${name}`));
  const components = [...html.matchAll(/ (data-astro-cid-\w+)/g)].map(([, mark = '']) => mark);
  return new Set([...elements, ...classes, ...components]);
}

/** A page without a kind is the only one of its own. */
export const kindOrPathOf = (page: Page): string => kindOf(page) ?? page.path;

export function representativesOf<Candidate extends { kind: string; parts: ReadonlySet<string> }>(all: readonly Candidate[]): Candidate[] {
  const missing = new Set(all.flatMap(({ parts }) => [...parts]));
  const chosen: Candidate[] = [];
  /** The one with the most of what is still missing; of equals the first. */
  const take = (candidates: readonly Candidate[]): void => {
    const [best] = candidates.toSorted((one, other) => other.parts.intersection(missing).size - one.parts.intersection(missing).size);
    if (!best) return;
    chosen.push(best);
    for (const part of best.parts) missing.delete(part);
  };
  for (const ofOneKind of Map.groupBy(all, ({ kind }) => kind).values()) take(ofOneKind);
  while (missing.size > 0) take(all);
  return chosen;
}

export const pagesOfEachKind: readonly Page[] = representativesOf(
  pages.map((page) => ({ page, kind: kindOrPathOf(page), parts: partsOf(page.html) })),
).map(({ page }) => page);
