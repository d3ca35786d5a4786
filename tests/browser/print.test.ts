/** On paper: nothing to press, nothing folded away or cut off, and the ticks that were made. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { pages } from '../support/built-site.ts';
import { checklistOn } from '../support/checklist-on-page.ts';

/** A4 without its margins of 16 mm, in CSS pixels. */
const paper = { width: 673, height: 900 };

async function openOnPaper(page: Page, path: string): Promise<void> {
  await page.setViewportSize(paper);
  await page.goto(path);
  // Dark, which on paper must make no difference.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
}

/** For each closed fold whose summary is there to be seen: whether what it holds is there too. */
const foldsShown = (page: Page): Promise<boolean[]> =>
  page.locator('details:not([open])').evaluateAll((folds) =>
    folds
      .filter((fold) => fold.querySelector('summary')?.checkVisibility())
      .map((fold) =>
        // Folded content keeps its measures, so its size would tell nothing.
        Array.from(fold.querySelectorAll(':scope > :not(summary)')).every((content) => content.checkVisibility()),
      ),
  );

test.concurrent.for(pages.map(({ path }) => path))('%s is whole on paper', async (path, { page }) => {
  await openOnPaper(page, path);
  expect(await foldsShown(page)).not.toContain(false);
  const { toPress, cut, pale, width } = await page.evaluate(() => {
    const brief = (element: Element): string => element.outerHTML.slice(0, 120);
    const drawn = Array.from(document.querySelectorAll('body *')).filter((element) => element.checkVisibility());
    const contrastWithPaper = (element: Element): number => {
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) return 0;
      canvas.fillStyle = getComputedStyle(element).color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = Array.from(canvas.getImageData(0, 0, 1, 1).data, (channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
    };
    const hasText = (element: Element): boolean => Array.from(element.childNodes).some((node) => node instanceof Text && node.data.trim());
    return {
      toPress: drawn.filter((element) => element.matches('nav, button, .skip')).map(brief),
      // Nobody can scroll on paper.
      cut: drawn
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible')
        .filter((element) => getComputedStyle(element).clipPath === 'none')
        .map(brief),
      pale: drawn.filter((element) => hasText(element) && contrastWithPaper(element) < 4.5).map(brief),
      width: document.scrollingElement?.scrollWidth,
    };
  });
  expect({ toPress, cut, pale, width }).toEqual({ toPress: [], cut: [], pale: [], width: paper.width });
});

test('the evidence of a guide is folded on the screen, and open on paper', async ({ page }) => {
  await page.goto('/remove/one-connection/');
  const texts = page.locator('.evidence details p');
  const shown = (): Promise<boolean[]> => texts.evaluateAll((all) => all.map((text) => text.checkVisibility()));
  expect(new Set(await shown())).toEqual(new Set([false]));
  await page.emulateMedia({ media: 'print' });
  expect(new Set(await shown())).toEqual(new Set([true]));
  for (const text of await texts.all()) expect((await text.boundingBox())?.height).toBeGreaterThan(10);
});

test('a checklist shows what is ticked', async ({ page }) => {
  await page.goto('/checklists/remove-from-list/');
  const list = checklistOn(page, 'remove-from-list');
  await list.tick(2);
  await page.emulateMedia({ media: 'print' });
  const signs = await list.boxes.evaluateAll((boxes) =>
    boxes.map((box) => {
      const { content, color, display } = getComputedStyle(box, '::before');
      return { ticked: content.startsWith('"✓"'), inked: color === getComputedStyle(document.body).color && display !== 'none' };
    }),
  );
  expect(signs.map(({ ticked }) => ticked)).toEqual([false, true, false, false, false, false, false]);
  // Backgrounds are not printed: a sign that relies on one would be white on white.
  expect(signs.every(({ inked }) => inked)).toBe(true);
});

test('a guide can be made into a PDF', async ({ page }) => {
  await page.goto('/remove/many-connections/');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
});
