/** The evidence as people use it in a real Chromium, most of it with JavaScript off: filters, links that open folds, the keyboard, paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import type { EvidenceData } from '../../src/lib/evidence/data.ts';
import { site, test } from '../support/browser-test.ts';

const { claims } = JSON.parse(readFileSync(join(inject('siteFolder'), 'evidence.json'), 'utf8')) as EvidenceData;

const withoutScript = test.extend('page', async ({ openContext }) => (await openContext({ javaScriptEnabled: false })).newPage());

/** The page of all evidence is long: it is opened once for the cases that only choose among its filters, each of which begins with none chosen. */
const chosenOn = test
  .extend('catalogue', { scope: 'file' }, async ({ tabWithoutScript }) => {
    await tabWithoutScript.goto('/evidence/');
    return tabWithoutScript;
  })
  .extend('page', async ({ catalogue }) => {
    await catalogue.getByRole('button', { name: 'Show all', exact: true }).click();
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

const choose = (page: Page, value: string): Promise<void> => page.locator(`[value="${value}"]`).check();
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
      await page.locator('select').selectOption(topic);
      await expectShown(
        page,
        idsOf((claim) => claim.topic === topic),
      );
    }
  });

  chosenOn('combine, and hide the heading of a topic with its last claim', async ({ page }) => {
    await choose(page, 'likely');
    await choose(page, 'disagree');
    await expectShown(
      page,
      idsOf((claim) => claim.verdict === 'likely' && claim.agreement === 'disagree'),
    );
    await page.locator('select').selectOption('effects');
    await expectShown(
      page,
      idsOf((claim) => claim.verdict === 'likely' && claim.agreement === 'disagree' && claim.topic === 'effects'),
    );
  });

  chosenOn('say so where nothing is left, and lead back to everything', async ({ page }) => {
    await choose(page, 'due');
    await expectShown(page, []);
    await page.getByRole('button', { name: 'Show all claims' }).click();
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
    await page.locator('[name="verdict"][value="all"]').focus();
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
    expect(await page.locator('details[open]').count()).toBe(1);
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
  withoutScript('every side, every address and every date of a claim is there, and nothing to press', async ({ page }) => {
    await page.goto('/evidence/');
    expect(await filtersOf(page).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const notified = page.locator('[id="notified"]');
    expect(
      await notified.locator('[data-stance] li').evaluateAll((all) => all.every((side) => side.getBoundingClientRect().height > 0)),
    ).toBe(true);
    const link = notified.locator('[data-stance] a[rel]').first();
    const printed = await link.evaluate((anchor) => getComputedStyle(anchor, '::after').content);
    expect(printed).toContain((await link.getAttribute('href')) ?? 'no address');
    expect(await notified.getByText('22 May 2027').isVisible()).toBe(true);
    expect(await filtersOf(page).isVisible()).toBe(false);
  });
});

describe('in forced colours', () => {
  test('what is chosen still differs from what is not', async ({ openContext }) => {
    const page = await (await openContext({ forcedColors: 'active' })).newPage();
    await page.goto('/evidence/');
    const widths = await page
      .getByRole('group', { name: 'Verdict' })
      .locator('label')
      .evaluateAll((labels) => labels.map((label) => [label.querySelector('input')?.checked, getComputedStyle(label).borderTopWidth]));
    const chosen = widths.filter(([checked]) => checked).map(([, width]) => width);
    const others = widths.filter(([checked]) => !checked).map(([, width]) => width);
    expect(chosen).toHaveLength(1);
    expect(others).not.toContain(chosen[0]);
  });
});
