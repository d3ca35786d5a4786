/** The yearly reminder: a file for calendars, of the day one chooses where script runs, and of a day of ours where it does not. */
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { site } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';

const guide = '/network/yearly-review/';
const reminder = (page: Page) => page.locator('lt-reminder');
const field = (page: Page) => reminder(page).getByLabel('First on');
const link = (page: Page) => reminder(page).getByRole('link', { name: 'Put it in your calendar' });
const status = (page: Page) => reminder(page).getByRole('status');

async function saved(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), link(page).press('Enter')]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** As one calendar program reads it, and as another does. */
function readTwice(text: string) {
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
  if (!component) throw new Error('there is no event');
  const event = new ICAL.Event(component);
  const days = event.iterator();
  const other = Object.values(nodeIcal.parseICS(text)).find((found) => found?.type === 'VEVENT');
  if (other?.type !== 'VEVENT') throw new Error('there is no event');
  return { event, days: Array.from({ length: 3 }, () => days.next().toString()), other };
}

/** "28 November 2027" as "2027-11-28". */
const spokenDay = (said: string | null): string => new Date(`${said ?? ''} UTC`).toISOString().slice(0, 10);

test('a chosen day comes out of the file that is made, once a year, as two programs read it', async ({ page, complaints }) => {
  await page.goto(guide);
  await field(page).fill('2031-05-09');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const { name, text } = await saved(page);
  expect(name).toBe('yearly-review.ics');
  const { event, days, other } = readTwice(text);
  expect(days).toEqual(['2031-05-09', '2032-05-09', '2033-05-09']);
  expect(event.summary).toBe('Look over my LinkedIn connections');
  expect(event.description).toContain('/checklists/yearly-review/');
  expect(other.summary).toBe(event.summary);
  expect(other.datetype).toBe('date');
  expect([other.start.getFullYear(), other.start.getMonth(), other.start.getDate()]).toEqual([2031, 4, 9]);
  expect(await status(page).textContent()).toMatch(/^The file is saved/);
  // It is made here: nobody is asked for it, nor told of the day; scripts of the page may come when they are used.
  expect(requests.filter((address) => !/^blob:|\/_astro\/[\w.-]+\.js$/.test(address))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('29 February comes each year, and a day far off is a day', async ({ page }) => {
  await page.goto(guide);
  await field(page).fill('2028-02-29');
  expect(readTwice((await saved(page)).text).days).toEqual(['2028-02-29', '2029-02-28', '2030-02-28']);
  await field(page).fill('2999-12-31');
  expect(readTwice((await saved(page)).text).event.startDate.toString()).toBe('2999-12-31');
});

test('until somebody chooses, it is a year from today, where they are', async ({ openContext }) => {
  for (const [timezoneId, day] of [
    ['Pacific/Kiritimati', '2027-11-28'],
    ['Pacific/Pago_Pago', '2027-11-27'],
  ] as const) {
    const page = await (await openContext({ timezoneId })).newPage();
    await page.clock.setFixedTime('2026-11-27T21:00:00Z');
    await page.goto(guide);
    await eventually(() => field(page).inputValue()).toBe(day);
    expect(readTwice((await saved(page)).text).days[0]).toBe(day);
  }
});

test('where what makes the file does not come, the file with a day of ours does, and both are told', async ({ page }) => {
  await page.goto(guide);
  await field(page).fill('2031-05-09');
  await page.route('**/_astro/save-reminder*', (route) => route.abort());
  const [download] = await Promise.all([page.waitForEvent('download'), link(page).press('Enter')]);
  expect(download.url()).toBe(`${site}/yearly-review.ics`);
  expect(await status(page).textContent()).toMatch(/^Your day could not be put in/);
  const { days } = readTwice(readFileSync(await download.path(), 'utf8'));
  expect(spokenDay(await reminder(page).locator('span').textContent())).toBe(days[0]);
});

test('without a day it asks for one, and the field has the focus', async ({ page }) => {
  await page.goto(guide);
  await field(page).fill('');
  await link(page).press('Enter');
  await eventually(() => status(page).textContent()).toMatch(/^Choose a day first/);
  expect(await field(page).evaluate((input) => input.ownerDocument.activeElement === input)).toBe(true);
});

test('nothing moves when script arrives', async ({ openContext, page }) => {
  const heights = async (opened: Page): Promise<number[]> => {
    await opened.setViewportSize({ width: 320, height: 640 });
    await opened.goto(guide);
    return reminder(opened)
      .locator('p')
      .evaluateAll((lines) => lines.slice(0, 2).map((line) => line.getBoundingClientRect().height));
  };
  const without = await heights(await (await openContext({ javaScriptEnabled: false })).newPage());
  const withScript = await heights(page);
  await field(page).waitFor();
  expect(withScript).toEqual(without);
});

test('without script the link leads to a file with a day of ours, which stands beside it', async ({ openContext }) => {
  const page = await (await openContext({ javaScriptEnabled: false })).newPage();
  await page.goto(guide);
  const said = await reminder(page).locator('span').textContent();
  const [download] = await Promise.all([page.waitForEvent('download'), link(page).click()]);
  expect(download.url()).toBe(`${site}/yearly-review.ics`);
  expect(readTwice(readFileSync(await download.path(), 'utf8')).days[0]).toBe(spokenDay(said));
});
