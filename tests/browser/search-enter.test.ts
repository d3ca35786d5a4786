/** Enter in the search's field, and what tests wait for. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { changeHtml } from '../support/served-differently.ts';

const eventually = <Value>(value: () => Value | Promise<Value>) => expect.poll(value, { timeout: 15_000, interval: 20 });
const status = (page: Page) => page.locator('main lt-search [data-status]');
const field = (page: Page) => page.locator('main lt-search input');
const answered = (page: Page, typed: string) => page.locator(`#search-results[data-answers="${typed}"]`).waitFor({ state: 'attached' });

/** On /search/ with its index loaded, and with a clock that stands still, so that no pause ends. */
async function openWithStoppedClock(page: Page): Promise<void> {
  await page.clock.install({ time: '2026-11-22T10:00:00Z' });
  await page.goto('/search/');
  await field(page).fill('mute');
  await answered(page, 'mute');
  await eventually(() => status(page).textContent()).toContain('“mute”');
  await page.clock.pauseAt('2026-11-22T11:00:00Z');
  await status(page).evaluate((element) => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(element.textContent)).observe(element, { childList: true });
  });
}
const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);

describe('Enter', () => {
  test('announces what was found without waiting for more letters', async ({ page }) => {
    await openWithStoppedClock(page);
    await field(page).fill('limits');
    await answered(page, 'limits');
    expect(await said(page)).toEqual([]);
    await field(page).press('Enter');
    await eventually(() => status(page).textContent()).toMatch(/results, and \d places in the text for “limits”$/);
    expect(new URL(page.url()).hash).toBe('#q=limits');
    // In one go with what it found in the text.
    expect(await said(page)).toHaveLength(1);
  });

  test('announces nothing of what was found for fewer letters', async ({ page }) => {
    await openWithStoppedClock(page);
    await field(page).fill('limi');
    await answered(page, 'limi');
    // In one go, so that nothing can be found in between. Enter presses the button, too.
    await page.locator('main lt-search form').evaluate((form) => {
      const input = form.querySelector('input');
      if (input) input.value = 'limits';
      input?.dispatchEvent(new Event('input'));
      form.querySelector('button')?.click();
    });
    await eventually(() => status(page).textContent()).toMatch(/results, and \d places in the text for “limits”$/);
    expect(await said(page)).toHaveLength(1);
  });

  test('announces a corrected word in one go with the count', async ({ page }) => {
    await openWithStoppedClock(page);
    await field(page).fill('recomendations');
    await field(page).press('Enter');
    await eventually(() => status(page).textContent()).toMatch(/in the text for “recommendations”$/);
    expect(await said(page)).toHaveLength(1);
  });
});

describe('data-answers', () => {
  test('is what the list answers, and is gone with it', async ({ page }) => {
    await page.goto('/search/');
    const results = page.locator('#search-results');
    expect(await results.getAttribute('data-answers')).toBeNull();
    await field(page).fill('  who to keep ');
    await answered(page, 'who to keep');
    await field(page).fill('zzzqqqxxx');
    await answered(page, 'zzzqqqxxx');
    await field(page).fill('');
    await eventually(() => results.getAttribute('data-answers')).toBeNull();
  });

  test('is gone where both searches fail', async ({ page }) => {
    await page.route(/known-answers\.json|\/pagefind\//, (route) => route.abort());
    await page.goto('/search/');
    await field(page).fill('remove');
    await eventually(() => status(page).textContent()).toContain('could not be loaded');
    expect(await page.locator('#search-results').getAttribute('data-answers')).toBeNull();
  });

  test('names what was typed before the whole text answers it, and data-complete names it then', async ({ page }) => {
    await page.clock.install({ time: 0 });
    await page.goto('/search/');
    // What is typed before the search is there counts as finished.
    await page.locator('main lt-search [data-status][role=status]').waitFor({ state: 'attached' });
    await page.clock.pauseAt(1000);
    const results = page.locator('#search-results');
    await field(page).fill('remove');
    await answered(page, 'remove');
    expect(await results.getAttribute('data-complete')).toBe('remove');
    await field(page).fill('zzzqqqxxx');
    await answered(page, 'zzzqqqxxx');
    expect(await results.getAttribute('data-complete')).toBeNull();
    await page.clock.runFor(300);
    await eventually(() => results.getAttribute('data-complete')).toBe('zzzqqqxxx');
    await field(page).fill('');
    await eventually(() => results.getAttribute('data-complete')).toBeNull();
  });
});

test('a checklist that is not told which it is fails alone, and says what it lacks', async ({ page, complaints }) => {
  await changeHtml(page, '/checklists/remove-from-list/', (html) =>
    html.replace('<lt-checklist data-checklist="remove-from-list"', '<lt-checklist'),
  );
  await page.goto('/checklists/remove-from-list/');
  await page.locator('lt-checklist input').first().check();
  expect(await page.locator('lt-checklist [data-status]').textContent()).toBe('Ticks are not saved while no script runs.');
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain('IslandError: <lt-checklist> stopped');
  expect(complaints[0]).toContain('lt-checklist[data-checklist]: expected text');
});
