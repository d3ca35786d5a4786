/** What is told of a copy holds for as long as it is known to be so, and no longer. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { eventually, test as plainTest } from '../support/browser-test.ts';

const guide = '/remove/many-connections/';

const underCode = (page: Page) => page.locator('lt-copy-code').first().getByRole('status');
const ofLinks = (page: Page) => page.locator('lt-places').getByRole('status');

const copyCode = (page: Page): Promise<void> => page.locator('lt-copy-code button').first().click();

const test = plainTest.extend('page', async ({ openContext }) => {
  const page = await (await openContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
  await page.goto(guide);
  // The code stands in folds.
  await page.locator('main details:has(lt-copy-code)').evaluateAll((folds) => {
    for (const fold of folds) fold.toggleAttribute('open', true);
  });
  return page;
});

/** As somebody does by hand: the clipboard holds something else then. */
async function copyHeading(page: Page): Promise<void> {
  await page.locator('h1').selectText();
  await page.keyboard.press('Control+c');
}

describe('“Copied” under copied code', () => {
  test('stays while something else happens', async ({ page }) => {
    await copyCode(page);
    await eventually(() => underCode(page).textContent()).toBe('Copied');
    await page.locator('lt-checklist li > input').first().check();
    await page.keyboard.press('Tab');
    await page.setViewportSize({ width: 500, height: 500 });
    expect(await underCode(page).textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      (await page.locator('lt-copy-code pre').first().innerText()).trim(),
    );
  });

  test('goes when something is copied by hand', async ({ page }) => {
    await copyCode(page);
    await eventually(() => underCode(page).textContent()).toBe('Copied');
    await copyHeading(page);
    await eventually(() => underCode(page).textContent()).toBe('');
  });

  test('goes when a link is copied, and the other way round', async ({ page }) => {
    await copyCode(page);
    await eventually(() => underCode(page).textContent()).toBe('Copied');
    const link = page.locator('main :is(h2, h3) > a.place').first();
    await link.click();
    await eventually(() => ofLinks(page).textContent()).toBe('Link copied');
    expect(await underCode(page).textContent()).toBe('');
    await copyCode(page);
    await eventually(() => underCode(page).textContent()).toBe('Copied');
    expect(await ofLinks(page).textContent()).toBe('');
  });

  test('goes when somebody is elsewhere, where something else may be copied', async ({ page }) => {
    await copyCode(page);
    await eventually(() => underCode(page).textContent()).toBe('Copied');
    await page.evaluate(() => dispatchEvent(new FocusEvent('blur')));
    expect(await underCode(page).textContent()).toBe('');
  });
});

test('that a browser refuses to copy stays told until somebody has copied it by hand', async ({ page }) => {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await copyCode(page);
  await eventually(() => underCode(page).textContent()).toContain('select the text and copy it');
  await page.evaluate(() => dispatchEvent(new FocusEvent('blur')));
  expect(await underCode(page).textContent()).toContain('select the text and copy it');
  await copyHeading(page);
  await eventually(() => underCode(page).textContent()).toBe('');
});
