/** The whole text, searched behind the known answers: when, what is shown of it, and where the focus is as it comes. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { eventually } from '../support/browser-test.ts';
import { focused, press, tabTo } from '../support/keyboard.ts';
import {
  addressesOf,
  announced,
  guide,
  inDialog,
  kindsOf,
  onPage,
  openDialog,
  partsOf,
  requestsOf,
  search,
  searchAll,
  searchPage,
  test,
} from '../support/search-by-hand.ts';
import { answerTo, wholeAnswerTo } from '../support/search-queries.ts';

const heading = (page: Page, where: string) => page.locator(where).getByRole('heading', { name: 'In the text' });
const button = (page: Page, where: string) => page.locator(where).getByRole('button', { name: 'Search the whole text' });
const ofIndex = (paths: readonly string[]): string[] => paths.filter((path) => path.includes('/pagefind/'));

/** Holds back the texts of the places. Returns what lets them go. */
async function holdPlaces(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route(/\/pagefind\/fragment\//, async (route) => {
    await promise;
    await route.continue();
  });
  return () => {
    resolve(undefined);
  };
}

/** Types, and finishes with Enter. */
async function enter(page: Page, typed: string): Promise<void> {
  await search(page, onPage, typed);
  await partsOf(page, onPage).field.press('Enter');
}

describe('the whole text is searched', () => {
  test('at Enter on the page, and shown below the known answers, which stay', async ({ page, complaints }) => {
    await page.goto(searchPage);
    await search(page, onPage, 'block');
    const { field, results, places, status } = partsOf(page, onPage);
    const known = await addressesOf(results);
    expect(await heading(page, onPage).count()).toBe(0);
    await field.press('Enter');
    await wholeAnswerTo(page, onPage, 'block').waitFor({ state: 'attached' });
    expect(await heading(page, onPage).isVisible()).toBe(true);
    const inText = await addressesOf(places);
    expect(await addressesOf(results)).toEqual([...known, ...inText]);
    expect(inText.length).toBeGreaterThan(0);
    expect(inText.length).toBeLessThanOrEqual(3);
    expect(inText.filter((address) => known.includes(address))).toEqual([]);
    expect(await status.textContent()).toMatch(new RegExp(`results, and ${inText.length} places? in the text for “block”$`));
    expect(await button(page, onPage).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('at its button in the dialog, which leads to the first place', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'block');
    await tabTo(page, 'Search the whole text');
    const letGo = await holdPlaces(page);
    await page.keyboard.press('Enter');
    // Whoever pressed it is not thrown out of the list while the text loads.
    await answerTo(page, inDialog, 'block').waitFor({ state: 'attached' });
    expect(await focused(page)).toBe('Search the whole text');
    letGo();
    await wholeAnswerTo(page, inDialog, 'block').waitFor({ state: 'attached' });
    const { places } = partsOf(page, inDialog);
    expect(await places.first().evaluate((link) => link === document.activeElement)).toBe(true);
    expect(page.url()).toContain(guide);
  });

  test('by itself a moment after the last letter, where fewer than three answers are known', async ({ page }) => {
    const requests = requestsOf(page);
    await page.goto(guide);
    await openDialog(page);
    const known = await search(page, inDialog, 'leave fewer traces');
    expect(known.length).toBeLessThan(3);
    expect(await button(page, inDialog).count()).toBe(0);
    await page.clock.runFor(200);
    // Another letter begins the moment anew.
    await search(page, inDialog, 'leave fewer trace');
    await page.clock.runFor(200);
    expect(ofIndex(requests)).toEqual([]);
    await page.clock.runFor(100);
    await wholeAnswerTo(page, inDialog, 'leave fewer trace').waitFor({ state: 'attached' });
    expect(ofIndex(requests).length).toBeGreaterThan(0);
  });

  test('not by itself where enough is known', async ({ page }) => {
    const requests = requestsOf(page);
    await page.goto(guide);
    await openDialog(page);
    expect((await search(page, inDialog, 'remove')).length).toBeGreaterThanOrEqual(3);
    await page.clock.runFor(5000);
    expect(await button(page, inDialog).isVisible()).toBe(true);
    expect(ofIndex(requests)).toEqual([]);
  });

  test('for a word that no known answer holds, and finds it there', async ({ page }) => {
    await page.goto(searchPage);
    expect(await searchAll(page, onPage, 'holiday')).toContain('/tips/');
    expect(await announced(page, onPage)).toBe('1 place in the text for “holiday”');
    expect(await page.locator('#search-results mark').first().textContent()).toMatch(/holiday/i);
    expect(await page.locator('[data-index]').isVisible()).toBe(false);
  });

  test('at once where the page begins with an address', async ({ page }) => {
    await page.goto(`${searchPage}#q=block`);
    await wholeAnswerTo(page, onPage, 'block').waitFor({ state: 'attached' });
    expect(await heading(page, onPage).isVisible()).toBe(true);
  });

  test('for the corrected word', async ({ page }) => {
    await page.goto(`${searchPage}#q=recomendations`);
    await wholeAnswerTo(page, onPage, 'recomendations').waitFor({ state: 'attached' });
    expect(await partsOf(page, onPage).status.textContent()).toMatch(/places? in the text for “recommendations”$/);
  });

  test('among one kind, where that was chosen', async ({ page }) => {
    await page.goto(`${searchPage}#q=block&kind=question`);
    await wholeAnswerTo(page, onPage, 'block').waitFor({ state: 'attached' });
    expect(await kindsOf(page, onPage)).toEqual(new Set(['Question']));
  });
});

describe('what is found in the text', () => {
  test('is a sentence, with the words highlighted that were asked for', async ({ page }) => {
    await page.goto(`${searchPage}#q=profile`);
    await wholeAnswerTo(page, onPage, 'profile').waitFor({ state: 'attached' });
    const places = page.locator('#search-results h2 ~ div li');
    expect(await places.count()).toBeGreaterThan(0);
    for (const place of await places.all()) {
      expect(await place.getByRole('paragraph').textContent()).toMatch(/[.?!][”"’)]*$/);
      expect(await place.locator('mark').first().textContent()).toMatch(/profile/i);
    }
  });

  test('loads at most ten files at first', async ({ page }) => {
    const requests = requestsOf(page);
    await page.goto(searchPage);
    await search(page, onPage, 'block');
    const before = requests.length;
    await partsOf(page, onPage).field.press('Enter');
    await wholeAnswerTo(page, onPage, 'block').waitFor({ state: 'attached' });
    // A file that is fetched so that the worker finds it in the cache is one file.
    expect(new Set(requests.slice(before)).size).toBeLessThanOrEqual(10);
  });

  test('for another question is dropped', async ({ page }) => {
    await page.goto(searchPage);
    const letGo = await holdPlaces(page);
    await enter(page, 'block');
    await search(page, onPage, 'limits');
    const known = await addressesOf(partsOf(page, onPage).results);
    const arrived = page.waitForResponse(/\/pagefind\/fragment\//);
    letGo();
    await arrived;
    await page.clock.runFor(1000);
    expect(await addressesOf(partsOf(page, onPage).results)).toEqual(known);
    expect(await partsOf(page, onPage).status.textContent()).toContain('“limits”');
    expect(await heading(page, onPage).count()).toBe(0);
  });
});

describe('the focus', () => {
  test('stays on a result while more is found', async ({ page }) => {
    await page.goto(searchPage);
    const letGo = await holdPlaces(page);
    await enter(page, 'block');
    const second = [await press(page, 'ArrowDown'), await press(page, 'ArrowDown')].at(-1);
    letGo();
    await wholeAnswerTo(page, onPage, 'block').waitFor({ state: 'attached' });
    expect(await focused(page)).toBe(second);
    expect(await press(page, 'ArrowUp')).not.toBe(second);
  });

  test('goes to the field where the result it was on is gone', async ({ page }) => {
    await page.goto(searchPage);
    await search(page, onPage, 'undo');
    await press(page, 'ArrowDown');
    // As where an answer comes late, by which time somebody stands in the list.
    await partsOf(page, onPage).field.evaluate((field) => {
      if (field instanceof HTMLInputElement) field.value = 'limits';
      field.dispatchEvent(new Event('input'));
    });
    await answerTo(page, onPage, 'limits').waitFor({ state: 'attached' });
    expect(await focused(page)).toBe('Search in your own words');
  });

  test('goes to the field where the last result is gone', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'undo');
    await press(page, 'ArrowDown');
    await partsOf(page, inDialog).field.evaluate((field) => {
      if (field instanceof HTMLInputElement) field.value = 'zzzqqqxxx';
      field.dispatchEvent(new Event('input'));
    });
    await eventually(() => focused(page)).toBe('Search in your own words');
  });

  test('is in the field again for whoever types after a click beside everything', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'remov');
    await page.locator(inDialog).click({ position: { x: 3, y: 3 } });
    await page.keyboard.type('e');
    expect(await focused(page)).toBe('Search in your own words');
    expect(await partsOf(page, inDialog).field.inputValue()).toMatch(/e$/);
  });
});
