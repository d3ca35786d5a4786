/** How long it takes from a click until the heading of the page it leads to is shown, whether that is another document or the same one with other text. */
import type { Page } from 'puppeteer-core';
import type { SlowBrowser } from './slow-browser.ts';

export const ways = ['straight', 'hovered', 'later'] as const;
/** A click at once; after the pointer has rested on the link; at once, on a later visit, when what the site keeps in the browser is there. */
export type Way = (typeof ways)[number];

export interface NextPage {
  /** Milliseconds. */
  readonly time: number;
  /** What the browser had of it before the click. */
  readonly before: 'prerendered' | 'prefetched' | 'nothing';
}

/** Milliseconds for which the pointer rests: longer than 500 kB take on that line. */
const hoverFor = 3000;
/** Milliseconds. */
const patience = 60_000;
const between = 50;
const unanswered = 2000;

const pause = (milliseconds: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));

/** `link` leads from the page at `address` to another. Throws where there is no such link, or no heading at its end. */
export async function nextPageOf(browser: SlowBrowser, address: string, link: string, way: Way): Promise<NextPage> {
  const visit = await browser.newVisit();
  try {
    if (way === 'later') await visit.prepare(address);
    const page = await visit.newPage();
    await page.evaluateOnNewDocument(markHeading);
    await page.goto(address, { waitUntil: 'networkidle0' });
    const { x, y } = await placeOf(page, link);
    // What comes into sight may be fetched beforehand.
    await page.waitForNetworkIdle({ idleTime: 500 });
    await page.evaluate(watchForClick);
    await page.mouse.move(x, y);
    if (way === 'hovered') await pause(hoverFor);
    await page.mouse.down();
    // Not waited for: where another page takes the place of this one at once, nobody answers.
    page.mouse.up().catch(() => undefined);
    return await arrival(page);
  } finally {
    await visit.end();
  }
}

/** Where to press, once it is in sight. */
async function placeOf(page: Page, link: string): Promise<{ readonly x: number; readonly y: number }> {
  const found = await page.$(link);
  if (!found) throw new Error(`${page.url()} has no "${link}"`);
  await found.evaluate((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  return found.clickablePoint();
}

/** Runs in each document before all else: a heading's first paint is to be reported. One that is prerendered does not run it, and is painted whole at once. */
function markHeading(): void {
  const mark = (): void => {
    const heading = document.querySelector('h1');
    if (!heading) return;
    heading.setAttribute('elementtiming', 'heading');
    observer.disconnect();
  };
  const observer = new MutationObserver(mark);
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page that is left: remembers when it was clicked on, and whether its own heading becomes another. */
function watchForClick(): void {
  addEventListener(
    'click',
    ({ timeStamp }) => {
      sessionStorage.setItem('clicked', String(performance.timeOrigin + timeStamp));
    },
    { capture: true },
  );
  const heading = (): string => document.querySelector('h1')?.textContent ?? '';
  const left = heading();
  const watched: { shown?: number } = {};
  Object.assign(globalThis, { watched });
  const look = (): void => {
    if (heading() !== left && heading() !== '') watched.shown = performance.timeOrigin + performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function arrival(page: Page): Promise<NextPage> {
  for (let waited = 0; waited < patience; waited += between) {
    await pause(between);
    // A document that is just being left or put in place of another answers nothing, or never.
    const found = await Promise.race([page.evaluate(arrived).catch(() => undefined), pause(unanswered)]);
    if (found) return found;
  }
  throw new Error(`Nothing came of a click on ${page.url()}`);
}

/** Runs in whichever page is there; undefined where that is still the one that is left. */
async function arrived(): Promise<NextPage | undefined> {
  const { watched } = globalThis as unknown as { readonly watched?: { readonly shown?: number } };
  const clicked = Number(sessionStorage.getItem('clicked'));
  if (watched) return watched.shown === undefined ? undefined : { time: watched.shown - clicked, before: 'nothing' };
  if (document.readyState !== 'complete') return undefined;
  const entries: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  for (const type of ['element', 'paint']) observer.observe({ type, buffered: true });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const heading = entries.find(({ entryType }) => entryType === 'element') ?? entries.find(({ name }) => name === 'first-contentful-paint');
  if (!heading) return undefined;
  const { activationStart = 0, deliveryType } = (performance.getEntriesByType('navigation')[0] ?? {}) as {
    readonly activationStart?: number;
    readonly deliveryType?: string;
  };
  const isPrefetched = deliveryType === 'navigational-prefetch';
  const shown = (heading as { readonly renderTime?: number }).renderTime ?? heading.startTime;
  return {
    time: performance.timeOrigin + shown - clicked,
    before: activationStart > 0 ? 'prerendered' : isPrefetched ? 'prefetched' : 'nothing',
  };
}
