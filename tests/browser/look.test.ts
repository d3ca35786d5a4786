/** What a look at every page once found, held by measures: lines, edges and signs as they are drawn. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { writtenContent } from '../support/written-content.ts';

const phone = { width: 360, height: 640 };
const tablet = { width: 768, height: 1024 };
const wide = { width: 1440, height: 900 };
const pathOf = (stage: string, guide: string): string => `/${stage}/${guide}/`;

/** Where the first heading begins. */
const edgeOf = async (page: Page, path: string): Promise<number> => {
  await page.goto(path);
  return Math.round((await page.locator('h1').boundingBox())?.x ?? -1);
};

test.for([tablet, wide])('text begins at one edge on every type of page, $width pixels wide', async (size, { tab: page }) => {
  await page.setViewportSize(size);
  const paths = [
    '/checklists/',
    '/questions/',
    '/tips/',
    '/about/',
    '/search/',
    '/evidence/',
    '/evidence/sources/',
    '/evidence/article-2023/',
  ];
  const edge = await edgeOf(page, '/remove/one-connection/');
  for (const path of paths) expect(await edgeOf(page, path), path).toBe(edge);
  await page.goto('/evidence/');
  expect(Math.round((await page.locator('.list').boundingBox())?.x ?? -1)).toBe(edge);
});

describe('on a phone', () => {
  test('the number of a guide stands on one line of the header', async ({ tab: page }) => {
    await page.setViewportSize(phone);
    for (const { id, guides } of writtenContent.journey)
      for (const guide of guides.slice(0, 1)) {
        await page.goto(pathOf(id, guide));
        const lines = await page.locator('button[popovertarget="here"]').evaluate((button) => {
          const words = button.firstChild;
          const range = document.createRange();
          range.setStart(words as Text, (words?.textContent ?? '').search(/\d+\sof\s\d+/));
          range.setEnd(words as Text, words?.textContent?.trimEnd().length ?? 0);
          return range.getClientRects().length;
        });
        expect(lines, id).toBe(1);
      }
  });

  test('what a field says before one types is not cut', async ({ tab: page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/');
    const { room, needed } = await page.locator('main input').evaluate((field) => {
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
      const brush = document.createElement('canvas').getContext('2d');
      if (brush) brush.font = font;
      return {
        room: field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd),
        needed: brush?.measureText(field.getAttribute('placeholder') ?? '').width ?? 0,
      };
    });
    expect(needed).toBeGreaterThan(50);
    expect(needed).toBeLessThanOrEqual(room);
  });
});

test('a mark takes no more room in its line than a letter does, and can be pressed', async ({ tab: page }) => {
  await page.setViewportSize(phone);
  await page.goto('/remove/one-connection/');
  const marks = await page.locator('main a.mark:visible').evaluateAll((all) =>
    all.map((mark) => {
      const { marginInlineStart, marginInlineEnd } = getComputedStyle(mark);
      const { width, height } = mark.getBoundingClientRect();
      return { target: Math.min(width, height), inLine: width + parseFloat(marginInlineStart) + parseFloat(marginInlineEnd) };
    }),
  );
  expect(marks.length).toBeGreaterThan(5);
  expect(Math.min(...marks.map(({ target }) => target))).toBeGreaterThanOrEqual(24);
  expect(Math.max(...marks.map(({ inLine }) => inLine))).toBeLessThan(20);
});

test('a mark has the colour of links where colours are forced', async ({ openContext }) => {
  const page = await (await openContext({ forcedColors: 'active' })).newPage();
  await page.goto('/remove/one-connection/');
  const link = await page
    .locator('main .crumbs a')
    .first()
    .evaluate((element) => getComputedStyle(element).color);
  const sign = await page
    .locator('main a.mark')
    .first()
    .evaluate((element) => getComputedStyle(element, '::before').color);
  expect(sign).toBe(link);
});

test.for([phone, tablet, wide])('a bell that is drawn can be read, $width pixels wide', async (size, { tab: page }) => {
  await page.setViewportSize(size);
  for (const path of ['/', '/understand/are-they-notified/', '/about/']) {
    await page.goto(path);
    const bells = await page
      .locator('main .tie g')
      .evaluateAll((all) => all.map((bell) => bell.getBoundingClientRect().width).filter((width) => width > 0));
    for (const width of bells) expect(width, path).toBeGreaterThan(15);
    if (path !== '/') expect(bells).not.toHaveLength(0);
  }
});

describe('nothing is said twice', () => {
  test('the box of what is not known has no title of its own', async ({ tab: page }) => {
    await page.goto('/remove/one-connection/');
    const box = page.locator('[data-kind="unknown"]');
    expect(await box.locator('xpath=preceding-sibling::*[1][self::h2]').textContent()).toBe('What nobody knows');
    expect(await box.textContent()).not.toMatch(/^\s*Not known/);
  });

  test('a name in another language is told once', async ({ tab: page }) => {
    await page.goto('/remove/other-languages/');
    for (const table of await page.locator('main table').all()) {
      const names = await table
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('td:first-child, b')].map((part) => part.textContent.trim()).join()),
        );
      expect(names.length).toBeGreaterThan(3);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('tips have one choice that shows all', async ({ tab: page }) => {
    await page.goto('/tips/');
    expect(
      await page
        .locator('form.choices')
        .getByText(/\ball\b/i)
        .count(),
    ).toBe(1);
  });
});

test.for(['/questions/', '/tips/', '/evidence/sources/'])(
  'no line of %s begins with a sign that parts two things',
  async (path, { tab: page }) => {
    await page.setViewportSize(phone);
    await page.goto(path);
    // What can break before it does sooner or later.
    expect(await page.locator('main').evaluate((main) => main.textContent.includes(' ·'))).toBe(false);
  },
);
