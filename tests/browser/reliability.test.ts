/** What a page owes to old browsers, to small windows, to wrong clocks and to plain hosts: docs/reliability.md names each. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pathOf } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { fileOf, pageAt } from '../support/built-site.ts';
import { complaintsOf } from '../support/complaints.ts';
import { checklistOn } from '../support/checklist-on-page.ts';
import { isStarted, uses } from '../support/islands.ts';
import { pagesOfEachKind } from '../support/page-kinds.ts';
import { covered, seenThrough, textDrawn } from '../support/reading.ts';
import { forPlaywright, keptIn, madeUpZip, triageOn } from '../support/triage-on-page.ts';

const phone = { width: 360, height: 640 };
const checklist = 'withdraw-invitations';
const ownPage = '/checklists/withdraw-invitations/';

/** What a browser lacks: words of HTML and styles that mean nothing to it, and what its scripts do not find. */
const missing: readonly { what: string; words?: readonly string[]; script?: () => void; says: RegExp }[] = [
  { what: ':has()', words: [':has('], says: /IslandError: <lt-evidence>/ },
  { what: 'light-dark()', words: ['light-dark('], says: /^$/ },
  { what: 'popover', words: ['popover', 'Popover'], says: /IslandError: <lt-(menu|evidence)>/ },
  {
    what: 'dialog',
    script: () => {
      Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal');
      Reflect.deleteProperty(HTMLDialogElement.prototype, 'close');
    },
    says: /IslandError: <lt-search-link>/,
  },
  {
    what: 'custom elements',
    script: () => {
      Object.defineProperty(window, 'customElements', { value: undefined });
    },
    says: /^uncaught: .*undefined/,
  },
];

/** Lets the browser take these words for something that it does not know. Its context must let the changed styles pass. */
async function forget(page: Page, words: readonly string[]): Promise<void> {
  await page.route(/\/(_astro\/[^/]+\.js|[^/.]*|404\.html)$/, async (route) => {
    const file = fileOf(pathOf(route.request().url()));
    const text = words.reduce((known, word) => known.replaceAll(word, word.replace(/[a-z](?=\(?$)/i, 'q')), readFileSync(file, 'utf8'));
    await route.fulfill({ contentType: file.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8', body: text });
  });
}

const testOfOld = test.extend('pieces', { scope: 'file' }, async ({ tabWithoutScript }) => {
  await tabWithoutScript.setViewportSize(phone);
  const all = new Map<string, readonly string[]>();
  for (const { path } of pagesOfEachKind) {
    await tabWithoutScript.goto(path);
    all.set(
      path,
      (await textDrawn(tabWithoutScript)).filter(({ island }) => !island).map(({ what }) => what),
    );
  }
  return all;
});

describe.for(missing)('in a browser without $what', ({ words = [], script, says }) => {
  testOfOld('each kind of page reads, nothing lies on it, and what floats hides what is below', async ({ openContext, pieces }) => {
    const page = await (await openContext({ bypassCSP: true, viewport: phone })).newPage();
    const complaints = await complaintsOf(page);
    if (words.length > 0) await forget(page, words);
    if (script) await page.addInitScript(script);
    for (const [path, texts] of pieces) {
      await page.goto(path);
      const drawn = new Set((await textDrawn(page)).map(({ what }) => what));
      expect(
        texts.filter((text) => !drawn.has(text)),
        path,
      ).toEqual([]);
      expect(await covered(page), path).toEqual([]);
      expect(await seenThrough(page), path).toEqual([]);
    }
    expect(complaints.filter((complaint) => !says.test(complaint))).toEqual([]);
  });
});

describe('zoomed in to 400 %, which leaves 320 by 256 px of a window', () => {
  const zoomed = { width: 320, height: 256 };

  test.for(pagesOfEachKind)('$path has nothing that lies on its text, and all can be reached', async ({ path }, { tab }) => {
    await tab.setViewportSize(zoomed);
    await tab.goto(path);
    expect(await covered(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(zoomed.width);
  });

  /** Whether the browser brings what has the focus into the window, whole or as much as fits. */
  const isInSight = (page: Page): Promise<boolean> =>
    page.evaluate(() => {
      const { top, bottom, left, right } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
      return top >= -1 && bottom <= innerHeight + 1 && left >= -1 && right <= innerWidth + 1;
    });

  test('the menu, the search and what a mark opens can be read to their end and closed', async ({ page }) => {
    await page.setViewportSize(zoomed);
    await page.goto('/remove/one-connection/');
    for (const name of ['Menu', /^Remove · /]) {
      await page.getByRole('button', { name }).click();
      const links = page.locator('[popover]:popover-open a');
      expect(await links.count()).toBeGreaterThan(3);
      for (const link of [links.first(), links.last()]) {
        await link.focus();
        expect(await isInSight(page)).toBe(true);
      }
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+k');
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('searchbox').fill('remove');
    await dialog.locator('[data-answers=remove] li').first().waitFor();
    for (const part of [dialog.getByRole('link').last(), dialog.getByRole('searchbox'), dialog.getByRole('button', { name: 'Close' })]) {
      await part.focus();
      expect(await isInSight(page)).toBe(true);
    }
    await page.keyboard.press('Enter');
    await page.locator('main a[href^="#rests-on."]:visible').first().click();
    const entry = page.locator('lt-evidence > [popover]');
    for (const part of [entry.getByRole('link').first(), entry.getByRole('button', { name: 'Close' })]) {
      await part.focus();
      expect(await isInSight(page)).toBe(true);
    }
    await page.keyboard.press('Enter');
    expect(await entry.isVisible()).toBe(false);
  });
});

describe('a clock that is wrong', () => {
  test('set back, brings nothing back that was unticked since, and an undo still undoes', async ({ page, context }) => {
    await page.clock.setFixedTime('2026-11-27T12:00:00');
    await page.goto(ownPage);
    const list = checklistOn(page, checklist);
    await list.tick(1, 2);
    await page.clock.setFixedTime('2026-11-27T11:00:00');
    const otherPage = await context.newPage();
    await otherPage.goto(ownPage);
    await checklistOn(otherPage, checklist).untick(1);
    await eventually(() => list.ticked()).toEqual([2]);
    // By now nobody takes for a tick of this moment what the other tab did.
    await page.clock.setFixedTime('2026-11-27T11:01:00');
    await list.tick(3);
    expect(await list.ticked()).toEqual([2, 3]);
    await eventually(() => checklistOn(otherPage, checklist).ticked()).toEqual([2, 3]);
    await list.openFold();
    await list.button('Start again: Withdraw invitations you sent').click();
    await list.button('Untick').click();
    await page.clock.setFixedTime('2026-11-26T10:00:00');
    await list.button('Undo').click();
    expect(await list.ticked()).toEqual([2, 3]);
  });

  test('set ahead when something was ticked, keeps it, and leads back to it with its day', async ({ page, complaints }) => {
    await page.clock.setFixedTime('2031-03-03T12:00:00');
    await page.goto(ownPage);
    await checklistOn(page, checklist).tick(1);
    await page.clock.setFixedTime('2026-11-27T12:00:00');
    await page.goto('/checklists/engage/');
    await page.locator('lt-checklist li > input').first().check();
    await page.goto('/');
    const ways = page.locator('lt-under-way');
    await ways.getByText('And 1 more').click();
    expect(await ways.locator('small').allTextContents()).toEqual([
      'Step 2 of 6, last ticked on 3 March 2031',
      expect.stringMatching(/^Step 2 of \d+, last ticked today$/),
    ]);
    await page.goto(ownPage);
    expect(await checklistOn(page, checklist).ticked()).toEqual([1]);
    expect(complaints).toEqual([]);
  });

  test('set back, keeps no list of connections longer than its days, and no decision is lost', async ({ page }) => {
    await page.clock.setFixedTime('2026-11-27T12:00:00');
    const tool = triageOn(page);
    await tool.open();
    await tool.load(madeUpZip());
    await tool.decideOneByOne();
    await tool.card.press('k');
    await tool.go('save');
    await tool.keepList();
    await page.clock.setFixedTime('2026-11-20T12:00:00');
    await page.goto('/about/');
    await tool.open();
    await eventually(async () => JSON.stringify(await keptIn(page))).not.toContain('Fay Fiction');
    await tool.load(madeUpZip());
    await tool.go('list');
    expect(await tool.chosen('Ada Example')).toBe('keep');
  });
});

test('at an address without a slash at its end, where a host answers it, a page works as it does with one', async ({
  page,
  complaints,
}) => {
  await page.route(
    (url) => pathOf(url.href) === '/remove/one-connection',
    (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageAt('/remove/one-connection/').html }),
  );
  await page.goto('/remove/one-connection');
  for (const [tag, { act, works }] of Object.entries(uses)) {
    if (!(await isStarted(page, tag))) continue;
    await act(page);
    await works(page);
  }
  await page.getByRole('navigation', { name: 'About this site' }).getByRole('link', { name: 'Tips' }).click();
  await page.waitForURL('**/tips/');
  expect(complaints).toEqual([]);
});

test('a browser that starts no worker is told so where connections are sorted, and the page goes on', async ({ page, complaints }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  const tool = triageOn(page);
  await tool.open();
  await tool.field.setInputFiles(forPlaywright(madeUpZip()));
  await tool.problem.getByText(/This browser starts nothing/).waitFor();
  // Made-up people are read as all are.
  await tool.button('Try it with 500 made-up people').click();
  await tool.problem.getByText(/This browser starts nothing/).waitFor();
  await expect(tool.field.isEnabled()).resolves.toBe(true);
  expect(complaints).toEqual([]);
});
