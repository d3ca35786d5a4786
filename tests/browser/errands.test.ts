/** What people come for, walked on a phone from home: how many presses, and how far to the thing itself. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { eventually, test } from '../support/browser-test.ts';
import { checklistOn } from '../support/checklist-on-page.ts';

const phone = { width: 360, height: 640 };
/** In screens. */
const near = 1.2;

interface Errand {
  readonly name: string;
  /** What is pressed, from home on. */
  readonly presses: readonly ((page: Page) => Locator)[];
  /** What somebody came for. */
  readonly thing: (page: Page) => Locator;
  /** What must stand on the same screen. */
  readonly guard?: (page: Page) => Locator;
}

const main = (page: Page): Locator => page.locator('main');
const link =
  (name: string | RegExp) =>
  (page: Page): Locator =>
    main(page).getByRole('link', { name }).first();
const firstStep =
  (list: string) =>
  (page: Page): Locator =>
    checklistOn(page, list).element.getByRole('listitem').first();

const errands: readonly Errand[] = [
  { name: 'will they know?', presses: [], thing: link(/^Will they know/) },
  { name: 'remove somebody, on the website', presses: [link(/^How do I remove one/)], thing: firstStep('remove-from-list') },
  {
    name: 'remove somebody, in the app',
    presses: [link(/^How do I remove one/), (page) => page.getByRole('radio', { name: 'App' })],
    thing: firstStep('remove-in-app'),
    guard: (page) => checklistOn(page, 'remove-in-app').element.getByRole('link', { name: /save them first/ }),
  },
  { name: 'somebody bothers me', presses: [link(/^Someone is bothering me/)], thing: firstStep('someone-is-bothering-me') },
  { name: 'get the list of all connections', presses: [link('Remove many connections')], thing: firstStep('get-your-data') },
  {
    name: 'sort all connections',
    presses: [link('Sort all your connections')],
    thing: (page) => page.getByText('Choose your file'),
  },
  {
    name: 'sort all connections, from the guide on removing many',
    presses: [link('Remove many connections'), link('sort it here')],
    thing: (page) => page.getByText('Choose your file'),
  },
  {
    name: 'withdraw invitations',
    presses: [link('Contacts and invitations'), link(/withdraw/i)],
    thing: firstStep('withdraw-invitations'),
  },
  {
    name: 'who says what',
    presses: [link(/^Will they know/), link(/^Evidence: Is the removed person told/)],
    thing: (page) => page.getByRole('link', { name: 'Both sides and all sources' }).filter({ visible: true }).first(),
  },
  {
    name: 'my coach says to clean up',
    presses: [link('Who to keep')],
    thing: (page) => main(page).getByRole('heading', { level: 2 }).first(),
  },
  { name: 'build a better profile', presses: [link('Your profile')], thing: firstStep('profile') },
];

describe.each(errands)('$name', ({ presses, thing, guard }) => {
  test(`takes ${presses.length} presses, and ends near the thing`, async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto('/');
    for (const press of presses) {
      const control = press(page);
      await control.click();
      await page.waitForLoadState();
    }
    const screens = (place: Locator): Promise<number> => place.evaluate((element) => element.getBoundingClientRect().top / innerHeight);
    await eventually(() => screens(thing(page))).toBeLessThanOrEqual(near);
    expect(await screens(thing(page))).toBeGreaterThanOrEqual(0);
    if (guard) {
      expect(await screens(guard(page))).toBeGreaterThanOrEqual(0);
      expect(await screens(guard(page))).toBeLessThan(1);
    }
  });
});

test('where was I: one press, to the step itself', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/checklists/get-your-data/');
  await checklistOn(page, 'get-your-data').tick(1, 2);
  await page.goto('/');
  await page.locator('lt-under-way').getByRole('link').first().click();
  await page.waitForURL('**/checklists/get-your-data/#*');
  const step = checklistOn(page, 'get-your-data').element.getByRole('listitem').nth(2);
  await eventually(() =>
    step.evaluate(
      (element) =>
        element.matches(':target') && element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().top < innerHeight,
    ),
  ).toBe(true);
});
