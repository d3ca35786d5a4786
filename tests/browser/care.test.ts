/** The pages for somebody who is bothered or afraid: what they tick is nobody's to see, and they can leave at once. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pathOf } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { checklistOn } from '../support/checklist-on-page.ts';
import { changeHtml } from '../support/served-differently.ts';

const guide = '/decide/someone-is-bothering-me/';
const checklist = 'someone-is-bothering-me';
const ownPage = '/checklists/someone-is-bothering-me/';
/** Shows a private checklist, "block-someone", beside one that is not. */
const mixed = '/decide/ways-to-step-back/';
const ofMixed = 'block-someone';
const leaving = [guide, ownPage, '/checklists/block-someone/'];
const elsewhere = 'https://www.bbc.com/weather';
const key = 'loose-ties:checklists';

const remember = (page: Page, list = checklist) =>
  page.locator(`lt-remember[data-checklist="${list}"]`).getByRole('checkbox', { name: 'Remember my ticks on this device' });
const forget = (page: Page) => page.getByRole('button', { name: 'Forget my ticks here' });
const stored = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => Object.fromEntries([localStorage, sessionStorage].flatMap((storage) => Object.entries(storage))));
const timesIn = (text: string): string => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');

/** Whoever goes there is let in, without a network. Returns how often that was. */
async function letElsewhereIn(page: Page): Promise<() => number> {
  let visits = 0;
  await page.route(`${elsewhere}**`, (route) => {
    visits += 1;
    return route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>Rain' });
  });
  return () => visits;
}

describe('the ticks of a private checklist', () => {
  test('as they come leave nothing behind, and last as long as the page', async ({ page, complaints }) => {
    for (const [path, list] of [
      [guide, checklist],
      [ownPage, checklist],
      [mixed, ofMixed],
    ] as const) {
      await page.goto(path);
      const ticks = checklistOn(page, list);
      await ticks.tick(1, 2);
      await ticks.untick(2);
      expect(await ticks.status.textContent()).toMatch(/^1 of \d+ done$/);
      expect(await remember(page, list).isChecked()).toBe(false);
      expect(await stored(page), path).toEqual({});
      await page.reload();
      expect(await ticks.ticked()).toEqual([]);
    }
    expect(await page.context().cookies()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('are kept where somebody asks for it, those made before too, and no longer once they take it back', async ({ page }) => {
    await page.goto(ownPage);
    const list = checklistOn(page, checklist);
    await list.tick(1);
    await remember(page).check();
    await list.tick(3);
    await page.goto(guide);
    expect(await list.ticked()).toEqual([1, 3]);
    expect(await remember(page).isChecked()).toBe(true);
    await remember(page).uncheck();
    expect(await list.ticked()).toEqual([1, 3]);
    expect(JSON.stringify(await stored(page))).not.toContain(checklist);
    await page.reload();
    expect(await list.ticked()).toEqual([]);
    expect(await remember(page).isChecked()).toBe(false);
  });

  test('that were kept before there was a choice are not lost', async ({ page }) => {
    await page.goto('/about/');
    await page.evaluate(
      ([name, list]) => {
        localStorage.setItem(name, `{"version":1,"checklists":{"${list}":{"get-safe":"2026-11-22T10:00:00.000Z"}}}`);
      },
      [key, checklist] as const,
    );
    await page.goto(guide);
    const list = checklistOn(page, checklist);
    expect(await list.ticked()).toEqual([1]);
    expect(await remember(page).isChecked()).toBe(true);
    await list.tick(2);
    await page.reload();
    expect(await list.ticked()).toEqual([1, 2]);
  });

  test('show on no other page, remembered or not', async ({ page, context }) => {
    const others = ['/', '/checklists/', '/about/', '/tips/', '/decide/who-to-keep/'];
    const textOf = async (path: string): Promise<string> => {
      await page.goto(path);
      await page.waitForFunction(() => document.querySelector(':not(:defined, details *)') === null);
      // How much is kept is told there, and not of what.
      return page.evaluate(() => document.body.outerHTML.replace(/(?<=<lt-kept-here)[^]*(?=<\/lt-kept-here>)/, ''));
    };
    const before = new Map<string, string>();
    for (const path of others) before.set(path, await textOf(path));
    await page.goto(ownPage);
    await checklistOn(page, checklist).tick(1, 2);
    for (const path of others) expect(await textOf(path), path).toBe(before.get(path));
    await page.goto(ownPage);
    await checklistOn(page, checklist).tick(1, 2);
    await remember(page).check();
    for (const path of others) expect(await textOf(path), path).toBe(before.get(path));
    expect(timesIn(JSON.stringify(await context.storageState()))).toContain(checklist);
  });

  test('are forgotten at once, in this tab and in storage', async ({ page }) => {
    await page.goto(guide);
    const list = checklistOn(page, checklist);
    await list.tick(1, 2);
    await remember(page).check();
    await forget(page).click();
    expect(await list.ticked()).toEqual([]);
    expect(await remember(page).isChecked()).toBe(false);
    expect(JSON.stringify(await stored(page))).not.toContain(checklist);
    const told = () => page.locator('lt-remember').getByRole('status').textContent();
    await eventually(told).toBe('Forgotten: nothing of this list is kept.');
    await list.tick(4);
    await eventually(told).toMatch(/^Your ticks are not kept unless/);
    await page.reload();
    expect(await list.ticked()).toEqual([]);
  });

  test('are told to be safe before the first step, with and without script', async ({ page, openContext }) => {
    const plain = await (await openContext({ javaScriptEnabled: false })).newPage();
    for (const each of [page, plain]) {
      await each.goto(guide);
      const line = each.getByText('Your ticks are not kept unless');
      const first = each.locator('lt-checklist ol > li').first();
      const [above, below] = await Promise.all(
        [line, first].map((place) => place.evaluate((element) => element.getBoundingClientRect().top)),
      );
      expect(above).toBeLessThan(below ?? 0);
    }
    expect(await plain.locator('lt-remember :is(input, button)').count()).toBe(0);
    await checklistOn(plain, checklist).tick(1);
    expect(await checklistOn(plain, checklist).ticked()).toEqual([1]);
  });

  test('are not kept either where the choice fails', async ({ page, complaints }) => {
    await changeHtml(page, guide, (html) => html.replace('<p data-choice', '<p'));
    await page.goto(guide);
    await checklistOn(page, checklist).tick(1);
    expect(await stored(page)).toEqual({});
    expect(complaints.every((complaint) => complaint.includes('IslandError'))).toBe(true);
  });

  test('do not move the page when the choice arrives', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const heights: number[] = [];
    for (const script of ['', 'no']) {
      if (script) await page.route('**/*.js', (route) => route.abort());
      await page.goto(guide);
      heights.push(await page.locator('lt-remember').evaluate((element) => element.getBoundingClientRect().height));
    }
    expect(heights[0]).toBe(heights[1]);
  });
});

describe('leaving', () => {
  test('is offered on these pages and on no other', async ({ page }) => {
    for (const path of leaving) {
      await page.goto(path);
      expect(await page.getByRole('link', { name: 'Leave this page' }).count(), path).toBe(2);
    }
    for (const path of [mixed, '/', '/checklists/', '/checklists/remove-from-list/']) {
      await page.goto(path);
      expect(await page.getByText('Leave this page').count(), path).toBe(0);
    }
  });

  test('by press opens the other page in place of this one', async ({ page }) => {
    await letElsewhereIn(page);
    await page.goto('/about/');
    await page.goto(guide);
    await page.getByRole('link', { name: 'Leave this page' }).first().click();
    await page.waitForURL(elsewhere);
    await page.goBack();
    expect(pathOf(page.url())).toBe('/about/');
  });

  test('by Shift three times does the same, and tells how many are missing', async ({ page }) => {
    await letElsewhereIn(page);
    await page.goto('/about/');
    await page.goto(ownPage);
    const told = page.locator('lt-leave').getByRole('status');
    expect(await told.textContent()).toBe('or press Shift three times');
    await page.keyboard.press('Shift');
    expect(await told.textContent()).toBe('Shift: 2 more to leave');
    await page.keyboard.press('Shift');
    await page.keyboard.press('a');
    expect(await told.textContent()).toBe('or press Shift three times');
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await page.waitForURL(elsewhere);
    await page.goBack();
    expect(pathOf(page.url())).toBe('/about/');
  });

  test('hides the page, also where the other one does not come', async ({ page }) => {
    await page.route(`${elsewhere}**`, (route) => route.abort('aborted'));
    await page.goto(guide);
    await page.getByRole('link', { name: 'Leave this page' }).first().click();
    await eventually(() => page.locator('main').isVisible()).toBe(false);
    expect(await page.title()).toBe('https://www.bbc.com/weather');
  });

  test('without script is a link, at the top and in view wherever one is', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } })).newPage();
    await letElsewhereIn(page);
    await page.goto(guide);
    const links = page.getByRole('link', { name: 'Leave this page' });
    await page.mouse.wheel(0, 3000);
    await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await links.last().click();
    await page.waitForURL(elsewhere);
  });

  test.for([360, 1440])(
    'stays in view at %i pixels, below what the header opens, and covers no end of the page',
    async (width, { page, complaints }) => {
      const visits = await letElsewhereIn(page);
      await page.setViewportSize({ width, height: 640 });
      await page.goto(guide);
      const control = page.locator('lt-leave > div');
      for (const place of ['top', 'bottom'] as const) {
        await page.evaluate((to) => {
          scrollTo(0, to === 'top' ? 0 : document.body.scrollHeight);
        }, place);
        const { top, bottom } = await control.evaluate((element) => element.getBoundingClientRect());
        expect(top).toBeGreaterThan(320);
        expect(bottom).toBeLessThanOrEqual(640);
      }
      const last = page.locator('body > footer').locator('a, button, label').last();
      const end = await last.evaluate((element) => element.getBoundingClientRect().bottom);
      expect(end).toBeLessThanOrEqual(await control.evaluate((element) => element.getBoundingClientRect().top));
      expect(visits()).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  test('is not printed', async ({ page }) => {
    await page.goto(guide);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('lt-leave').isVisible()).toBe(false);
    expect(await page.locator('lt-remember').isVisible()).toBe(false);
  });
});
