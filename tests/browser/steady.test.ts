/** Nothing moves by itself: not while the page is still on its way, and not when the script arrives. */
import { expect } from 'vitest';
import { openInParts } from '../support/arriving-slowly.ts';
import { site } from '../support/addresses.ts';
import { test } from '../support/browser-test.ts';
import { checklistOn } from '../support/checklist-on-page.ts';
import { complaintsOf } from '../support/complaints.ts';
import { movement, openBeforeScripts, watchMovement } from '../support/movement.ts';
import { pagesOfEachKind } from '../support/page-kinds.ts';
import { failScripts } from '../support/served-differently.ts';

const byWidth = pagesOfEachKind.flatMap(({ path, html }) => [320, 1440].map((width) => ({ path, html, width })));

test.concurrent.for(byWidth)(
  'nothing moves while the rest of the page arrives: $path, $width pixels wide',
  async ({ path, width }, { page }) => {
    await page.setViewportSize({ width, height: 900 });
    await watchMovement(page);
    await failScripts(page);
    const moved: string[] = [];
    await openInParts(page, new URL(site + path), 5, async () => {
      // Not what the browser reports: within a part it may draw half a line, just as it happens to read.
      moved.push(...(await movement(page)).elements);
    });
    expect({ elements: moved.length, first: moved.slice(0, 3) }).toEqual({ elements: 0, first: [] });
  },
);

const list = { page: '/checklists/remove-from-list/', id: 'remove-from-list', steps: 6 };

/** What somebody's browser keeps who has ticked the first three steps of every checklist on another day. */
const withTicks = test.extend('ticks', { scope: 'file' }, async ({ tab }) => {
  await tab.goto('/checklists/');
  await tab.evaluate(() => {
    const checklists: Record<string, Record<string, string>> = {};
    for (const { dataset } of document.querySelectorAll<HTMLElement>('lt-progress-note')) {
      const ticked = (dataset['steps'] ?? '').split(' ').slice(0, 3);
      checklists[dataset['checklist'] ?? ''] = Object.fromEntries(ticked.map((step) => [step, '2026-11-01T12:00:00.000Z']));
    }
    localStorage.setItem('loose-ties:checklists', JSON.stringify({ version: 1, checklists }));
  });
  await tab.goto(list.page);
  expect(await checklistOn(tab, list.id).status.textContent()).toBe(`3 of ${list.steps} done`);
  return tab.context().storageState();
});

// A script that stands in its page is there with it: what it does is seen above.
withTicks.concurrent.for(byWidth.filter(({ html }) => html.includes('data-scripts=')))(
  'nothing moves when the script arrives and shows what was ticked: $path, $width pixels wide',
  async ({ path, width }, { ticks, openContext }) => {
    const page = await (await openContext({ storageState: ticks, viewport: { width, height: 900 } })).newPage();
    const complaints = await complaintsOf(page);
    await watchMovement(page);
    const release = await openBeforeScripts(page, path);
    release();
    // What is in a fold may be loaded once that is opened.
    await page.waitForFunction(() => document.querySelector(':not(:defined, details *)') === null);
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
    const { elements, shifts } = await movement(page);
    expect({ elements: elements.length, first: elements.slice(0, 3), shifts }).toEqual({ elements: 0, first: [], shifts: [] });
    expect(complaints).toEqual([]);
  },
);
