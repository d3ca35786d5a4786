/** The handbook: the file opened from a memory stick, without a network and without script, and the page on paper. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { test as plainTest } from '../support/browser-test.ts';
import { fileOf, guidePages, words } from '../support/built-site.ts';
import { complaintsOf } from '../support/complaints.ts';
import { headingsAlone, printedPages, squeezed } from '../support/pdf.ts';

let stick = '';
let file = '';

beforeAll(() => {
  // Alone in its folder: what it might want from beside it is not there.
  stick = mkdtempSync(join(tmpdir(), 'memory stick é '));
  copyFileSync(fileOf('/loose-ties.html'), join(stick, 'loose-ties.html'));
  file = pathToFileURL(join(stick, 'loose-ties.html')).href;
});

afterAll(() => {
  rmSync(stick, { recursive: true, force: true });
});

/** A browser with the network off. */
const test = plainTest.extend('offline', async ({ openContext }, { onCleanup }) => {
  const context = await openContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
  await context.setOffline(true);
  onCleanup(() => context.close());
  return context.newPage();
});

/** Of what the address leads to: whether it is marked as such, how far it is from the top, and whether no closed fold hides it. */
const target = (page: Page): Promise<{ id: string; top: number; isShown: boolean }> =>
  page.evaluate(() => {
    const element = document.querySelector(':target');
    return {
      id: element?.id ?? '',
      top: Math.round(element?.getBoundingClientRect().top ?? -1),
      isShown: element?.closest('details:not([open])') === null && element.checkVisibility(),
    };
  });

describe('the file, with the network off and without script', () => {
  test('opens from disk, asks for nothing, and nothing is wrong with it', async ({ offline: page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const complaints = await complaintsOf(page);
    await page.goto(file);
    expect(await page.locator('main h1').textContent()).toBe('The handbook');
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxInlineSize)).not.toBe('none');
    expect(asked).toEqual([file]);
    expect(complaints).toEqual([]);
  });

  test('each of its links lands: on its place in the file, in sight, with the folds around it open', async ({ offline: page }) => {
    await page.goto(file);
    const fragments = await page
      .locator('a[href^="#"]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
    expect(fragments.length).toBeGreaterThan(300);
    const missed: unknown[] = [];
    for (const fragment of fragments) {
      await page.goto(file + fragment);
      const landed = await target(page);
      if (`#${landed.id}` !== fragment || !landed.isShown || landed.top < 0 || landed.top > 640) missed.push({ fragment, ...landed });
    }
    expect(missed).toEqual([]);
  });

  test('is walked by keys: from the contents to a guide, on to what it rests on, back, and to the contents', async ({ offline: page }) => {
    await page.goto(file);
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'How do I remove one connection?' }).focus();
    await page.keyboard.press('Enter');
    expect((await target(page)).id).toBe('remove.one-connection');
    // From where one has landed, the next mark is that of the answer.
    await page.keyboard.press('Tab');
    const mark = page.locator('a.mark:focus');
    const claim = await mark.getAttribute('href');
    const sentence = await mark.evaluate((element) => element.parentElement?.textContent);
    await page.keyboard.press('Enter');
    expect(`#${(await target(page)).id}`).toBe(claim);
    const entry = page.locator(':target');
    expect(await entry.isVisible()).toBe(true);
    await entry.getByRole('link', { name: 'Back to the sentence' }).focus();
    await page.keyboard.press('Enter');
    expect((await target(page)).id).toMatch(/^m\.\d+$/);
    expect(sentence).toBeTruthy();
    await page.getByRole('banner').getByRole('link', { name: 'Contents' }).focus();
    await page.keyboard.press('Enter');
    expect((await target(page)).id).toBe('handbook.contents');
  });
});

describe.for([
  { width: 320, height: 640, colorScheme: 'light', forcedColors: 'none' },
  { width: 768, height: 1024, colorScheme: 'dark', forcedColors: 'none' },
  { width: 1440, height: 900, colorScheme: 'dark', forcedColors: 'active' },
] as const)('the file, $width pixels wide, $colorScheme, forced colours $forcedColors', ({ width, height, ...colours }) => {
  test('has no fault that axe finds, nor scrolls sideways', async ({ openContext }) => {
    const page = await (await openContext({ viewport: { width, height }, ...colours })).newPage();
    await page.goto(file);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.locator('details').evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute('open', '');
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await faultsByAxe(page, { coloursAlone: colours.colorScheme === 'dark' && width !== 768 })).toEqual([]);
  });
});

describe.for([
  { name: 'the page', path: () => '/handbook/' },
  { name: 'the file', path: () => file },
])('$name on paper', ({ path }) => {
  test('each guide begins on a page of its own, which names it and is numbered; no heading stands alone; the contents are there', async ({
    page,
  }) => {
    await page.goto(path());
    const printed = await printedPages(await page.pdf({ format: 'A4' }));
    const titles = guidePages.map(({ document }) => words(document.querySelector('h1')));
    const contents = squeezed(printed[0]?.lines.join('') ?? '');
    for (const title of titles) {
      expect(contents).toContain(squeezed(title));
      const own = printed.filter(({ lines }) => squeezed(lines[0] ?? '').endsWith(squeezed(title)));
      // Its first page has it once more, as its heading.
      expect(own[0]?.text.split(squeezed(title)).length, title).toBeGreaterThan(2);
      for (const { lines } of own) expect(squeezed(lines[0] ?? '')).toMatch(/^\d+/);
    }
    expect(printed.map(({ foot }) => foot)).toEqual(printed.map((_, index) => `${index + 1} of ${printed.length}`));
    // A link that can't be pressed says which guide to look into.
    const linked = await page
      .locator('.chapter [data-to]:visible')
      .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('data-to')]));
    expect(linked.length).toBeGreaterThan(100);
    const paper = printed.map(({ text }) => text).join('');
    for (const [text, number] of linked) {
      expect(paper).toContain(`${squeezed(text ?? '')}(${number ?? ''})`);
      expect(Number(number)).toBeLessThanOrEqual(titles.length + 1);
    }
    const headings = await page.locator('main :is(h1, h2, h3, h4, h5, summary)').allTextContents();
    expect(headingsAlone(printed, headings)).toEqual([]);
    expect(paper).not.toMatch(/Saveitasonefile|Bothsidesandallsources|Backtothesentence|Moreonthisstep/);
  });
});
