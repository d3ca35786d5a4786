/** The way around: home as the map, and the header that stays within reach. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hrefTo } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { writtenContent } from '../support/written-content.ts';

const phone = { width: 360, height: 640 };
const wide = { width: 1440, height: 900 };
const guide = '/remove/many-connections/';
const stages = [...writtenContent.journey];

const isInView = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

describe('home', () => {
  test('leads to every guide, and to what can be looked up', async ({ page, complaints }) => {
    await page.goto('/');
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const stage of stages) for (const slug of stage.guides) expect(links).toContain(hrefTo(`/${stage.id}/${slug}/`));
    for (const path of ['/tools/triage/', '/checklists/', '/questions/', '/tips/', '/evidence/']) expect(links).toContain(hrefTo(path));
    expect(complaints).toEqual([]);
  });

  test('has both answers and the way for somebody who is bothered on the first screen of a phone', async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto('/');
    for (const path of ['/remove/one-connection/', '/understand/are-they-notified/', '/decide/someone-is-bothering-me/'])
      expect(await isInView(page, `main a[href="${hrefTo(path)}"]`), path).toBe(true);
  });

  test('has doors that can be pressed anywhere on them', async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto('/');
    const missed = await page.locator('main .door').evaluateAll(
      (doors) =>
        doors.filter((door) => {
          door.scrollIntoView({ block: 'center' });
          const { left, right, top, bottom } = door.getBoundingClientRect();
          const corners = [left + 2, right - 2].flatMap((x) => [top + 2, bottom - 3].map((y) => [x, y] as const));
          return corners.some(([x, y]) => document.elementFromPoint(x, y)?.closest('a') !== door);
        }).length,
    );
    expect(missed).toBe(0);
  });

  test('has a field whose words open the search', async ({ page, complaints }) => {
    await page.goto('/');
    await page.locator('lt-search-field:defined').waitFor();
    await page.locator('main').getByRole('searchbox').fill('unfriend');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('lt-search-dialog [data-answers="unfriend"] li').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.closest('lt-search-field') !== null)).toBe(true);
    expect(new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);
  });

  test('without script sends nothing of what was typed, and leads to the list of all pages', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: false })).newPage();
    await page.goto('/');
    await page.locator('main').getByRole('searchbox').fill('my ex');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/**');
    expect(page.url()).not.toContain('ex');
  });
});

describe.each([{ script: true }, { script: false }])('the header, with script: $script', ({ script }) => {
  test('stays in view, and its menu leads to every stage, and to the guides of this one', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: script, viewport: phone })).newPage();
    await page.goto(guide);
    await page.mouse.wheel(0, 3000);
    await page.getByRole('button', { name: 'Menu' }).click();
    const menu = page.getByRole('navigation', { name: 'Menu' });
    expect(await menu.isVisible()).toBe(true);
    for (const { title } of stages) expect(await menu.getByRole('link', { name: title, exact: true }).isVisible()).toBe(true);
    expect(await menu.locator('[aria-current="page"]').textContent()).toMatch(/^\s*Remove many connections\s*$/);
    const others = (stages.find(({ id }) => id === 'remove')?.guides.length ?? 0) - 1;
    expect(await menu.getByRole('link').count()).toBe(stages.length + 7 + others);
    await page.keyboard.press('Escape');
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.mouse.click(10, 400);
    await eventually(() => menu.isVisible()).toBe(false);
  });

  test('says which guide of its stage this is, and opens what is on the page', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: script, viewport: phone })).newPage();
    await page.goto(guide);
    await page.getByRole('button', { name: 'Remove · 2 of 6' }).click();
    const bar = page.getByRole('navigation', { name: 'In this guide' });
    expect(await bar.getByRole('link', { name: 'Previous: Remove one connection' }).getAttribute('href')).toBe(
      hrefTo('/remove/one-connection/'),
    );
    await bar.getByRole('link', { name: 'How do I decide?' }).click();
    await eventually(() => page.url()).toContain('#how-do-i-decide');
    if (script) await eventually(() => bar.isVisible()).toBe(false);
  });
});

/** Everything that Tab leads to, by where it stands. */
const stopsOf = (page: Page) =>
  page.locator('a[href], button, summary, input').evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility() && !element.closest('header, .skip'))
      .map((element) => {
        const { left, top } = element.getBoundingClientRect();
        return { column: element.closest('.alongside') ? 0 : element.closest('.evidence') ? 2 : 1, left, top: top + scrollY };
      }),
  );

test('on a wide screen Tab goes through stage and contents, then the text, before its evidence', async ({ page }) => {
  await page.setViewportSize(wide);
  await page.goto(guide);
  const stops = await stopsOf(page);
  const firstOfText = stops.findIndex(({ column }) => column === 1);
  expect(stops.slice(0, firstOfText).every(({ column }) => column === 0)).toBe(true);
  expect(stops.slice(firstOfText).every(({ column }) => column > 0)).toBe(true);
  const evidence = stops.findIndex(({ column }) => column === 2);
  const text = stops.slice(firstOfText, evidence);
  expect(text.length).toBeGreaterThan(20);
});

test('on a phone Tab goes down the page', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(guide);
  const tops = (await stopsOf(page)).map(({ top }) => top);
  // Two on one line may stand a little apart.
  expect(tops.filter((top, index) => index > 0 && top < (tops[index - 1] ?? 0) - 24)).toEqual([]);
});
