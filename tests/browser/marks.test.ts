/** The marks behind sentences: with script they show their evidence beside the sentence, without they lead to it and back. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { eventually, test } from '../support/browser-test.ts';
import { isLeftToBrowser } from '../support/press-for-a-tab.ts';

const guide = '/decide/ways-to-step-back/';
const phone = { width: 360, height: 640 };
const sizes = [phone, { width: 1440, height: 900 }];
const together = '/remove/one-connection/';

const marksOf = (page: Page): Locator => page.locator('main a.mark:visible');
const popoverOf = (page: Page): Locator => page.getByRole('dialog', { name: /^Evidence: / });
/** Its script comes once a mark is pointed at, or pressed. */
const opened = async (page: Page): Promise<Locator> => {
  await popoverOf(page).waitFor();
  return popoverOf(page);
};
const hasFocus = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element === document.activeElement);

/** A mark in the middle of the page, in the middle of the screen. */
async function markInView(page: Page): Promise<Locator> {
  const mark = marksOf(page).nth(Math.floor((await marksOf(page).count()) / 2));
  await mark.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
  });
  return mark;
}

/** The parts of the entry that a mark leads to. */
const entryOf = async (page: Page, mark: Locator): Promise<string> => {
  const entry = page.locator(`[id="${((await mark.getAttribute('href')) ?? '').slice(1)}"]`);
  return `${(await entry.locator('xpath=..').locator('summary').textContent()) ?? ''} ${(await entry.textContent()) ?? ''}`;
};
const squeezed = (text: string | null): string => (text ?? '').replaceAll(/\s+/g, '');

describe.each(sizes)('a mark that is pressed, $width pixels wide', (size) => {
  test('shows its evidence beside the sentence, asks for nothing, and moves nothing', async ({ page, complaints }) => {
    await page.setViewportSize(size);
    await page.goto(guide);
    const mark = await markInView(page);
    // What comes once the page is pointed at (islands/places), and once a mark is, is there.
    await mark.hover();
    for (const part of ['lt-places > *', 'lt-evidence > [popover]']) await page.locator(part).waitFor({ state: 'attached' });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const before = { url: page.url(), scrolled: await page.evaluate(() => scrollY), box: await mark.boundingBox() };
    await mark.click();
    const popover = await opened(page);
    expect(await hasFocus(popover)).toBe(true);
    expect({ url: page.url(), scrolled: await page.evaluate(() => scrollY), box: await mark.boundingBox() }).toEqual(before);
    expect(requests).toEqual([]);

    const shown = squeezed(await popover.textContent());
    expect(shown.replace(/Close$/, '')).toBe(squeezed(await entryOf(page, mark)).replace('Backtothesentence', ''));
    expect(shown).toMatch(/Readon\d+November2026\..*Bothsidesandallsources/);
    expect(await popover.ariaSnapshot()).toContain('link "Both sides and all sources"');

    const { x = 0, y = 0, width = 0, height = 0 } = (await popover.boundingBox()) ?? {};
    expect(Math.min(x, y, size.width - x - width, size.height - y - height)).toBeGreaterThanOrEqual(0);
    const line = before.box ?? { y: 0, height: 0 };
    expect(Math.min(Math.abs(y - line.y - line.height), Math.abs(line.y - y - height))).toBeLessThan(2);
    expect(complaints).toEqual([]);
  });

  test('closes with Esc, with its button and by a press outside, and the focus is on the mark again', async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto(guide);
    const mark = await markInView(page);
    const ways = [
      () => page.keyboard.press('Escape'),
      () => popoverOf(page).getByRole('button', { name: 'Close' }).click(),
      () => page.mouse.click(2, size.height / 2),
    ];
    for (const close of ways) {
      await mark.click();
      await opened(page);
      const scrolled = await page.evaluate(() => scrollY);
      await close();
      await eventually(() => popoverOf(page).isVisible()).toBe(false);
      expect(await hasFocus(mark)).toBe(true);
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    }
  });
});

test('opens by keyboard, and Tab leads through it', async ({ page }) => {
  await page.goto(guide);
  const mark = await markInView(page);
  await mark.focus();
  await page.keyboard.press('Enter');
  expect(await hasFocus(await opened(page))).toBe(true);
  await page.keyboard.press('Tab');
  expect(await hasFocus(popoverOf(page).getByRole('link').first())).toBe(true);
  await page.keyboard.press('Escape');
  expect(await hasFocus(mark)).toBe(true);
});

test('opens by touch', async ({ openContext }) => {
  const page = await (await openContext({ hasTouch: true, isMobile: true, viewport: phone })).newPage();
  await page.goto(guide);
  const mark = await markInView(page);
  await mark.tap();
  await opened(page);
  await page.touchscreen.tap(2, 320);
  await eventually(() => popoverOf(page).isVisible()).toBe(false);
});

test('leaves the focus with whoever pressed something else', async ({ page }) => {
  await page.goto(guide);
  await (await markInView(page)).click();
  await opened(page);
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.click();
  await eventually(() => popoverOf(page).isVisible()).toBe(false);
  expect(await hasFocus(menu)).toBe(true);
});

test('leads, in place, to what else its sentence rests on', async ({ page }) => {
  await page.goto(together);
  const href = await marksOf(page).evaluateAll((marks) =>
    marks
      .map((mark) => mark.getAttribute('href') ?? '')
      .find((href) => document.querySelector(`[id="${href.slice(1)}"] a[href^="#rests-on."]`)),
  );
  const mark = page.locator(`a.mark[href="${href ?? 'none'}"]:visible`).first();
  await mark.click();
  const other = page.getByRole('dialog').locator('a[href^="#rests-on."]').first();
  const question = (await other.textContent()) ?? '';
  await other.click();
  expect(await page.getByRole('dialog', { name: question }).textContent()).toContain(question);
  await eventually(() => hasFocus(page.getByRole('dialog', { name: question }))).toBe(true);
  await page.keyboard.press('Escape');
  expect(await hasFocus(mark)).toBe(true);
});

test('leads to its entry where the script that shows it can’t be had', async ({ page }) => {
  await page.route('**/entry-beside*', (route) => route.abort());
  await page.goto(guide);
  const mark = await markInView(page);
  await mark.click();
  await page.waitForURL(`**${guide}#rests-on.*`);
  expect(await page.locator('details:has(:target)').boundingBox()).not.toBeNull();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('pressed with a key that opens a tab, it stays a link', async ({ page }) => {
  await page.goto(guide);
  expect(await isLeftToBrowser(await markInView(page))).toBe(true);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('what is open is not printed, and axe finds nothing in it, in any look', async ({ page }) => {
  await page.goto(guide);
  await (await markInView(page)).click();
  await opened(page);
  for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const)
    for (const size of [{ width: 320, height: 640 }, ...sizes]) {
      await page.emulateMedia(media);
      await page.setViewportSize(size);
      // What it covers by chance is not at fault.
      expect(await faultsByAxe(page, { part: ':popover-open' })).toEqual([]);
    }
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('dialog').isVisible()).toBe(false);
});

describe.each(sizes)('without script, $width pixels wide', (size) => {
  test('a mark leads to its whole entry, question in view below the header, and the entry leads back', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: false, viewport: size })).newPage();
    await page.goto(guide);
    const hrefs = await marksOf(page).evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute('href') ?? ''))]);
    expect(hrefs.length).toBeGreaterThan(10);
    const header = (await page.locator('header.masthead').boundingBox())?.height ?? 0;
    for (const href of hrefs) {
      await page.goto(`${guide}${href}`);
      const entry = page.locator(`details:has([id="${href.slice(1)}"])`);
      const [question, whole] = [await entry.locator('summary').boundingBox(), await entry.boundingBox()];
      expect(question?.y, href).toBeGreaterThanOrEqual(header);
      expect((whole?.y ?? 0) + (whole?.height ?? Infinity), href).toBeLessThanOrEqual(size.height);
      await entry.getByRole('link', { name: 'Back to the sentence' }).click();
      const first = page.locator(`a.mark[href="${href}"]`).first();
      const { y = -1 } = (await first.boundingBox()) ?? {};
      expect(y, href).toBeGreaterThanOrEqual(header);
      expect(y, href).toBeLessThan(size.height);
    }
  });
});

test.for([320, 360, 412, 600, 768, 1024, 1440])('no mark stands alone on a line, %s pixels wide', async (width, { tab: page }) => {
  await page.setViewportSize({ width, height: 800 });
  await page.goto(guide);
  const { seen, alone } = await marksOf(page).evaluateAll((marks) => {
    const ends = marks.flatMap((mark) => {
      const before = document.createTreeWalker(mark.closest('p, li, td, div') ?? mark, NodeFilter.SHOW_TEXT);
      let last: Text | undefined;
      while (before.nextNode()) {
        const text = before.currentNode as Text;
        if (text.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING && text.data.trim()) last = text;
      }
      if (!last) return [];
      const range = document.createRange();
      const end = last.data.trimEnd().length;
      range.setStart(last, end - 1);
      range.setEnd(last, end);
      return [{ mark: mark.getBoundingClientRect(), word: range.getBoundingClientRect(), text: last.data.slice(-30) }];
    });
    return {
      seen: ends.length,
      alone: ends
        .filter(({ mark, word }) => mark.top > word.bottom || mark.bottom < word.top || mark.left < word.left)
        .map(({ text }) => text),
    };
  });
  expect(seen).toBeGreaterThan(15);
  expect(alone).toEqual([]);
});
