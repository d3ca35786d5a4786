/** Where what is typed goes: into the address of /search/ and nowhere else, back at the Back button, and not there where somebody may be afraid. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pathOf } from '../support/addresses.ts';
import { eventually, test as testInTime } from '../support/browser-test.ts';
import { focused, press } from '../support/keyboard.ts';
import {
  addressesOf,
  announced,
  askedForPlace,
  choosePlaceHere,
  guide,
  inDialog,
  onPage,
  openDialog,
  partsOf,
  pathsOf,
  search,
  searchPage,
  test,
} from '../support/search-by-hand.ts';
import { answerTo, wholeAnswerTo } from '../support/search-queries.ts';

const firstAid = '/decide/someone-is-bothering-me/';

const ofDialog = (page: Page) => page.locator('dialog');

/** Chooses the first result, which leads to another page. */
async function followFirst(page: Page): Promise<void> {
  const from = pathOf(page.url());
  await partsOf(page, inDialog).results.first().click();
  await page.waitForURL((url) => pathOf(url.href) !== from);
}

describe('the address of the page', () => {
  test('of before, with a query, becomes one with a fragment', async ({ page, complaints }) => {
    await page.goto(guide);
    await page.goto(`${searchPage}?q=block&kind=question`);
    await wholeAnswerTo(page, onPage, 'block').waitFor({ state: 'attached' });
    expect(await partsOf(page, onPage).field.inputValue()).toBe('block');
    expect(await partsOf(page, onPage).kind.inputValue()).toBe('question');
    const { search: query, hash } = new URL(page.url());
    expect([pathOf(page.url()), query, hash]).toEqual([searchPage, '', '#q=block&kind=question']);
    await page.goBack();
    expect(pathOf(page.url())).toBe(guide);
    expect(complaints).toEqual([]);
  });

  test('holds whatever is typed, and begins with it', async ({ page }) => {
    await page.goto(searchPage);
    const typed = 'a&b=c #q=remove? 100% “ü” +';
    await search(page, onPage, typed);
    await announced(page, onPage);
    await page.reload();
    await eventually(() => partsOf(page, onPage).field.inputValue()).toBe(typed);
    expect(new URL(page.url()).search).toBe('');
  });

  test('is followed where only its fragment changes', async ({ page, complaints }) => {
    await page.goto(`${searchPage}#q=block`);
    await wholeAnswerTo(page, onPage, 'block').waitFor({ state: 'attached' });
    await page.evaluate(() => Object.assign(window, { same: true }));
    await page.evaluate(() => {
      location.hash = '#q=limits';
    });
    await wholeAnswerTo(page, onPage, 'limits').waitFor({ state: 'attached' });
    expect(await partsOf(page, onPage).field.inputValue()).toBe('limits');
    await page.goBack();
    await wholeAnswerTo(page, onPage, 'block').waitFor({ state: 'attached' });
    expect(await partsOf(page, onPage).field.inputValue()).toBe('block');
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('is behind while somebody types, and takes nothing from the field where the search is put back', async ({ page, complaints }) => {
    await page.goto(`${searchPage}#q=block`);
    await wholeAnswerTo(page, onPage, 'block').waitFor({ state: 'attached' });
    await search(page, onPage, 'limits');
    expect(page.url()).toContain('#q=block');
    await page.locator(onPage).evaluate((element) => {
      element.parentElement?.append(element);
    });
    await wholeAnswerTo(page, onPage, 'limits').waitFor({ state: 'attached' });
    expect(await partsOf(page, onPage).field.inputValue()).toBe('limits');
    await partsOf(page, onPage).field.press('Escape');
    await page.locator(onPage).evaluate((element) => {
      element.parentElement?.append(element);
    });
    expect(await partsOf(page, onPage).field.inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });

  test('is that of the dialog’s question, where that was finished on the page itself', async ({ page }) => {
    await page.goto(searchPage);
    await search(page, onPage, 'block');
    await openDialog(page);
    await search(page, inDialog, 'limits');
    await partsOf(page, inDialog).field.press('Enter');
    await wholeAnswerTo(page, onPage, 'limits').waitFor({ state: 'attached' });
    expect(new URL(page.url()).hash).toBe('#q=limits');
    expect(await partsOf(page, onPage).field.inputValue()).toBe('limits');
    // What it leads to is not behind the dialog.
    expect(await ofDialog(page).isVisible()).toBe(false);
  });
});

describe('nothing of what is typed is sent', () => {
  const typed = 'my boss is stalking me';
  const sent = (page: Page): string[] => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(`${request.url().replace(/#.*/, '')} ${request.postData() ?? ''}`));
    return addresses;
  };

  testInTime('by Enter, by the button, by a reload, nor by the search for it', async ({ page }) => {
    const addresses = sent(page);
    await page.goto(guide);
    await openDialog(page);
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${searchPage}#q=*`);
    await wholeAnswerTo(page, onPage, typed).waitFor({ state: 'attached' });
    await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
    await page.reload();
    await wholeAnswerTo(page, onPage, typed).waitFor({ state: 'attached' });
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => /stalk|boss|[?&]q=/.test(address))).toEqual([]);
  });

  testInTime('by the form without script', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: false })).newPage();
    const addresses = sent(page);
    await page.goto(searchPage);
    await partsOf(page, onPage).field.fill(typed);
    await partsOf(page, onPage).field.press('Enter');
    await page.waitForLoadState();
    expect(addresses.filter((address) => /stalk|boss|q=/.test(address))).toEqual([]);
    expect(await partsOf(page, onPage).field.getAttribute('name')).toBeNull();
  });
});

describe('Back from a result in the dialog', () => {
  testInTime('opens it again, with the question and what answers it', async ({ page, complaints }) => {
    await page.goto(guide);
    await openDialog(page);
    const paths = await search(page, inDialog, 'limits');
    await followFirst(page);
    expect(await ofDialog(page).count()).toBe(0);
    await page.goBack();
    await answerTo(page, inDialog, 'limits').waitFor({ state: 'attached' });
    expect(await pathsOf(partsOf(page, inDialog).results)).toEqual(paths);
    expect(await partsOf(page, inDialog).field.inputValue()).toBe('limits');
    expect(await focused(page)).toBe('Search in your own words');
    // Forth and back again, too.
    await page.goForward();
    expect(await ofDialog(page).count()).toBe(0);
    await page.goBack();
    await answerTo(page, inDialog, 'limits').waitFor({ state: 'attached' });
    expect(complaints).toEqual([]);
  });

  testInTime('leaves it closed once it was closed', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'limits');
    await followFirst(page);
    await page.goBack();
    await answerTo(page, inDialog, 'limits').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => JSON.stringify(history.state))).toContain('limits');
    await page.keyboard.press('Escape');
    await eventually(() => page.evaluate(() => JSON.stringify(history.state))).not.toContain('limits');
    await page.reload();
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).focus();
    expect(await ofDialog(page).count()).toBe(0);
  });

  testInTime('opens it where the result was a place on the page itself', async ({ page }) => {
    await page.goto(guide);
    await choosePlaceHere(page);
    await page.waitForURL(`**${guide}#*`);
    await eventually(() => ofDialog(page).isVisible()).toBe(false);
    await page.goBack();
    await answerTo(page, inDialog, askedForPlace).waitFor({ state: 'attached' });
    expect(await ofDialog(page).isVisible()).toBe(true);
  });

  testInTime('leaves it closed where the result was the place that one is at', async ({ page }) => {
    await page.goto(guide);
    await page.evaluate(() => {
      addEventListener('popstate', () => {
        document.body.dataset['arrivals'] = `${document.body.dataset['arrivals'] ?? ''}.`;
      });
    });
    for (const arrivals of ['.', '..']) {
      await choosePlaceHere(page);
      await page.locator(`[data-arrivals="${arrivals}"]`).waitFor();
      await eventually(() => ofDialog(page).isVisible()).toBe(false);
    }
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('button');
  });

  testInTime('shows nothing of a question of somebody who may be afraid', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'my boss is stalking me');
    await followFirst(page);
    await page.goBack();
    await page.waitForURL(`**${guide}`);
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('stalking');
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).focus();
    expect(await ofDialog(page).count()).toBe(0);
  });
});

describe('words of fear', () => {
  const fears = [
    'creep keeps messaging me',
    'my boss is stalking me',
    'harassed',
    'save evidence',
    'he wont stop',
    'blackmail',
    'he scares me',
  ];

  test('put the first aid first, at its top, and lead nowhere past it', async ({ page, complaints }) => {
    await page.goto(searchPage);
    for (const typed of fears) {
      await search(page, onPage, typed);
      await press(page, 'Enter');
      await wholeAnswerTo(page, onPage, typed).waitFor({ state: 'attached' });
      const addresses = await addressesOf(page.locator('#search-results li a'));
      expect(addresses[0], typed).toBe(firstAid);
      expect(
        addresses.filter((address) => address.startsWith(`${firstAid}#`)),
        typed,
      ).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  test('nor do the words of that page itself', async ({ page }) => {
    await page.goto(searchPage);
    for (const typed of ['block or remove first', 'screenshots', 'report them to linkedin', 'police']) {
      await search(page, onPage, typed);
      await press(page, 'Enter');
      await wholeAnswerTo(page, onPage, typed).waitFor({ state: 'attached' });
      expect(
        (await addressesOf(page.locator('#search-results li a'))).filter((address) => address.startsWith(`${firstAid}#`)),
        typed,
      ).toEqual([]);
    }
  });
});

test('what is pasted by mistake is cut, and neither echoed nor put into the address whole', async ({ page }) => {
  await page.goto(`${searchPage}#q=${'remove+'.repeat(5000)}`);
  const { field } = partsOf(page, onPage);
  await eventually(async () => (await field.inputValue()).length).toBeGreaterThan(100);
  expect((await field.inputValue()).length).toBeLessThanOrEqual(200);
  await eventually(() => page.url().length).toBeLessThan(400);
  expect(await field.getAttribute('maxlength')).toBe('200');
});
