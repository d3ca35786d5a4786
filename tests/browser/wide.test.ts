/** Whatever authors write, and however large the text: what is too wide scrolls inside itself, and the page does not scroll sideways. */
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { createWording } from '../../src/lib/markdown/wording.ts';
import { eventually, test } from '../support/browser-test.ts';
import { pagesOfEachKind } from '../support/page-kinds.ts';

const widths = [320, 375, 640, 700, 1024, 1280, 1500];

/** How far the page can be scrolled sideways. */
const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth);

async function setText(page: Page, size: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  // What somebody chose in the browser's settings; no zoom.
  await client.send('Page.setFontSizes', { fontSizes: { standard: size } });
}

const paths = [...new Set([...pagesOfEachKind.map(({ path }) => path), '/remove/one-connection/', '/remove/other-languages/', '/about/'])];

test.for(paths)('%s does not scroll sideways with text of 16, 24 or 32 px, unfolded or not', async (path, { page }) => {
  await page.goto(path);
  const folds = page.locator('details:not([open])');
  const found: Record<string, number> = {};
  for (const size of [16, 24, 32]) {
    await setText(page, size);
    await eventually(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${size}px`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      found[`${width}, text of ${size}`] = await tooWide(page);
      await folds.evaluateAll((all) => {
        for (const fold of all) fold.toggleAttribute('data-unfolded', fold.toggleAttribute('open', true));
      });
      found[`${width}, text of ${size}, unfolded`] = await tooWide(page);
      await page.locator('[data-unfolded]').evaluateAll((all) => {
        for (const fold of all) fold.toggleAttribute('open', fold.toggleAttribute('data-unfolded', false));
      });
    }
  }
  expect(Object.entries(found).filter(([, over]) => over > 0)).toEqual([]);
});

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[]): string => [row(heads), row(heads.map(() => '---')), row(heads)].join('\n');
const address = `https://example.org/${'a'.repeat(60)}`;
const longWords = ['Question', 'Recommendations', 'Notifications', 'Conversations', 'Contact details'];
const twelve = Array.from({ length: 12 }, (_, index) => longWords[index % longWords.length] ?? '');
const awkward = [table(longWords), table(twelve), table(['Name', address]), `\`\`\`\n${'x'.repeat(80)}\n\`\`\``, `\`${'y'.repeat(80)}\``];

/** Everywhere that Markdown of any length is printed. */
test.for([
  ['/checklists/remove-from-list/', 'lt-checklist li > section'],
  ['/remove/one-connection/', 'lt-checklist li > section'],
  ['/tips/', '.short-answer'],
  ['/questions/', '.short-answer'],
  ['/network/engage/', '.tip'],
] as const)('on %s, in %s, tables and code scroll inside themselves', async ([path, place], { openContext }) => {
  // The content policy lets no text become a part of a page.
  const page = await (await openContext({ bypassCSP: true })).newPage();
  const wording = await createWording({ interface: new Map(), claims: new Map(), base: '/' });
  const html = await Promise.all(awkward.map((text) => wording.blockHtml(text)));
  await page.goto(path);
  // The build sends a page what these say of tables and code only where there are some.
  for (const styles of ['base', 'prose']) await page.addStyleTag({ path: `src/styles/${styles}.css` });
  await page
    .locator(place)
    .first()
    .evaluate((element, blocks) => {
      element.closest('details')?.setAttribute('open', '');
      element.insertAdjacentHTML('beforeend', blocks.join(''));
    }, html);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect(await tooWide(page), `${width} px`).toBeLessThanOrEqual(0);
  }
  // Keys reach what scrolls.
  await page.setViewportSize({ width: 320, height: 800 });
  const unreachable = await page
    .locator(`${place} :is(pre, .wide)`)
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth && (one as HTMLElement).tabIndex < 0).length);
  expect(unreachable).toBe(0);
});

test('no control has text so small that phones zoom into it', async ({ page }) => {
  for (const path of ['/search/', '/evidence/', '/']) {
    await page.goto(path);
    if (path !== '/search/') await page.keyboard.press('Control+k');
    const dialog = page.locator(path === '/search/' ? 'main' : 'dialog');
    await dialog.getByRole('searchbox').first().fill('remove');
    await dialog.getByRole('combobox').waitFor();
    const sizes = await page
      .locator('select, textarea, input:not([type=radio], [type=checkbox])')
      .evaluateAll((all) => all.map((control) => parseFloat(getComputedStyle(control).fontSize)));
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(16);
  }
});

test('the wheel moves nothing behind the search', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 600 });
  await page.goto('/evidence/');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.mouse.move(30, 500);
  await page.mouse.wheel(0, 600);
  // What a wheel does is drawn in the frames after it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.keyboard.press('Escape');
  await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
});
