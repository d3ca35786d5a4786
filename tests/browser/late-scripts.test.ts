/** What a page asks for waits until it is drawn, where somebody waits for that. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { site } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { pageAt } from '../support/built-site.ts';
import { namedScripts } from '../support/named-scripts.ts';

const path = '/remove/one-connection/';
const named = namedScripts(pageAt(path).document).toSorted();

/** Holds back what waits for a frame. Returns what lets the next one be drawn. */
async function holdFrames(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    let waiting: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => waiting.push(callback);
    (window as { drawFrame?: () => void }).drawFrame = () => {
      const due = waiting;
      waiting = [];
      for (const callback of due) callback(performance.now());
    };
  });
  return () =>
    page.evaluate(() => {
      (window as { drawFrame?: () => void }).drawFrame?.();
    });
}

/** The scripts that a page asks for from when this is called. Those that such a script asks for are none of the page's. */
function askedFor(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (named.includes(pathname)) asked.push(pathname);
  });
  return asked;
}

const loaded = async (page: Page): Promise<void> => {
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  await eventually(() => page.evaluate(() => document.readyState)).toBe('complete');
};

test('they are asked for in the frame after the one that draws the page, and so is the manifest', async ({ page }) => {
  const drawFrame = await holdFrames(page);
  const asked = askedFor(page);
  // A browser asks for it as soon as it is named.
  const manifest = page.locator('link[rel=manifest]');
  await loaded(page);
  await drawFrame();
  // What the page asks for comes in order, so a script that was asked for would have come before this.
  await page.evaluate(() => fetch('/robots.txt'));
  expect(asked).toEqual([]);
  expect(await manifest.count()).toBe(0);
  await drawFrame();
  await eventually(() => asked.toSorted()).toEqual(named);
  await eventually(() => page.evaluate(() => customElements.get('lt-checklist') !== undefined)).toBe(true);
  expect(await manifest.evaluate((link: HTMLLinkElement) => link.href)).toBe(`${site}/manifest.webmanifest`);
});

test('a page that nobody sees yet asks for them at once', async ({ page }) => {
  await holdFrames(page);
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { value: true });
  });
  const asked = askedFor(page);
  await loaded(page);
  await eventually(() => asked.toSorted()).toEqual(named);
});

test('so does one that comes from the copy that the browser keeps, with its scripts', async ({ page }) => {
  await holdFrames(page);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'serviceWorker', { value: { controller: {} } });
  });
  const asked = askedFor(page);
  await loaded(page);
  await eventually(() => asked.toSorted()).toEqual(named);
});
