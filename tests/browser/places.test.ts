/** Places can be shared: each has a link to itself, and whoever opens it finds the place in view, marked, open, and with what guards it. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { readerId } from '../../src/lib/markdown/reader-ids.ts';
import { faultsByAxe } from '../support/axe.ts';
import { site } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { complaintsOf } from '../support/complaints.ts';
import { focused, press, tabTo } from '../support/keyboard.ts';
import { movement, watchMovement } from '../support/movement.ts';
import { failScripts } from '../support/served-differently.ts';
import { writtenContent } from '../support/written-content.ts';

const phone = { width: 360, height: 640 };
const guide = '/remove/one-connection/';
const headingId = 'why-from-the-list';
const headingText = 'Why from the list?';
const stepId = 'remove-from-list.confirm';
const claimId = 'rests-on.notified';

const byId = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);
const linkTo = (page: Page, id: string): Locator => page.locator(`main a.place[href="#${id}"]`);
const opacityOf = (link: Locator): Promise<string> => link.evaluate((element) => getComputedStyle(element).opacity);
const told = (page: Page): Locator => page.locator('lt-places').getByRole('status');

/** Until the links are there: they are loaded once what the page is about is pointed at. */
async function pointAt(page: Page): Promise<void> {
  await page.locator('main h1').hover();
  await told(page).waitFor({ state: 'attached' });
}

describe('a link to a place', () => {
  test('is loaded once somebody points at the page, and nothing moves when it arrives', async ({ page, complaints }) => {
    await watchMovement(page);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of [guide, '/questions/', '/evidence/', '/about/', '/checklists/block-someone/', '/']) {
        await page.goto(path);
        expect(requests.filter((url) => url.includes('place-links'))).toEqual([]);
        await page.locator('main details').evaluateAll((folds) => {
          for (const fold of folds) fold.toggleAttribute('open', true);
        });
        await movement(page);
        await pointAt(page);
        expect(await page.locator('main a.place:empty').count(), path).toBeGreaterThan(2);
        expect(await movement(page)).toEqual({ elements: [], shifts: [] });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        requests.length = 0;
      }
    }
    expect(complaints).toEqual([]);
  });

  test('shows when a heading or a step is pointed at, and in a claim that is open', async ({ page }) => {
    await page.goto(guide);
    await pointAt(page);
    for (const id of [headingId, stepId]) {
      expect(await opacityOf(linkTo(page, id))).toBe('0');
      await byId(page, id).hover();
      expect(await opacityOf(linkTo(page, id))).toBe('1');
    }
    expect(await linkTo(page, claimId).isVisible()).toBe(false);
    await byId(page, claimId).locator('xpath=..').locator('summary').click();
    expect(await linkTo(page, claimId).isVisible()).toBe(true);
    expect(await opacityOf(linkTo(page, claimId))).toBe('1');
  });

  test('stays shown where nothing can be pointed at', async ({ openContext }) => {
    const page = await (await openContext({ hasTouch: true, isMobile: true, viewport: phone })).newPage();
    await page.goto(guide);
    await page.locator('main h1').tap();
    await told(page).waitFor({ state: 'attached' });
    for (const id of [headingId, stepId]) expect(await opacityOf(linkTo(page, id))).toBe('1');
    await linkTo(page, headingId).tap();
    await eventually(() => page.url()).toBe(`${site}${guide}#${headingId}`);
  });

  test('copies its address at a press, leads there, and says so', async ({ openContext }) => {
    const context = await openContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    const complaints = await complaintsOf(page);
    const places: [path: string, id: string][] = [
      [guide, headingId],
      [guide, stepId],
      [guide, claimId],
      ['/checklists/someone-is-bothering-me/', 'someone-is-bothering-me.block'],
      ['/evidence/', 'notified'],
      ['/questions/', 'did-someone-block-me'],
    ];
    for (const [path, id] of places) {
      await page.goto(path);
      await pointAt(page);
      await byId(page, id).evaluate((element) => {
        element.closest('details')?.toggleAttribute('open', true);
      });
      await linkTo(page, id).hover();
      await linkTo(page, id).click();
      await eventually(() => told(page).textContent()).toBe('Link copied');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site}${path}#${id}`);
      expect(page.url()).toBe(`${site}${path}#${id}`);
      // What a mark shows beside a sentence is no business of the entry itself.
      expect(await page.locator('lt-evidence [popover]:popover-open').count()).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  test('says where the address stands when it could not be copied', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.goto(guide);
    await pointAt(page);
    await byId(page, headingId).hover();
    await linkTo(page, headingId).click();
    await eventually(() => told(page).textContent()).toBe('Not copied: copy it from the address bar');
    expect(page.url()).toBe(`${site}${guide}#${headingId}`);
  });

  test('has a name of its own, and leaves the names of others as they were', async ({ page }) => {
    await page.goto(guide);
    await pointAt(page);
    const names = await page
      .locator('main a.place')
      .evaluateAll((links) => links.map((link) => `${link.ariaLabel ?? ''} ${link.getAttribute('href') ?? ''}`));
    expect(names).toContain(`Link to “${headingText}” #${headingId}`);
    expect(names).toContain(`Link to “Press Remove.” #${stepId}`);
    expect(names).toContain(`Link to “Is the removed person told?” #${claimId}`);
    expect(new Set(names).size).toBe(names.length);
    expect(await page.getByRole('heading', { name: headingText, exact: true }).count()).toBe(1);
    expect(await page.getByRole('region', { name: 'What this page rests on', exact: true }).count()).toBe(1);
    expect(await page.getByRole('checkbox', { name: 'Press Remove.', exact: true }).count()).toBe(1);
    expect(await byId(page, headingId).textContent()).toBe(headingText);
  });

  test('by keyboard is one stop for each heading and one for each list, from which arrows lead on', async ({ page }) => {
    await page.goto(guide);
    await tabTo(page, 'Remove from your list');
    await told(page).waitFor({ state: 'attached' });
    const lists = await page.locator('lt-checklist').count();
    expect(await page.locator('li > a.place').count()).toBeGreaterThan(2 * lists);
    expect(await page.locator('li > a.place[tabindex="0"]').count()).toBe(lists);

    const list = page.locator('lt-checklist').first();
    const links = list.locator('li > a.place');
    const hasFocus = (link: Locator): Promise<boolean> => link.evaluate((element) => element === document.activeElement);
    await list.getByRole('checkbox').first().focus();
    await press(page, 'Tab');
    await press(page, 'Tab');
    expect(await hasFocus(links.first())).toBe(true);
    expect(await opacityOf(links.first())).toBe('1');
    // Nothing comes before the first.
    await press(page, 'ArrowUp');
    expect(await hasFocus(links.first())).toBe(true);
    await press(page, 'ArrowDown');
    await press(page, 'ArrowDown');
    expect(await hasFocus(links.nth(2))).toBe(true);
    expect(await links.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1);
    await press(page, 'Tab');
    await press(page, 'Shift+Tab');
    expect(await hasFocus(links.nth(2))).toBe(true);
    await page.keyboard.press('Enter');
    await eventually(() => page.url()).toContain(await links.nth(2).evaluate((link) => (link as HTMLAnchorElement).hash));

    await linkTo(page, headingId).focus();
    await focused(page);
    expect(await opacityOf(linkTo(page, headingId))).toBe('1');
  });

  test('is missed by nobody when it can’t be loaded', async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await failScripts(page, ({ pathname }) => pathname.includes('place-links'));
    await page.goto(guide);
    const failed = page.waitForEvent('requestfailed');
    await page.locator('main h1').hover();
    await failed;
    await page.getByRole('checkbox').first().check();
    expect(errors).toEqual([]);
  });

  test('is not printed', async ({ page }) => {
    await page.goto(guide);
    await pointAt(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('a.place').evaluateAll((links) => links.filter((link) => link.checkVisibility()).length)).toBe(0);
  });

  test('is no fault to axe, in any look', async ({ openContext }) => {
    const page = await (await openContext({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } })).newPage();
    for (const path of [guide, '/questions/', '/checklists/block-someone/', '/about/', '/evidence/#notified']) {
      await page.goto(path);
      await page.locator('main h1').tap();
      await told(page).waitFor({ state: 'attached' });
      for (const { coloursAlone, ...media } of [
        { colorScheme: 'light', coloursAlone: false },
        { colorScheme: 'dark', coloursAlone: true },
        { forcedColors: 'active', coloursAlone: true },
      ] as const) {
        await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
        expect(await faultsByAxe(page, { coloursAlone }), path).toEqual([]);
      }
    }
  });
});

/** `place`: the id of what is shown, where the address is one from before. */
const shared: { what: string; path: string; id: string; place?: string; guard?: boolean }[] = [
  { what: 'a heading', path: guide, id: headingId },
  { what: 'a step', path: '/remove/many-connections/', id: 'get-your-data.download' },
  { what: 'a step that can’t be taken back', path: guide, id: stepId, guard: true },
  { what: 'a step in a fold', path: guide, id: 'remove-from-profile.choose-remove', guard: true },
  { what: 'a step of the other way', path: guide, id: 'remove-in-app.choose-remove', guard: true },
  { what: 'a step on its own page', path: '/checklists/block-someone/', id: 'block-someone.confirm-block', guard: true },
  {
    what: 'a step that somebody needs who is bothered',
    path: '/decide/someone-is-bothering-me/',
    id: 'someone-is-bothering-me.block',
    guard: true,
  },
  { what: 'a claim in what a page rests on', path: guide, id: claimId },
  { what: 'a claim', path: '/evidence/', id: 'notified' },
  { what: 'a question', path: '/questions/', id: 'did-someone-block-me' },
  {
    what: 'a step by its address of before',
    path: '/checklists/remove-from-list/',
    id: 'remove-from-list.open-menu',
    place: readerId('remove-from-list.open-menu'),
    guard: true,
  },
  { what: 'a heading by its address of before', path: guide, id: 'from-your-connections-list', place: 'from-your-list' },
];

/** What is seen of the place an address leads to. */
const arrivalAt = (page: Page, id: string) =>
  byId(page, id).evaluate((place) => {
    const guard = place.closest('lt-checklist')?.querySelector('.guard');
    const header = document.querySelector('.masthead');
    const { top, bottom } = place.getBoundingClientRect();
    const over = guard?.getBoundingClientRect();
    const { backgroundColor, outlineStyle } = getComputedStyle(place);
    return {
      isBelow: Math.max(header?.getBoundingClientRect().bottom ?? 0, over?.bottom ?? 0) <= top + 1,
      isInView: top < innerHeight && (bottom <= innerHeight || top < innerHeight / 2),
      isOpen: place.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }),
      isMarked: outlineStyle === 'solid' && backgroundColor !== 'rgba(0, 0, 0, 0)',
      guard: over && over.top >= (header?.getBoundingClientRect().bottom ?? 0) - 1 && over.bottom <= innerHeight,
      /** What stands at the middle of the guard: it, and nothing over it. */
      isGuardOnTop: over && guard?.contains(document.elementFromPoint(over.left + 5, (over.top + over.bottom) / 2)),
    };
  });

describe.each([{ script: true }, { script: false }])('an address that is opened, with script: $script', ({ script }) => {
  test.for(shared)('shows $what in view, marked, open, with what guards it', async ({ path, id, place = id, guard }, { openContext }) => {
    for (const viewport of [phone, { width: 1440, height: 900 }]) {
      const page = await (await openContext({ javaScriptEnabled: script, viewport })).newPage();
      await page.goto(`${path}#${id}`);
      await eventually(() => arrivalAt(page, place)).toEqual({
        isBelow: true,
        isInView: true,
        isOpen: true,
        isMarked: true,
        guard: guard ?? undefined,
        isGuardOnTop: guard ?? undefined,
      });
    }
  });
});

test('an address of before that stands in a heading marks it', async ({ page }) => {
  const id = 'what-makes-a-good-comment';
  await page.goto(`/network/engage/#${id}`);
  await eventually(async () => (await arrivalAt(page, readerId(id))).isInView).toBe(true);
  expect((await arrivalAt(page, readerId(id))).isMarked).toBe(true);
});

test('in forced colours a line marks the place', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${guide}#${headingId}`);
  const { outlineStyle, outlineWidth } = await byId(page, headingId).evaluate((place) => {
    const styles = getComputedStyle(place);
    return { outlineStyle: styles.outlineStyle, outlineWidth: styles.outlineWidth };
  });
  expect(outlineStyle).toBe('solid');
  expect(parseFloat(outlineWidth)).toBeGreaterThan(2);
});

test('what gets the focus does not stay below the guard', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(`${guide}#${stepId}`);
  const box = page.locator('lt-checklist').first().getByRole('checkbox').nth(4);
  const places = await box.evaluate((element) => {
    const guard = element.closest('lt-checklist')?.querySelector('.guard');
    const overlap = (): number => (guard?.getBoundingClientRect().bottom ?? 0) - element.getBoundingClientRect().top;
    scrollBy(0, -overlap() + 60);
    const before = overlap();
    (element as HTMLElement).focus();
    return { before, after: overlap() };
  });
  expect(places.before).toBeGreaterThan(40);
  expect(places.after).toBeLessThanOrEqual(0);
});

test('a checklist whose summary says what to save first is guarded', () => {
  const checklists = [...writtenContent.checklists.values()];
  const warned = checklists.filter(({ summary }) => /save (them )?first|as final/i.test(summary));
  expect(warned.length).toBeGreaterThan(5);
  expect(warned.filter(({ guard }) => !guard).map(({ title }) => title)).toEqual([]);
});

test.for(['/questions/', '/tips/'])(
  '%s: what an answer rests on has names that the eye tells apart',
  async (path, { tabWithoutScript: page }) => {
    await page.goto(path);
    const entries = await page
      .locator('.rests')
      .evaluateAll((all) => all.map((entry) => [...entry.querySelectorAll('a')].map((link) => (link as HTMLElement).innerText)));
    expect(entries.filter((names) => names.length > 1).length).toBeGreaterThan(5);
    for (const names of entries) expect(new Set(names).size).toBe(names.length);
    expect(await page.locator('.rests .unseen').count()).toBe(0);
  },
);
