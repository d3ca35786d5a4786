/** What machines can tell about access: axe, the sizes of what is pressed, and reading on a narrow screen. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { test } from '../support/browser-test.ts';
import { pages } from '../support/built-site.ts';
import { checklistOn } from '../support/checklist-on-page.ts';
import { pagesOfEachKind } from '../support/page-kinds.ts';

const narrow = { width: 320, height: 640 };
const wide = { width: 1440, height: 900 };
const light = { colorScheme: 'light', forcedColors: 'none' } as const;
const dark = { colorScheme: 'dark', forcedColors: 'none' } as const;
const forced = { colorScheme: 'light', forcedColors: 'active' } as const;

/**
 * Opens the page with its folds open: what they hold is looked at too. Either all of them, or only those which hold something that no fold
 * before them holds: an element, a class or a value that styles may ask about. Of articles, of which /evidence/ has hundreds, only those
 * whose folds are opened stay then.
 */
async function openUnfolded(page: Page, path: string, wanted: 'all folds' | 'folds that differ'): Promise<void> {
  await page.goto(path);
  await page.locator('details').evaluateAll((folds, all) => {
    const seen = new Set<string>();
    const partsOf = (element: Element): string[] => [
      element.localName,
      ...element.classList,
      ...Object.entries((element as HTMLElement | SVGElement).dataset).map(([name, value]) => `${name}=${value ?? ''}`),
    ];
    for (const fold of folds) {
      const added = Array.from(fold.querySelectorAll('*'))
        .flatMap(partsOf)
        .filter((part) => !seen.has(part));
      for (const part of added) seen.add(part);
      if (all || added.length > 0) (fold as HTMLDetailsElement).open = true;
      else fold.closest('article, [data-kind="evidence"] li')?.remove();
    }
  }, wanted === 'all folds');
}

/** How far one could scroll to the side, in pixels, and what neither fits nor scrolls. Tables and code may scroll in themselves. */
const excessOf = (page: Page): Promise<{ sideways: number; cut: string[] }> =>
  page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    cut: Array.from(document.querySelectorAll('body *'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && /hidden|clip/.test(getComputedStyle(element).overflowX))
      // Text for screen readers alone is cut off on purpose.
      .filter((element) => !element.closest('svg') && getComputedStyle(element).clipPath === 'none')
      .map((element) => element.outerHTML.slice(0, 200)),
  }));

/** What is pressed, but is smaller than 24 by 24 pixels, a checkbox smaller than 44 by 44. */
const smallTargetsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('a[href], button, summary, input, select, textarea')).flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const least = target.matches('[type="checkbox"]') ? 44 : 24;
      if (!target.checkVisibility() || (width >= least && height >= least)) return [];
      // A link in a sentence can't be higher than its line (WCAG 2.2, 2.5.8, "inline").
      const block = target.parentElement?.closest('p, li, td, th, dt, dd, label, h1, h2, h3, div');
      const inSentence = getComputedStyle(target).display === 'inline' && block?.textContent.trim() !== target.textContent.trim();
      return inSentence ? [] : [`${Math.round(width)} by ${Math.round(height)}: ${target.outerHTML.slice(0, 200)}`];
    }),
  );

test.for(pages.map(({ path }) => path))(
  '%s, light and 320 pixels wide: axe finds nothing, all fits, and all can be hit',
  async (path, { tab: page }) => {
    await page.setViewportSize(narrow);
    await page.emulateMedia(light);
    await openUnfolded(page, path, 'all folds');
    expect({ axe: await faultsByAxe(page), ...(await excessOf(page)), small: await smallTargetsOf(page) }).toEqual({
      axe: [],
      sideways: 0,
      cut: [],
      small: [],
    });
  },
);

/** On every page all but colours was looked at in light and narrow, above. */
const looks = [
  { look: 'dark, narrow', size: narrow, media: dark, coloursAlone: true },
  { look: 'forced colours, narrow', size: narrow, media: forced, coloursAlone: true },
  { look: 'forced colours, wide', size: wide, media: forced, coloursAlone: true },
  { look: 'dark, wide', size: wide, media: dark, coloursAlone: true },
  { look: 'light, wide', size: wide, media: light, coloursAlone: false },
];

/** What axe finds in each look, where it finds anything. */
async function faultsInEachLook(page: Page): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  for (const { look, size, media, coloursAlone } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia(media);
    const found = await faultsByAxe(page, { coloursAlone });
    if (found.length > 0) faults[look] = found;
  }
  return faults;
}

test.for(pagesOfEachKind)('axe finds nothing in any other look: $path', async ({ path }, { tab: page }) => {
  await openUnfolded(page, path, 'folds that differ');
  expect(await faultsInEachLook(page)).toEqual({});
});

test('axe finds nothing in any look while a checklist is used', async ({ page }) => {
  await page.setViewportSize(narrow);
  // Full, so that the line that tells a problem is there as well.
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  });
  await openUnfolded(page, '/checklists/remove-from-list/', 'all folds');
  const list = checklistOn(page, 'remove-from-list');
  await list.tick(1, 2, 3);
  await list.button('Start again: Remove from your list').click();
  await page.getByRole('button', { name: 'Forget everything on this device' }).click();
  expect(await list.button('Untick').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Forget', exact: true }).isVisible()).toBe(true);
  expect(await list.problem.isVisible()).toBe(true);
  expect(await faultsByAxe(page)).toEqual([]);
  expect(await faultsInEachLook(page)).toEqual({});

  await list.button('Untick').click();
  expect(await list.button('Undo').isVisible()).toBe(true);
  expect(await faultsInEachLook(page)).toEqual({});
});

test('axe and the measures find what is wrong', async ({ page }) => {
  await page.setViewportSize(narrow);
  await openUnfolded(page, '/', 'all folds');
  await page.locator('main').evaluate((main) => {
    const [pale, small, long] = [document.createElement('p'), document.createElement('button'), document.createElement('p')];
    pale.textContent = 'Pale text.';
    pale.style.color = '#ccc';
    small.style.cssText = 'display: block; min-block-size: 0; inline-size: 8px; block-size: 8px; padding: 0';
    long.textContent = 'Text that is cut off because it may not go on in a second line.';
    long.style.cssText = 'white-space: nowrap; overflow: hidden';
    const wideText = document.createElement('p');
    wideText.textContent = 'Text that is wider than the screen.';
    wideText.style.inlineSize = '400px';
    main.append(pale, small, small.cloneNode(), long, wideText);
  });
  const faults = (await faultsByAxe(page)).map((fault) => fault.split(':')[0]);
  expect(new Set(faults)).toEqual(new Set(['color-contrast', 'button-name', 'target-size']));
  const { sideways, cut } = await excessOf(page);
  expect(sideways).toBeGreaterThan(0);
  expect(cut).toHaveLength(1);
  expect(await smallTargetsOf(page)).toHaveLength(2);
});
