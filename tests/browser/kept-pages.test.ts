/** A page that the browser kept as it was left, which Playwright's Chromium does not do unless told: what is open there is closed. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { findBrowser, quiet } from '../support/browser.ts';
import { eventually, site, test as inBrowser } from '../support/browser-test.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...quiet, '--enable-features=BackForwardCache'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
afterAll(() => browser.close());

const test = inBrowser.extend('kept', async ({}, { onCleanup }) => {
  const page = await browser.newPage({ baseURL: site });
  onCleanup(() => page.close());
  return page;
});

/** Whether the page is the very one that was left. */
const isTheSame = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.hasAttribute('data-was-here'));

async function openAt(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => {
    document.documentElement.setAttribute('data-was-here', '');
  });
}

test('the menu is closed for who comes back from where it led', async ({ kept: page }) => {
  await openAt(page, '/checklists/engage/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Tips' }).click();
  await page.waitForURL('**/tips/');
  await page.goBack();
  await eventually(() => isTheSame(page)).toBe(true);
  expect(await page.locator('#menu').isVisible()).toBe(false);
});

test('a menu that is open when the address is changed by hand is closed too', async ({ kept: page }) => {
  await openAt(page, '/checklists/engage/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.goto('/about/');
  await page.goBack();
  await eventually(() => isTheSame(page)).toBe(true);
  expect(await page.locator('#menu').isVisible()).toBe(false);
});

test('the search is closed for who left by other ways than a result', async ({ kept: page }) => {
  await openAt(page, '/checklists/engage/');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('block');
  await page.goto('/about/');
  await page.goBack();
  await eventually(() => isTheSame(page)).toBe(true);
  await eventually(() => page.getByRole('dialog').count()).toBe(0);
});

test('the search is there again, with its words, for who comes back from a result', async ({ kept: page }) => {
  await openAt(page, '/checklists/engage/');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('block');
  await page.getByRole('dialog').getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL((url) => url.pathname !== '/checklists/engage/');
  await page.goBack();
  await page.waitForURL('**/checklists/engage/');
  expect(await page.getByRole('dialog').getByRole('searchbox').inputValue()).toBe('block');
});
