/** A plan of checklists: made, put in order, dated, ticked, printed; and what of it is told elsewhere. */
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { eventually, test } from '../support/browser-test.ts';

const path = '/tools/plan/';
const entries = (page: Page): Locator => page.locator('lt-plan [data-planned] > li');
const titles = (page: Page): Promise<string[]> => entries(page).locator('a').allTextContents();
const told = (page: Page): Locator => page.locator('lt-plan [data-told]');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

async function planned(page: Page, ...lists: readonly string[]): Promise<void> {
  await page.goto(path);
  for (const list of lists) await button(page, `Add “${list}” to the plan`).click();
}

describe('a plan', () => {
  test('is made, put in order, dated and ticked, and is there again', async ({ page, complaints }) => {
    await planned(page, 'Get the list of your connections', 'Decide about one person', 'Check that a removal worked');
    await eventually(() => told(page).textContent()).toBe('Added as number 3.');
    await button(page, 'Earlier: “Check that a removal worked”').click();
    expect(await told(page).textContent()).toBe('“Check that a removal worked” is number 2 of 3.');
    await entries(page).first().getByLabel('By').fill('2026-12-05');
    await page.getByLabel('Done: “Get the list of your connections”').check();
    expect(await page.locator('lt-plan [data-count]').textContent()).toBe('1 of 3 done');
    await page.reload();
    expect(await titles(page)).toEqual(['Get the list of your connections', 'Check that a removal worked', 'Decide about one person']);
    expect(await entries(page).first().getByLabel('By').inputValue()).toBe('2026-12-05');
    expect(
      await entries(page)
        .getByRole('checkbox')
        .evaluateAll((boxes: HTMLInputElement[]) => boxes.map(({ checked }) => checked)),
    ).toEqual([true, false, false]);
    expect(complaints).toEqual([]);
  });

  test('gives back what was taken out, in its place, with its day and its tick', async ({ page }) => {
    await planned(page, 'Take a break', 'Unfollow someone');
    await entries(page).first().getByLabel('By').fill('2027-01-09');
    await page.getByLabel('Done: “Take a break”').check();
    await button(page, 'Take out: “Take a break”').click();
    expect(await titles(page)).toEqual(['Unfollow someone']);
    await button(page, 'Add “Take a break” to the plan').waitFor();
    await button(page, 'Undo').click();
    expect(await titles(page)).toEqual(['Take a break', 'Unfollow someone']);
    expect(await entries(page).first().getByLabel('By').inputValue()).toBe('2027-01-09');
    expect(await page.getByLabel('Done: “Take a break”').isChecked()).toBe(true);
  });

  test('gives nothing back that was forgotten since, or chosen anew in another tab', async ({ page, context }) => {
    const other = await context.newPage();
    for (const what of ['forgotten', 'chosen anew'] as const) {
      await planned(page, 'Take a break', 'Unfollow someone');
      await button(page, 'Take out: “Take a break”').click();
      await button(page, 'Undo').waitFor();
      if (what === 'forgotten') {
        await other.goto('/about/');
        await other.getByRole('button', { name: 'Forget everything on this device' }).click();
        await other.getByRole('button', { name: 'Forget', exact: true }).click();
      } else await planned(other, 'Take a break');
      await eventually(() => button(page, 'Undo').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.localName), what).not.toBe('body');
      expect(await titles(page)).toEqual(what === 'forgotten' ? [] : ['Unfollow someone', 'Take a break']);
    }
  });

  test('keeps no day that was not meant, and shows so', async ({ page }) => {
    await planned(page, 'Take a break');
    const day = page.getByLabel('By: “Take a break”');
    await day.fill('0026-12-05');
    await day.blur();
    expect(await day.inputValue()).toBe('');
    await page.reload();
    expect(await day.inputValue()).toBe('');
  });

  test('follows what another tab does, and what is ticked in its lists', async ({ page, context }) => {
    await planned(page, 'Unfollow someone');
    const other = await context.newPage();
    await other.goto('/checklists/unfollow-someone/');
    await other.locator('lt-checklist li > input').first().check();
    await eventually(() => entries(page).locator('small').textContent()).toBe('1 of 3 done');
    await planned(other, 'Take a break');
    await eventually(() => titles(page)).toEqual(['Unfollow someone', 'Take a break']);
  });

  test('is made with the keyboard alone, and the focus is never lost', async ({ page }) => {
    await page.goto(path);
    await button(page, 'Add “Take a break” to the plan').focus();
    await page.keyboard.press('Enter');
    // On with the next that can be added.
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Add “Plan a clean-up” to the plan');
    await page.keyboard.press('Enter');
    await button(page, 'Earlier: “Plan a clean-up”').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Earlier: “Plan a clean-up”');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Done: “Plan a clean-up”');
    expect(await titles(page)).toEqual(['Plan a clean-up', 'Take a break']);
  });

  test('puts the dates of what is to be done into a file for calendars', async ({ page }) => {
    await planned(page, 'Take a break', 'Decide about one person', 'Unfollow someone');
    const save = button(page, 'Put the dates into a calendar');
    await save.click();
    await eventually(() => told(page).textContent()).toBe('Give a list a day first.');
    await entries(page).nth(0).getByLabel('By').fill('2026-12-05');
    await entries(page).nth(1).getByLabel('By').fill('2026-12-12');
    await page.getByLabel('Done: “Take a break”').check();
    const saved = page.waitForEvent('download');
    await save.click();
    const file = await (await saved).path();
    const events = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
    expect(events.map(({ summary, startDate }) => `${startDate.toString()} ${summary}`)).toEqual(['2026-12-12 Decide about one person']);
    expect(events[0]?.description).toContain('/checklists/');
  });

  test('says so where it can’t be kept, and lasts as long as the page', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await planned(page, 'Take a break');
    await eventually(() => page.locator('lt-plan [data-problem]').textContent()).toMatch(/^The browser’s storage is full/);
    expect(await titles(page)).toEqual(['Take a break']);
  });

  test('has none of the lists that are private', async ({ page }) => {
    await page.goto(path);
    expect(await page.locator('lt-plan').textContent()).not.toMatch(/bother|block/i);
  });

  test('fits a narrow screen, and axe finds nothing, in any look', async ({ page }) => {
    await planned(page, 'Take a break', 'Remove from their profile');
    for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia(media);
      for (const width of [320, 768, 1440]) {
        // As high as the page: what the header covers by chance is not at fault.
        await page.setViewportSize({ width, height: 3_000 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await faultsByAxe(page)).toEqual([]);
      }
    }
  });

  test('is what is printed, without its buttons and without what was not chosen', async ({ page }) => {
    await planned(page, 'Take a break');
    await page.emulateMedia({ media: 'print' });
    expect(await entries(page).first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: /^Earlier/ }).isVisible()).toBe(false);
    expect(await page.getByText('Unfollow someone').isVisible()).toBe(false);
  });
});

test('every list that can be planned is there without script, and leads to its steps', async ({ tabWithoutScript: page }) => {
  await page.goto(path);
  expect(await page.locator('lt-plan li').count()).toBeGreaterThan(10);
  await page.getByRole('link', { name: 'Take a break', exact: true }).click();
  await page.waitForURL('**/checklists/take-a-break/');
});

describe('what somebody has begun', () => {
  test('stands at the top of all checklists: under way, next in the plan, done', async ({ page }) => {
    await page.clock.setFixedTime('2026-11-27T12:00:00');
    await page.goto('/checklists/');
    const top = page.locator('lt-under-way');
    expect(await top.textContent()).toMatch(/^\s*Nothing yet/);
    await planned(page, 'Take a break', 'Decide about one person');
    await entries(page).first().getByLabel('By').fill('2026-12-05');
    await page.goto('/checklists/withdraw-invitations/');
    await page.locator('lt-checklist li > input').first().check();
    await page.goto('/checklists/check-it-worked/');
    for (const box of await page.locator('lt-checklist li > input').all()) await box.check();
    await page.goto('/checklists/');
    await eventually(() => top.locator('small').allTextContents()).toEqual([
      'Step 2 of 6, last ticked today',
      'Next in your plan, by 5 December',
      'All 3 done, today',
    ]);
    await top.getByText('Done: 1').click();
    expect(await top.getByRole('link', { name: /^Check that a removal worked/ }).isVisible()).toBe(true);
    // Home leads back too.
    await page.goto('/');
    await eventually(() => top.locator('small').allTextContents()).toEqual([
      'Step 2 of 6, last ticked today',
      'Next in your plan, by 5 December',
    ]);
  });

  test('stands beside each guide in the navigation, in words and as a bead', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/checklists/remove-in-app/');
    for (const box of await page.locator('lt-checklist li > input').all()) await box.check();
    await page.goto('/checklists/withdraw-invitations/');
    await page.locator('lt-checklist li > input').first().check();
    await page.goto('/remove/many-connections/');
    const stage = page.getByRole('navigation', { name: 'Remove' });
    // One way of several is enough.
    await eventually(() => stage.getByRole('link', { name: /^Remove one connection/ }).textContent()).toMatch(/ All 3 done$/);
    expect(await stage.getByRole('link', { name: /^Contacts and invitations/ }).textContent()).toMatch(/ 1 of \d+ done$/);
    expect(await stage.getByRole('link', { name: 'Linked apps', exact: true }).count()).toBe(1);
    const bead = (name: RegExp): Promise<string> =>
      stage
        .locator('li', { has: page.getByRole('link', { name }) })
        .evaluate((item) => `${getComputedStyle(item, '::after').backgroundImage} ${getComputedStyle(item, '::after').boxShadow}`);
    const beads = await Promise.all([/^Remove one/, /^Contacts/, /^Linked/].map(bead));
    expect(new Set(beads).size).toBe(3);
  });

  test('moves nothing that is read when it is said', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/remove/many-connections/');
    const places = (): Promise<number[]> =>
      page.locator('.stage li, main h2').evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top + scrollY));
    const before = await places();
    await page.goto('/checklists/remove-in-app/');
    await page.locator('lt-checklist li > input').first().check();
    await page.goto('/remove/many-connections/');
    await page.locator('.stage .state').first().waitFor();
    expect(await places()).toEqual(before);
  });

  test('is told nowhere of what is private', async ({ page }) => {
    await page.goto('/checklists/someone-is-bothering-me/');
    await page.getByLabel('Remember my ticks on this device').check();
    await page.locator('lt-checklist li > input').first().check();
    const states = page.waitForResponse('**/guides.json');
    await page.goto('/decide/who-to-keep/');
    expect(await (await states).text()).not.toMatch(/bother|block-someone/);
    expect(await page.locator('.state').count()).toBe(0);
    await page.goto('/checklists/');
    expect(await page.locator('lt-under-way').textContent()).toMatch(/^\s*Nothing yet/);
  });

  test('asks for nothing before anything is ticked', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/remove/many-connections/', { waitUntil: 'networkidle' });
    expect(asked.filter((address) => /guides\.json|mark-guides/.test(address))).toEqual([]);
  });
});
