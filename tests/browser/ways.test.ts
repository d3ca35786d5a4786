/** The questions that lead to a way to step back: on their own page without script, and in the guide with it, where they leave no trace. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hrefTo, pathOf } from '../support/addresses.ts';
import { faultsByAxe } from '../support/axe.ts';
import { eventually, test } from '../support/browser-test.ts';
import { focused, press, tabTo } from '../support/keyboard.ts';
import { printedPages } from '../support/pdf.ts';
import { isLeftToBrowser } from '../support/press-for-a-tab.ts';
import { waysAndSeries } from '../support/ways.ts';

const page = '/tools/which-way/';
const guide = '/decide/ways-to-step-back/';
const phone = { width: 360, height: 640 };
const [afraid] = waysAndSeries.filter(({ way }) => way.id === 'save-report-block');
const [longest] = waysAndSeries.toSorted((one, other) => other.series.length - one.series.length);
if (!afraid || !longest) throw new Error('ways.yaml has no way for somebody who is afraid');

const island = (tab: Page): Locator => tab.locator('lt-ways');
/** What is shown in the guide, once it is: its script comes when somebody answers. */
const shownIn = (tab: Page): Locator => island(tab).locator('section');
/** Without blanks, as a printed page is read. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

const answer = (within: Locator, label: string): Promise<void> => within.getByRole('link', { name: label, exact: true }).click();

/** What has the focus. After a press of the mouse, browsers draw nothing around it. */
const withFocus = (tab: Page): Promise<string> => tab.evaluate(() => (document.activeElement as HTMLElement).innerText);

/** Everything that a browser could remember of what was answered. */
const traces = (tab: Page): Promise<object> =>
  tab.evaluate(async () => ({
    address: location.href,
    entries: history.length,
    state: history.state as unknown,
    kept: [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage)),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));

describe('without script', () => {
  test.for(waysAndSeries)('links lead to $way.id', async ({ way, series }, { tabWithoutScript: tab }) => {
    await tab.setViewportSize(phone);
    await tab.goto(guide);
    const [first, ...rest] = series;
    await answer(island(tab), first?.answer ?? '');
    for (const { ask, answer: label } of rest) {
      const shown = tab.locator('.ways > :target');
      expect(await shown.getByRole('heading').innerText()).toBe(ask);
      expect(await tab.locator('.ways > section:visible').count()).toBe(1);
      await answer(shown, label);
    }
    const shown = tab.locator('.ways > :target');
    expect(await shown.getByRole('heading').innerText()).toBe(way.title);
    expect(pathOf(tab.url())).toBe(page);
    // What was answered can't be read from the address, which stays in the history.
    expect(new URL(tab.url()).hash).toMatch(/^#way\.[a-z]$/);
    expect(await shown.locator('.start > a').getAttribute('href')).toBe(hrefTo(way.start.to));
    expect(await shown.getByRole('link', { name: way.more.label, exact: true }).getAttribute('href')).toBe(hrefTo(way.more.to));
  });

  test('Back leads one question back each time, and Start again to the first', async ({ tabWithoutScript: tab }) => {
    await tab.goto(`${page}#question.1`);
    const shown = tab.locator('.ways > :target');
    for (const { answer: label } of longest.series) await answer(shown, label);
    for (const { ask } of longest.series.toReversed()) {
      await answer(shown, 'Back');
      expect(await shown.getByRole('heading').innerText()).toBe(ask);
    }
    for (const { answer: label } of longest.series) await answer(shown, label);
    await answer(shown, 'Start again');
    expect(await shown.getByRole('heading').innerText()).toBe(longest.series[0]?.ask);
  });

  test('all stand below each other where the address leads to none, each with its number or letter', async ({ tabWithoutScript: tab }) => {
    await tab.goto(page);
    const places = tab.locator('.ways > section');
    expect(await places.evaluateAll((all) => all.every((place) => place.checkVisibility()))).toBe(true);
    const signs = await places.locator('h2').evaluateAll((all) => all.map((heading) => heading.dataset['sign']));
    expect(new Set(signs).size).toBe(await places.count());
    // Each answer says where it leads: to the place that has that sign.
    const leads = await tab
      .locator('.ways li > a')
      .evaluateAll((links) =>
        (links as HTMLAnchorElement[]).map(({ hash, dataset }) => [
          dataset['to'],
          document.querySelector<HTMLElement>(`[id="${hash.slice(1)}"] h2`)?.dataset['sign'],
        ]),
      );
    expect(leads.length).toBeGreaterThan(10);
    for (const [said, there] of leads) expect(said).toBe(there);
  });

  test('on paper they are a chart, of which nothing is left out, whatever the address leads to', async ({ tabWithoutScript: tab }) => {
    await tab.goto(`${page}#way.b`);
    const printed = await printedPages(await tab.pdf({ format: 'A4' }));
    const text = printed.map((each) => each.text).join('');
    for (const { way, series } of waysAndSeries)
      for (const said of [way.title, ...series.map(({ ask }) => ask)]) expect(text).toContain(squeezed(said));
    // An arrow is no letter that every reader of printed pages knows.
    expect(text).toMatch(/Yes\P{L}?A/u);
    expect(text).toMatch(/No\P{L}2/u);
  });

  test('each fits on the screen of a phone, but for what follows it', async ({ tabWithoutScript: tab }) => {
    await tab.setViewportSize(phone);
    await tab.goto(page);
    const ids = await tab.locator('.ways > section').evaluateAll((all) => all.map(({ id }) => id));
    for (const id of ids) {
      await tab.goto(`${page}#${id}`);
      const shown = tab.locator('.ways > :target');
      const top = await shown.evaluate((place) => place.getBoundingClientRect().top);
      expect(top, id).toBeGreaterThanOrEqual(0);
      expect(top, id).toBeLessThan(phone.height / 4);
      const last = shown.locator('ul, dl');
      const bar = await tab
        .locator('lt-leave > div')
        .evaluateAll(([leave]) => (leave?.checkVisibility() ? leave.getBoundingClientRect().top : innerHeight));
      expect(await last.evaluate((list) => list.getBoundingClientRect().bottom), id).toBeLessThanOrEqual(bar);
    }
  });
});

describe('somebody who is afraid', () => {
  test('is asked first, is told of danger first, begins with one press, and can leave at once', async ({ page: tab }) => {
    await tab.setViewportSize(phone);
    await tab.goto(`${page}#question.1`);
    const leave = tab.locator('lt-leave > div');
    expect(await leave.isVisible()).toBe(false);
    await answer(tab.locator('.ways > :target'), 'Yes');
    const shown = tab.locator('.ways > :target');
    expect(await shown.locator('p').first().innerText()).toMatch(/^If you are in danger, call/);
    expect(await leave.isVisible()).toBe(true);
    await shown.locator('.start > a').click();
    await tab.waitForURL((url) => pathOf(url.href) === '/checklists/someone-is-bothering-me/');
  });

  test('finds in the guide a link to leave it', async ({ page: tab }) => {
    await tab.goto(guide);
    await answer(island(tab), 'Yes');
    expect(
      await shownIn(tab)
        .getByRole('link', { name: /^Leave this page/ })
        .getAttribute('href'),
    ).toBe('https://www.bbc.com/weather');
    expect(await island(tab).locator('lt-leave').count()).toBe(0);
  });
});

describe('in the guide, with script', () => {
  test.for(waysAndSeries)(
    '$way.id is reached by keyboard alone, and leaves no trace',
    async ({ way, series }, { page: tab, complaints }) => {
      await tab.goto(guide);
      const before = await traces(tab);
      for (const [index, { ask, answer: label }] of series.entries()) {
        if (index === 0) await tabTo(tab, label);
        else {
          await eventually(() => shownIn(tab).getByRole('heading').innerText()).toBe(ask);
          // What is asked is said, and from there Tab leads through the answers.
          expect(await focused(tab)).toBe(ask);
          await tabTo(tab, label);
        }
        await tab.keyboard.press('Enter');
      }
      await eventually(() => shownIn(tab).getByRole('heading').innerText()).toBe(way.title);
      expect(await focused(tab)).toBe(way.title);
      const rest: string[] = [];
      while (!rest.includes('Start again')) rest.push(await press(tab, 'Tab'));
      expect(rest).toEqual(expect.arrayContaining([way.start.label, way.more.label, 'Back', 'Start again']));
      expect(await traces(tab)).toEqual(before);
      expect(complaints).toEqual([]);
    },
  );

  test('Back leads one question back each time, with the focus on it, and from the second to the beginning', async ({ page: tab }) => {
    await tab.goto(guide);
    const served = await island(tab).innerHTML();
    const [first, ...rest] = longest.series;
    await answer(island(tab), first?.answer ?? '');
    for (const { answer: label } of rest) await answer(shownIn(tab), label);
    for (const { ask } of rest.toReversed()) {
      await answer(shownIn(tab), 'Back');
      expect(await withFocus(tab)).toBe(ask);
    }
    await answer(shownIn(tab), 'Back');
    expect(await withFocus(tab)).toBe(first?.ask);
    expect((await island(tab).innerHTML()).replace(/ tabindex="-1"/, '')).toBe(served);
    // And all of it works once more.
    await answer(island(tab), first?.answer ?? '');
    await answer(shownIn(tab), rest[0]?.answer ?? '');
    await answer(shownIn(tab), 'Start again');
    expect(await withFocus(tab)).toBe(first?.ask);
  });

  test('whoever comes back to the page finds the first question', async ({ page: tab }) => {
    await tab.goto(guide);
    const served = await island(tab).innerHTML();
    await answer(island(tab), 'Yes');
    await shownIn(tab).waitFor();
    await tab.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    expect(await island(tab).innerHTML()).toBe(served);
  });

  test('a press with a key that opens a tab leaves the link to the browser', async ({ page: tab }) => {
    await tab.goto(guide);
    expect(await isLeftToBrowser(island(tab).getByRole('link', { name: 'No' }))).toBe(true);
    expect(await shownIn(tab).count()).toBe(0);
  });

  test('nothing of it is loaded before somebody answers', async ({ page: tab }) => {
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await tab.goto(guide, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /\/walk\.|places\.txt/.test(path))).toEqual([]);
    await answer(island(tab), 'No');
    await shownIn(tab).waitFor();
    expect(asked.filter((path) => /\/walk\.|places\.txt/.test(path))).toHaveLength(2);
  });

  test.for([
    { what: 'its script is not there', files: /\/walk\.[^/]+\.js$/, status: 404 },
    { what: 'its script is refused', files: /\/walk\.[^/]+\.js$/, status: undefined },
    { what: 'the questions are not there', files: /places\.txt$/, status: 404 },
    { what: 'the questions are refused', files: /places\.txt$/, status: undefined },
    { what: 'something else comes for the questions', files: /places\.txt$/, status: 200 },
  ])('where $what, the link is followed', async ({ files, status }, { page: tab }) => {
    await tab.route(files, (route) =>
      status ? route.fulfill({ status, contentType: 'text/html', body: '<p>Sign in to this network</p>' }) : route.abort(),
    );
    await tab.goto(guide);
    await answer(island(tab), 'No');
    await tab.waitForURL((url) => pathOf(url.href) + url.hash === `${page}#question.2`);
  });

  test('where it does not come, the second press follows the link', async ({ page: tab }) => {
    await tab.route(/places\.txt$/, () => Promise.resolve());
    await tab.goto(guide);
    const yes = island(tab).getByRole('link', { name: 'Yes' });
    await Promise.all([tab.waitForRequest(/places\.txt$/), yes.click()]);
    await yes.click();
    await tab.waitForURL((url) => pathOf(url.href) + url.hash === `${page}#way.a`);
  });
});

describe.for([
  { colours: 'light', options: { colorScheme: 'light', forcedColors: 'none' } },
  { colours: 'dark', options: { colorScheme: 'dark', forcedColors: 'none' } },
  { colours: 'forced', options: { colorScheme: 'light', forcedColors: 'active' } },
] as const)('in $colours colours, at 320 pixels', ({ options }) => {
  test('axe finds no fault with a question or a way, on either page, and nothing scrolls sideways', async ({ openContext }) => {
    const tab = await (await openContext({ viewport: { width: 320, height: 640 }, ...options })).newPage();
    const expectSound = async (where: string): Promise<void> => {
      expect(await faultsByAxe(tab), where).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(320);
    };
    await tab.goto(guide);
    await answer(island(tab), 'No');
    await shownIn(tab).waitFor();
    await expectSound('a question in the guide');
    await answer(shownIn(tab), 'LinkedIn as a whole');
    await expectSound('a way in the guide');
    for (const hash of ['', '#question.2', '#way.a']) {
      await tab.goto(page + hash);
      await expectSound(hash);
    }
  });

  test('what can be pressed has an edge, and is large enough for a finger', async ({ openContext }) => {
    const tab = await (await openContext({ viewport: { width: 320, height: 640 }, ...options })).newPage();
    await tab.goto(guide);
    await answer(island(tab), 'No');
    await shownIn(tab).waitFor();
    const sizes = await shownIn(tab)
      .locator('li > a')
      .evaluateAll((links) =>
        links.map((link) => [link.getBoundingClientRect().height, parseFloat(getComputedStyle(link).borderTopWidth)]),
      );
    expect(sizes.length).toBeGreaterThan(1);
    for (const [height, edge] of sizes) {
      expect(height).toBeGreaterThanOrEqual(40);
      expect(edge).toBeGreaterThanOrEqual(1);
    }
  });
});

test('on a phone, the question and the first row of the table stand on the first screen of the guide', async ({ page: tab }) => {
  await tab.setViewportSize(phone);
  await tab.goto(guide);
  const table = tab.locator('.prose table').first();
  for (const part of [island(tab), table.getByRole('link').first()])
    expect(await part.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThanOrEqual(phone.height);
});

test.for([
  { query: 'which way to step back', found: page },
  { query: 'remove or unfollow', found: page },
  { query: 'help me decide', found: page },
  // The questions stand at its head.
  { query: 'block or remove', found: guide },
])('the search leads to them by “$query”', async ({ query, found }, { page: tab }) => {
  await tab.goto('/search/');
  await tab.locator('main lt-search input').fill(query);
  const results = tab.locator('#search-results li > a');
  const first = async (): Promise<string[]> =>
    (await results.evaluateAll((all) => all.slice(0, 3).map((link) => link.getAttribute('href') ?? ''))).map(pathOf);
  await eventually(first).toContain(found);
});
