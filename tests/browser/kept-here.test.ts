/** What this site keeps on the device, and why, in one list, with the button that forgets all of it. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually, test } from '../support/browser-test.ts';

const path = '/about/';

/** By what it is: how much of it there is now. */
const told = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('lt-kept-here li')
    .evaluateAll((items) =>
      Object.fromEntries(
        items.map((item) => [item.querySelector('strong')?.textContent ?? '', item.querySelector('[data-now]')?.textContent ?? '']),
      ),
    );

test('it says how much there is now, follows other tabs, and says none once all is forgotten', async ({ page, complaints }) => {
  await page.goto(path);
  await eventually(() => told(page)).toMatchObject({ 'What you ticked, and when': 'none', 'The colours you chose': 'none' });
  const tab = await page.context().newPage();
  await tab.goto('/checklists/remove-in-app/');
  await tab.locator('lt-checklist li > input').first().check();
  await tab.locator('lt-colours [value=dark]').check();
  await eventually(() => told(page)).toMatchObject({ 'What you ticked, and when': 'under 1 kB', 'The colours you chose': 'under 1 kB' });
  await page.getByRole('button', { name: 'Forget everything on this device' }).click();
  await page.getByRole('button', { name: 'Forget', exact: true }).click();
  await eventually(async () => new Set(Object.values(await told(page)))).toEqual(new Set(['none']));
  expect(complaints).toEqual([]);
});

test('what belongs to nothing that is listed is told too', async ({ page }) => {
  await page.goto(path);
  await page.evaluate(() => {
    localStorage.setItem('loose-ties:of-an-earlier-version', 'x');
    dispatchEvent(new StorageEvent('storage'));
  });
  await eventually(() => told(page)).toMatchObject({ 'Something of another version of this site': 'under 1 kB' });
  await page.evaluate(() => {
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage'));
  });
  await eventually(() => told(page)).not.toHaveProperty('Something of another version of this site');
});

test('where storage may not be read, nothing is said of how much there is', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('not allowed', 'SecurityError');
      },
    });
  });
  await page.goto(path);
  await page.getByRole('button', { name: 'Forget everything on this device' }).waitFor();
  expect(new Set(Object.values(await told(page)))).toEqual(new Set(['']));
});

test('without script it says what is kept, and why', async ({ tabWithoutScript: tab }) => {
  await tab.goto(path);
  expect(await tab.locator('lt-kept-here').innerText()).toMatch(/What you ticked, and when\s+So that you find your place again\./);
});
