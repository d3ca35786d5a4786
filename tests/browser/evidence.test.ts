/** The evidence as people use it in a real Chromium, most of it with JavaScript off: filters, links that open folds, the keyboard, paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import type { EvidenceData } from '../../src/lib/evidence/data.ts';
import { site } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';

const { claims } = JSON.parse(readFileSync(join(inject('siteFolder'), 'evidence.json'), 'utf8')) as EvidenceData;

const withoutScript = test.extend('page', async ({ openContext }) => (await openContext({ javaScriptEnabled: false })).newPage());

/** The page of all evidence is long: it is opened once for the cases that only choose among its filters, each of which begins with none chosen. */
const chosenOn = test
  .extend('catalogue', { scope: 'file' }, async ({ tabWithoutScript }) => {
    await tabWithoutScript.goto('/evidence/');
    return tabWithoutScript;
  })
  .extend('page', async ({ catalogue }) => {
    const showAll = catalogue.getByRole('button', { name: 'Show all' });
    if (await showAll.isVisible()) await showAll.click();
    return catalogue;
  });

/** The ids of the claims that are drawn, and the topics whose heading is. */
async function shownOn(page: Page): Promise<{ ids: string[]; topics: number }> {
  return page.locator('main').evaluate((main) => {
    const drawn = (element: Element): boolean => element.getBoundingClientRect().height > 0;
    return {
      ids: [...main.querySelectorAll('article')].filter(drawn).map((entry) => entry.querySelector('details > [id]')?.id ?? ''),
      topics: [...main.querySelectorAll('[data-topic] h3')].filter(drawn).length,
    };
  });
}
const idsOf = (holds: (claim: EvidenceData['claims'][number]) => boolean): string[] => claims.filter(holds).map(({ id }) => id);
const topicsOf = (ids: readonly string[]): number => new Set(claims.filter(({ id }) => ids.includes(id)).map(({ topic }) => topic)).size;

async function expectShown(page: Page, ids: readonly string[]): Promise<void> {
  const shown = await shownOn(page);
  expect(shown.ids.toSorted()).toEqual([...ids].sort());
  expect(shown.topics).toBe(topicsOf(ids));
}

const choose = (page: Page, value: string): Promise<void> => page.locator(`form [value="${value}"]`).check();
const filtersOf = (page: Page) => page.getByRole('form', { name: 'Filter the claims' });

describe('the filters, without script', () => {
  withoutScript('show everything at first', async ({ page }) => {
    await page.goto('/evidence/');
    await expectShown(
      page,
      idsOf(() => true),
    );
  });

  for (const verdict of ['confirmed', 'supported', 'likely', 'contested', 'outdated', 'unknown', 'opinion'] as const)
    chosenOn(`leave the claims with the verdict "${verdict}"`, async ({ page }) => {
      await choose(page, verdict);
      await expectShown(
        page,
        idsOf((claim) => claim.verdict === verdict),
      );
    });

  for (const agreement of ['disagree', 'agree', 'single', 'none'] as const)
    chosenOn(`leave the claims whose sources stand like this: "${agreement}"`, async ({ page }) => {
      await choose(page, agreement);
      await expectShown(
        page,
        idsOf((claim) => claim.agreement === agreement),
      );
    });

  chosenOn('leave one topic', async ({ page }) => {
    for (const topic of new Set(claims.map((claim) => claim.topic))) {
      await choose(page, topic);
      await expectShown(
        page,
        idsOf((claim) => claim.topic === topic),
      );
    }
  });

  chosenOn('leave the claims on which the two articles contradict each other', async ({ page }) => {
    await choose(page, 'articles');
    const { ids } = await shownOn(page);
    expect(ids).toContain('notified');
    expect(ids.length).toBeLessThan(10);
  });

  chosenOn('keep the count in view, and the way back to everything', async ({ page }) => {
    await choose(page, 'articles');
    const count = page.locator('[data-count]');
    expect(await count.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expectShown(
      page,
      idsOf(() => true),
    );
  });

  chosenOn('show which of them is chosen', async ({ page }) => {
    const looks = (): Promise<string[]> =>
      page
        .locator('label:has([value="unknown"])')
        .evaluateAll((labels) =>
          labels.map((label) => `${getComputedStyle(label).backgroundColor} ${getComputedStyle(label, '::before').content}`),
        );
    const before = await looks();
    await choose(page, 'unknown');
    expect(await looks()).not.toEqual(before);
  });

  withoutScript('hide nothing that a link points at', async ({ page }) => {
    await page.goto('/evidence/');
    await choose(page, 'opinion');
    await page.goto('/evidence/#notified');
    await choose(page, 'opinion');
    expect((await shownOn(page)).ids).toContain('notified');
  });

  withoutScript('work by keyboard, and send nothing on Enter', async ({ page }) => {
    await page.goto('/evidence/');
    await page.locator('[name="show"][value="all"]').focus();
    await page.keyboard.press('ArrowDown');
    await expectShown(
      page,
      idsOf((claim) => claim.verdict === 'confirmed'),
    );
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(`${site}/evidence/`);
    await expectShown(
      page,
      idsOf((claim) => claim.verdict === 'confirmed'),
    );
  });
});

describe('with script', () => {
  const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the claims' });
  const counted = (page: Page) => page.getByRole('status').filter({ hasText: 'claims are shown' }).textContent();
  const narrowed = async (page: Page): Promise<string[]> => (await shownOn(page)).ids;

  test('claims are found by words, beside what is chosen, and the count is told and in view', async ({ page, complaints }) => {
    await page.goto('/evidence/');
    await search(page).fill('Unfollow  SETTINGS');
    const found = await narrowed(page);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(40);
    expect(await counted(page)).toBe(`${found.length} of ${claims.length} claims are shown.`);
    expect(
      await page
        .getByRole('status')
        .filter({ hasText: 'claims' })
        .evaluate((e) => e.getBoundingClientRect().bottom <= innerHeight),
    ).toBe(true);
    await choose(page, 'likely');
    const both = await narrowed(page);
    expect(both).toEqual(found.filter((id) => claims.some((claim) => claim.id === id && claim.verdict === 'likely')));
    expect((await shownOn(page)).topics).toBe(topicsOf(both));
    await search(page).fill('zzz');
    expect(await counted(page)).toBe(`0 of ${claims.length} claims are shown.`);
    expect((await shownOn(page)).topics).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await counted(page)).toBe(`${claims.length} of ${claims.length} claims are shown.`);
    expect(new URL(page.url()).hash).toBe('');
    expect(complaints).toEqual([]);
  });

  test('the address keeps both on reload and on the way back, and nothing of it is sent', async ({ page }) => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.goto('/evidence/');
    await choose(page, 'likely');
    await search(page).fill('old page');
    const before = await narrowed(page);
    expect(new URL(page.url()).hash).toBe('#show=likely&find=old+page');
    expect(new URL(page.url()).search).toBe('');
    const same = async (): Promise<void> => {
      expect(await narrowed(page)).toEqual(before);
      expect(await search(page).inputValue()).toBe('old page');
      expect(await page.locator('form [value="likely"]').isChecked()).toBe(true);
    };
    await page.reload();
    await same();
    await page.goto('/about/');
    await page.goBack();
    await same();
    expect(sent.filter((address) => address.includes('old'))).toEqual([]);
  });

  test('a link to a claim shows it, whatever was chosen before', async ({ page }) => {
    await page.goto('/evidence/#show=opinion&find=zzz');
    expect(await narrowed(page)).toEqual([]);
    await page.evaluate(() => {
      location.hash = 'notified';
    });
    await eventually(() => page.locator('[id="notified"]').isVisible()).toBe(true);
  });

  test('what the address has wrong leaves everything', async ({ page }) => {
    await page.goto('/evidence/#show=nothing-of-ours');
    expect((await narrowed(page)).length).toBe(claims.length);
  });
});

test.for([true, false])(
  'on a phone a claim is two lines until it is opened, and the page at most 25 screens, with script: %s',
  async (script, { openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: script, viewport: { width: 360, height: 640 } })).newPage();
    await page.goto('/evidence/');
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(16_000);
    const heights = await page.locator('article').evaluateAll((all) => all.map((claim) => claim.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(56);
    await page.locator('article summary').first().click();
    expect(await page.locator('article').first().locator('b').first().isVisible()).toBe(true);
  },
);

describe('from a claim mark to both sides, without script', () => {
  withoutScript('takes two presses, by keyboard', async ({ page }) => {
    await page.goto('/understand/are-they-notified/');
    const mark = page.locator('a[href="#rests-on.notified"]').first();
    await mark.focus();
    await page.keyboard.press('Enter');
    const link = page.locator('[id="rests-on.notified"] a', { hasText: 'Both sides and all sources' });
    await link.waitFor({ state: 'visible' });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site}/evidence/#notified`);
    expect(await page.locator('[id="notified"] [data-stance]').first().isVisible()).toBe(true);
    expect(await page.locator('article details[open]').count()).toBe(1);
  });

  for (const width of [360, 1440])
    withoutScript(`lands where the question can be read, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      for (const id of ['notified', 'following-after', 'export-columns', 'unblock-place', 'invite-strangers']) {
        await page.goto('about:blank');
        await page.goto(`/evidence/#${id}`);
        const question = page
          .getByRole('article')
          .filter({ has: page.locator(`[id="${id}"]`) })
          .getByRole('heading');
        const top = await question.evaluate((heading) => heading.getBoundingClientRect().top);
        expect(top, id).toBeGreaterThanOrEqual(0);
        expect(top, id).toBeLessThan(400);
      }
    });
});

describe('on paper', () => {
  withoutScript('every side, every source and every date of a claim is there, and nothing to press', async ({ page }) => {
    await page.goto('/evidence/');
    await page.emulateMedia({ media: 'print' });
    const notified = page.locator('[id="notified"]');
    expect(
      await notified.locator('[data-stance] li').evaluateAll((all) => all.every((side) => side.getBoundingClientRect().height > 0)),
    ).toBe(true);
    expect(await notified.getByText('22 May 2027').isVisible()).toBe(true);
    expect(await filtersOf(page).isVisible()).toBe(false);
  });
});

test('all can be shown again where something is hidden, and the focus stays on the way there', async ({ page }) => {
  await page.goto('/evidence/');
  const showAll = page.getByRole('button', { name: 'Show all' });
  expect(await showAll.isVisible()).toBe(false);
  await page.goto('/evidence/#show=disputed');
  await page.reload();
  await page.getByRole('searchbox', { name: 'Search the claims' }).fill('premium');
  expect(await showAll.isVisible()).toBe(true);
  await showAll.focus();
  await page.keyboard.press('Enter');
  expect(await showAll.evaluate((button) => button === document.activeElement)).toBe(true);
  expect((await shownOn(page)).ids.length).toBe(claims.length);
});

describe('in forced colours', () => {
  test('what is chosen still differs from what is not', async ({ openContext }) => {
    const page = await (await openContext({ forcedColors: 'active' })).newPage();
    await page.goto('/evidence/');
    const widths = await filtersOf(page)
      .locator('label')
      .evaluateAll((labels) => labels.map((label) => [label.querySelector('input')?.checked, getComputedStyle(label).borderTopWidth]));
    const chosen = widths.filter(([checked]) => checked).map(([, width]) => width);
    const others = widths.filter(([checked]) => !checked).map(([, width]) => width);
    expect(chosen).toHaveLength(1);
    expect(others).not.toContain(chosen[0]);
  });
});
