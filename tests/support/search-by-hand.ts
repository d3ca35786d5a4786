/** The search as a test uses it: its parts, and what somebody does with them. */
import type { Locator, Page } from 'playwright-core';
import { hrefTo, pathOf } from './addresses.ts';
import { test as testInTime } from './browser-test.ts';
import { answerTo, wholeAnswerTo } from './search-queries.ts';

export const guide = '/remove/one-connection/';
export const searchPage = '/search/';

export const inDialog = 'dialog lt-search';
export const onPage = 'main lt-search';

export const partsOf = (page: Page, where: string) => ({
  field: page.locator(`${where} input`),
  status: page.locator(`${where} [data-status]`),
  results: page.locator(`${where} [data-results] li > a`),
  /** Of the results those under "In the text". */
  places: page.locator(`${where} [data-results] h2 ~ div li > a`),
  otherwise: page.locator(`${where} [data-otherwise]`),
  kind: page.locator(where).getByRole('combobox', { name: 'Show' }),
});

/**
 * On these pages time stands still but where a test lets it pass: no machine is so busy that a search is slow, and nothing waits for the pause after
 * which the number of results is announced.
 */
export const test = testInTime.extend('page', async ({ context }) => withoutTime(await context.newPage()));

export async function withoutTime(page: Page): Promise<Page> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  return page;
}

/** Types, and waits for the list that answers it. */
export async function search(page: Page, where: string, typed: string): Promise<string[]> {
  const { field, results } = partsOf(page, where);
  await field.fill(typed);
  await answerTo(page, where, typed).waitFor({ state: 'attached' });
  return pathsOf(results);
}

/** Types, and waits for all there is: the whole text is searched once somebody has stopped typing for a moment, where it is by itself. */
export async function searchAll(page: Page, where: string, typed: string): Promise<string[]> {
  await search(page, where, typed);
  await page.clock.runFor(300);
  await wholeAnswerTo(page, where, typed).waitFor({ state: 'attached' });
  return pathsOf(partsOf(page, where).results);
}

/** What is announced to somebody who has stopped typing for a second. */
export async function announced(page: Page, where: string): Promise<string | null> {
  await page.clock.runFor(1000);
  return partsOf(page, where).status.textContent();
}

/** The kinds of the results that are shown. */
export const kindsOf = async (page: Page, where: string): Promise<Set<string>> =>
  new Set(await partsOf(page, where).results.locator('small').allTextContents());

const allAddressesOf = (links: Locator): Promise<string[]> =>
  links.evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));

export const pathsOf = async (links: Locator): Promise<string[]> => (await allAddressesOf(links)).map((address) => pathOf(address));

/** With the place on the page. */
export const addressesOf = async (links: Locator): Promise<string[]> =>
  (await allAddressesOf(links)).map((address) => pathOf(address) + new URL(address).hash);

export const openDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open]').waitFor();
};

/** Finds a place of `guide`. */
export const askedForPlace = 'what if a button is not there';

/** On that guide: finds one of its own places in the dialog, and goes there. */
export async function choosePlaceHere(page: Page): Promise<void> {
  await openDialog(page);
  await search(page, inDialog, askedForPlace);
  await page
    .locator(`${inDialog} [data-results] a[href^="${hrefTo(guide)}#"]`)
    .first()
    .click();
}

/** The paths of what the page asks for from now on. */
export const requestsOf = (page: Page): string[] => {
  const paths: string[] = [];
  page.on('request', (request) => {
    const path = pathOf(request.url());
    // A whole browser asks for its icon when it likes.
    if (path !== '/favicon.svg') paths.push(path);
  });
  return paths;
};
