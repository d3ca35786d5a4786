/** Whether anything on a page moves by itself. */
import type { Page } from 'playwright-core';
import { holdScripts } from './served-differently.ts';

interface Watch {
  /** What the browser itself has seen move. */
  shifts: string[];
  places: Map<Element, { left: number; top: number; text: string }>;
}

/** Begin before the page is opened. */
export async function watchMovement(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch = window as unknown as Watch;
    watch.shifts = [];
    watch.places = new Map();
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[]) {
        const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML : node?.nodeValue)?.slice(0, 80));
        watch.shifts.push(`${value}: ${moved.join(' and ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export interface Movement {
  /** What was there and could be seen at the last call, and has another place now. */
  readonly elements: string[];
  /** What the browser has reported since then, which may have come and gone between the calls. */
  readonly shifts: string[];
}

/** What has moved since the last call. What is new is noted for the next. */
export function movement(page: Page): Promise<Movement> {
  return page.evaluate(async () => {
    const watch = window as unknown as Watch;
    // Shifts are reported after the frame in which they were drawn.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const elements = [...watch.places].flatMap(([element, before]) => {
      // A line that was filled may grow to its other side, and what script takes the place of is gone.
      if (!element.checkVisibility() || (element.childElementCount === 0 && element.textContent !== before.text)) return [];
      const { left, top } = element.getBoundingClientRect();
      const [across, down] = [Math.round(left - before.left), Math.round(top - before.top)];
      return across || down ? [`${element.outerHTML.slice(0, 80)} by ${across}, ${down}`] : [];
    });
    const seen = Array.from(document.querySelectorAll('body *')).filter((element) => element.checkVisibility({ visibilityProperty: true }));
    watch.places = new Map(
      seen.map((element) => {
        const { left, top } = element.getBoundingClientRect();
        return [element, { left, top, text: element.textContent }];
      }),
    );
    return { elements, shifts: watch.shifts.splice(0) };
  });
}

/** Opens a page that is watched, and notes how it stands there without its scripts. Returns what lets them come. */
export async function openBeforeScripts(page: Page, path: string): Promise<() => void> {
  const release = await holdScripts(page);
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState === 'complete' && performance.getEntriesByName('first-contentful-paint').length > 0);
  await movement(page);
  return release;
}
