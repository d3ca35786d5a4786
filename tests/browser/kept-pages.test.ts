/** A page that the browser kept as it was left, which Playwright's Chromium does not do unless told: each is kept, and what is open there is closed. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test as plainTest } from 'vitest';
import { quiet } from '../support/browser.ts';
import { eventually, openContext } from '../support/browser-test.ts';
import { wholeChromiumPath } from '../support/engines/find.ts';
import { pagesOfEachKind } from '../support/page-kinds.ts';
import { inDialog, partsOf, search } from '../support/search-by-hand.ts';

const executablePath = wholeChromiumPath;
let browser: Browser | undefined;
beforeAll(async () => {
  if (executablePath === undefined) return;
  browser = await chromium.launch({ executablePath, args: quiet, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
});
afterAll(() => browser?.close());

const test = plainTest
  .extend('kept', async ({}, { onCleanup }) => {
    if (!browser) throw new Error('There is no whole Chromium here');
    const context = await openContext(browser);
    onCleanup(() => context.close());
    return context.newPage();
  })
  .skipIf(executablePath === undefined);

/** Whether the page is the very one that was left. */
const isTheSame = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.hasAttribute('data-was-here'));

async function openAt(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => {
    document.documentElement.setAttribute('data-was-here', '');
  });
}

/** Playwright waits for the page to load, which one that was kept does not. */
async function goBack(page: Page): Promise<void> {
  const left = page.url();
  await page.evaluate(() => {
    history.back();
  });
  await eventually(() => page.url()).not.toBe(left);
}

test('the menu is closed for who comes back from where it led', async ({ kept: page }) => {
  await openAt(page, '/checklists/engage/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Tips' }).click();
  await page.waitForURL('**/tips/');
  await goBack(page);
  await eventually(() => isTheSame(page)).toBe(true);
  expect(await page.locator('#menu').isVisible()).toBe(false);
});

test('a menu that is open when the address is changed by hand is closed too', async ({ kept: page }) => {
  await openAt(page, '/checklists/engage/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.goto('/about/');
  await goBack(page);
  await eventually(() => isTheSame(page)).toBe(true);
  expect(await page.locator('#menu').isVisible()).toBe(false);
});

test('the search is closed for who left by other ways than a result', async ({ kept: page }) => {
  await openAt(page, '/checklists/engage/');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('block');
  await page.goto('/about/');
  await goBack(page);
  await eventually(() => isTheSame(page)).toBe(true);
  await eventually(() => page.getByRole('dialog').count()).toBe(0);
});

test('the search is there again, with its words, for who comes back from a result', async ({ kept: page }) => {
  await openAt(page, '/checklists/engage/');
  await page.keyboard.press('Control+k');
  await search(page, inDialog, 'block');
  await partsOf(page, inDialog).results.first().click();
  await page.waitForURL((url) => url.pathname !== '/checklists/engage/');
  await goBack(page);
  await eventually(() => isTheSame(page)).toBe(true);
  await eventually(() => page.getByRole('dialog').getByRole('searchbox').inputValue()).toBe('block');
});

test('each kind of page is kept as it was left', async ({ kept: page }) => {
  for (const { path } of pagesOfEachKind) {
    await openAt(page, path);
    // What is loaded only once a page is used holds it no more than the rest.
    await page.locator('main').hover();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await page.goto('/robots.txt');
    await goBack(page);
    await expect.poll(() => isTheSame(page), { message: path, timeout: 60_000 }).toBe(true);
  }
});

test('connections that are being sorted are there as they were left', async ({ kept: page }) => {
  await openAt(page, '/tools/triage/');
  const tool = page.locator('lt-triage');
  await tool.getByRole('button', { name: 'Try it with 500 made-up people' }).click();
  await tool.getByRole('button', { name: 'Decide one by one' }).click();
  await page.keyboard.press('k');
  const place = tool.getByText('488 of 489 undecided');
  await place.waitFor();
  await page.goto('/about/');
  await goBack(page);
  await eventually(() => isTheSame(page)).toBe(true);
  expect(await place.isVisible()).toBe(true);
});
