/** Nothing moves by itself: not while the page is still on its way, and not when the script arrives. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openInParts } from '../support/arriving-slowly.ts';
import { site, test } from '../support/browser-test.ts';
import { pages } from '../support/built-site.ts';
import { checklistOn } from '../support/checklist-on-page.ts';
import { movement, watchMovement } from '../support/movement.ts';
import { onePageOfEachKind } from '../support/page-kinds.ts';
import { failScripts, holdScripts } from '../support/served-differently.ts';

const kindsByWidth = onePageOfEachKind.flatMap((kind) => [320, 1440].map((width) => ({ ...kind, width })));

/** A short page is read in one go; a long one is drawn before it is whole. */
const longPages = pages.filter(({ html }) => html.length > 30_000).map(({ path }) => path);

test.concurrent.for(kindsByWidth.filter(({ path }) => longPages.includes(path)))(
  'nothing moves while the rest of the page arrives: $kind, $width pixels wide',
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

const list = { page: '/checklists/remove-from-list/', id: 'remove-from-list', steps: 7 };

/** Leaves so many ticks in every checklist of the site, as if they had been made on another day. */
async function leaveTicks(page: Page, ticks: number): Promise<void> {
  await page.goto('/checklists/');
  await page.evaluate((count) => {
    const checklists: Record<string, Record<string, string>> = {};
    for (const { dataset } of document.querySelectorAll<HTMLElement>('lt-progress-note')) {
      const ticked = (dataset['steps'] ?? '').split(' ').slice(0, count);
      checklists[dataset['checklist'] ?? ''] = Object.fromEntries(ticked.map((step) => [step, '2026-11-01T12:00:00.000Z']));
    }
    localStorage.setItem('loose-ties:checklists', JSON.stringify({ version: 1, checklists }));
  }, ticks);
  await page.goto(list.page);
  expect(await checklistOn(page, list.id).status.textContent()).toBe(`${ticks} of ${list.steps} done`);
}

test.concurrent.for(kindsByWidth)(
  'nothing moves when the script arrives and shows what was ticked: $kind, $width pixels wide',
  async ({ path, width }, { page, complaints }) => {
    await leaveTicks(page, 3);
    await page.setViewportSize({ width, height: 900 });
    await watchMovement(page);
    const release = await holdScripts(page);
    await page.goto(path, { waitUntil: 'commit' });
    await page.waitForFunction(
      () => document.readyState === 'interactive' && performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    await movement(page);

    release();
    await page.waitForFunction(() => document.querySelector(':not(:defined)') === null);
    const { elements, shifts } = await movement(page);
    expect({ elements: elements.length, first: elements.slice(0, 3), shifts }).toEqual({ elements: 0, first: [], shifts: [] });
    expect(complaints).toEqual([]);
  },
);
