/** How far it is to the thing: on a phone, what somebody came to do stands on the first screen or just below it. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';

const phone = { width: 360, height: 640 };
/** 1.2 screens, and 10. */
const reach = 1.2 * phone.height;
const length = 10 * phone.height;

const firstStep = 'lt-checklist ol > li';

/** The guides that are done, not only read, and where the doing begins: with a step, or with a choice of what to do that leads to its steps. */
const firstActs = {
  '/remove/one-connection/': firstStep,
  '/remove/many-connections/': firstStep,
  '/remove/contacts-and-invitations/': firstStep,
  '/remove/linked-apps/': firstStep,
  '/decide/ways-to-step-back/': 'tbody a',
  '/decide/take-a-break/': firstStep,
  '/decide/someone-is-bothering-me/': firstStep,
  '/understand/undo-a-removal/': firstStep,
};

const topOf = async (place: Locator): Promise<number> => place.evaluate((element) => element.getBoundingClientRect().top + scrollY);
const bottomOf = async (place: Locator): Promise<number> => place.evaluate((element) => element.getBoundingClientRect().bottom + scrollY);

async function openOnPhone(page: Page, address: string): Promise<void> {
  await page.setViewportSize(phone);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
}

describe.each(Object.entries(firstActs))('%s', (path, act) => {
  test('has its first act on the first screen or just below it', async ({ tab: page }) => {
    await openOnPhone(page, path);
    expect(await topOf(page.locator(`.prose :is(${act})`).filter({ visible: true }).first())).toBeLessThanOrEqual(reach);
  });

  test('ends within ten screens', async ({ tab: page }) => {
    await openOnPhone(page, path);
    expect(await bottomOf(page.locator('.prose'))).toBeLessThanOrEqual(length);
  });
});

test('a link to the app’s way has the guard on the same screen as the first step', async ({ page }) => {
  await openOnPhone(page, '/remove/one-connection/#in-the-app');
  const app = page.locator('[data-on="app"]');
  const guard = app.getByRole('link', { name: /save/i }).first();
  const step = app.locator(firstStep).first();
  const places = await Promise.all([guard, step].map((place) => place.evaluate((element) => element.getBoundingClientRect().top)));
  for (const place of places) {
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(phone.height);
  }
});
