/** The choice of where the reader is: two ways to the same end, of which one is shown. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { eventually, test } from '../support/browser-test.ts';

const guide = '/remove/one-connection/';
const key = 'loose-ties:where-you-are';

const way = (page: Page, place: 'website' | 'app'): Locator => page.locator(`[data-on="${place}"]`);
const option = (page: Page, name: 'Website' | 'App'): Locator =>
  page.getByRole('group', { name: 'Where are you?' }).getByRole('radio', { name });

const shown = async (page: Page): Promise<string[]> =>
  page
    .locator('[data-on]')
    .evaluateAll((ways) => ways.filter((one) => one.checkVisibility()).map((one) => (one as HTMLElement).dataset['on'] ?? ''));

describe.each([{ script: true }, { script: false }])('with script: $script', ({ script }) => {
  test('the website is shown, and the app where it is chosen', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: script })).newPage();
    await page.goto(guide);
    await eventually(() => way(page, 'website').isVisible()).toBe(true);
    expect(await way(page, 'app').isVisible()).toBe(false);
    await option(page, 'App').check();
    await eventually(() => way(page, 'app').isVisible()).toBe(true);
    expect(await way(page, 'website').isVisible()).toBe(false);
  });

  test('a link into a way shows it', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: script })).newPage();
    await page.goto(`${guide}#in-the-app`);
    await eventually(() => page.locator('#in-the-app').isVisible()).toBe(true);
    const { y } = (await page.locator('#in-the-app').boundingBox()) ?? { y: -1 };
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(page.viewportSize()?.height ?? 0);
  });
});

test('by keyboard: Tab leads to the choice, arrows choose', async ({ page }) => {
  await page.goto(guide);
  await option(page, 'Website').focus();
  await page.keyboard.press('ArrowRight');
  await eventually(() => shown(page)).toEqual(['app']);
});

test('the last choice is kept on this device, and the link into a way goes before it', async ({ page, complaints }) => {
  await page.goto(guide);
  await option(page, 'App').check();
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe('app');
  await page.reload();
  await eventually(() => shown(page)).toEqual(['app']);
  await page.goto('/');
  await page.goto(`${guide}#from-your-connections-list`);
  await eventually(() => shown(page)).toEqual(['website']);
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe('app');
  expect(complaints).toEqual([]);
});

test('a link on the page into the other way shows it, and goes there', async ({ page }) => {
  await page.goto(guide);
  await eventually(() => shown(page)).toEqual(['website']);
  await page.evaluate(() => {
    location.hash = '#in-the-app';
  });
  await eventually(() => shown(page)).toEqual(['app']);
  await eventually(async () => (await page.locator('#in-the-app').boundingBox())?.y).toBeLessThan(640);
});

test('after a link into one way the other can still be chosen', async ({ page }) => {
  await page.goto(`${guide}#in-the-app`);
  await eventually(() => shown(page)).toEqual(['app']);
  await option(page, 'Website').check();
  await eventually(() => shown(page)).toEqual(['website']);
});

test('both ways are printed, without the choice', async ({ page }) => {
  await page.goto(guide);
  await page.emulateMedia({ media: 'print' });
  expect(await shown(page)).toEqual(['website', 'app']);
  expect(await option(page, 'App').isVisible()).toBe(false);
});
