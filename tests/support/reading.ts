/** What of a page can be read. */
import type { Page } from 'playwright-core';

/** A piece of text, or something that can't be used, and the island it stands in; empty where it stands in none. */
interface Piece {
  readonly what: string;
  readonly island: string;
}

/** Every piece of text that is drawn in the main part of the page. */
export const textDrawn = (page: Page): Promise<Piece[]> =>
  page.evaluate(() => {
    const drawn: { what: string; island: string }[] = [];
    const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const what = texts.currentNode.nodeValue?.trim() ?? '';
      const holder = texts.currentNode.parentElement;
      if (!what || !holder?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      let island: Element | null = holder;
      while (island && !island.localName.includes('-')) island = island.parentElement;
      if (range.getClientRects().length > 0) drawn.push({ what, island: island?.localName ?? '' });
    }
    return drawn;
  });

/** What is hidden, or can't be pressed. */
export const outOfUse = (page: Page): Promise<Piece[]> =>
  page.locator(':is(main, header, footer) :is([hidden], [disabled], [inert], [aria-disabled=true])').evaluateAll((all) =>
    all.map((element) => {
      let island: Element | null = element;
      while (island && !island.localName.includes('-')) island = island.parentElement;
      return { what: element.outerHTML, island: island?.localName ?? '' };
    }),
  );

interface Covered {
  readonly text: string;
  readonly by: string;
}

/**
 * Text, and whatever can be pressed, that something else lies on, once it was brought into view: as far as the middle third of the window where it is text,
 * and as far as the browser itself brings it, where it has the focus. Of more than 200 that can be pressed, every second, third or so is looked at.
 */
export const covered = (page: Page): Promise<Covered[]> =>
  page.evaluate(() => {
    const brief = (element: Element | null): string => element?.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 120) ?? 'nothing';
    const found: { text: string; by: string }[] = [];
    const firstLineOf = (element: Element): DOMRect | undefined => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects(), ...element.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
    };
    /** At the middle of its first line. */
    const look = (element: Element): void => {
      const line = firstLineOf(element);
      if (!line) return;
      const hit = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
      const label = element.closest('label') ?? element;
      if (!hit || !(label.contains(hit) || hit.contains(element))) found.push({ text: brief(element), by: brief(hit) });
    };
    const known = new Map<Element, boolean>();
    // What is for the ear alone is clipped away.
    const isClipped = (element: Element | null): boolean => {
      if (!element) return false;
      const clipped = known.get(element) ?? (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
      known.set(element, clipped);
      return clipped;
    };
    const isDrawn = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isClipped(element);
    const upper = innerHeight / 3;
    /** Since each move takes as long as to look a hundred times. What may scroll inside itself is brought into view each time. */
    const isAboutTheMiddle = (element: Element): boolean => {
      const { top, bottom } = firstLineOf(element) ?? new DOMRect();
      return top >= upper && bottom <= 2 * upper && !element.matches('td, th');
    };
    for (const element of document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, th, td, summary, label)')) {
      if (!isDrawn(element)) continue;
      if (!isAboutTheMiddle(element)) {
        element.scrollIntoView({ block: 'start', behavior: 'instant' });
        scrollBy({ top: (firstLineOf(element)?.top ?? 0) - upper, behavior: 'instant' });
      }
      look(element);
    }
    const usable = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')].filter(isDrawn);
    // The handbook has a thousand, of few kinds.
    const stride = Math.ceil(usable.length / 200);
    for (const element of usable.filter((_, index) => index % stride === 0)) {
      element.focus();
      look(element);
    }
    return found;
  });

/** What stays in place while the text moves below it, and does not hide that. */
export const seenThrough = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && ['fixed', 'sticky'].includes(getComputedStyle(element).position))
      .filter((element) => getComputedStyle(element).clipPath === 'none')
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const [, , , alpha = '1'] = /rgba?\(([^)]+)\)/.exec(getComputedStyle(element).backgroundColor)?.[1]?.split(/[ ,/]+/) ?? [];
        return width > 1 && height > 1 && Number(alpha) < 1;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
