/** How long a search takes from the moment somebody reaches for it to its first result. */
import type { Page } from 'puppeteer-core';
import type { Search } from './known-sites.ts';
import type { SlowBrowser } from './slow-browser.ts';

/** On a first visit, once the page has come to rest; on a later one, when what the site keeps in the browser is there. */
export type VisitKind = 'first' | 'later';

/** Milliseconds after which a search is taken to find nothing. */
const patience = 60_000;

/** Milliseconds. Throws where the search can't be opened, or does not find the word. */
export async function firstResultOf(browser: SlowBrowser, address: string, search: Search, word: string, kind: VisitKind): Promise<number> {
  const visit = await browser.newVisit();
  try {
    if (kind === 'later') await visit.prepare(address);
    const page = await visit.newPage();
    await page.goto(address, { waitUntil: 'networkidle0' });
    return await timeFirstResult(page, search, word);
  } finally {
    await visit.end();
  }
}

async function timeFirstResult(page: Page, { open, field, result }: Search, word: string): Promise<number> {
  await page.evaluate(watchForResult, result);
  if ('key' in open) {
    await page.keyboard.down('Control');
    await page.keyboard.press(open.key);
    await page.keyboard.up('Control');
  } else await page.click(open.press);
  await page.waitForSelector(field, { visible: true, timeout: patience });
  await page.focus(field);
  await page.keyboard.type(word);
  await page.waitForSelector(result, { visible: true, timeout: patience });
  return page.evaluate(() => (globalThis as unknown as { toResult: Promise<number> }).toResult);
}

/** Runs in the page: from the first key or press, until a result is drawn. */
function watchForResult(selector: string): void {
  const begun = new Promise<number>((resolve) => {
    const begin = ({ timeStamp }: Event): void => {
      resolve(timeStamp);
    };
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, begin, { capture: true, once: true });
  });
  const shown = new Promise<number>((resolve) => {
    const look = (): void => {
      if (document.querySelector(selector)?.checkVisibility()) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  Object.assign(globalThis, { toResult: Promise.all([begun, shown]).then(([from, to]) => to - from) });
}
