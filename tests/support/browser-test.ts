/** `test` with a browser: one Chromium for all files of a worker, a fresh context and page for each test. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, test as plainTest } from 'vitest';
import { site } from './addresses.ts';
import { openBrowser } from './browser.ts';
import { complaintsOf } from './complaints.ts';

/**
 * Milliseconds for one step. Far more than any takes on the busiest machine, and far less than the time limit of a test (vitest.config.ts), so
 * that what fails says what it waited for.
 */
const patience = 60_000;

/** Expects what is not so at once: what another tab does, for one, arrives a moment later. */
export const eventually = <Value>(value: () => Value | Promise<Value>) => expect.poll(value, { timeout: patience, interval: 20 });

/**
 * Its pages open paths below `baseURL`, which is the site's address unless another is given. `serviceWorkers: 'allow'` lets the browser keep a copy of the site. Else it is one that can't: what a test opens
 * then is what is served.
 */
export async function openContext(browser: Browser, { baseURL = site, ...options }: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  // Playwright's own way leaves out the path of a site that has one.
  context.on('page', (page) => {
    const goto = page.goto.bind(page);
    const reload = page.reload.bind(page);
    const goBack = page.goBack.bind(page);
    const goForward = page.goForward.bind(page);
    const waitForURL = page.waitForURL.bind(page);
    const waitForLoadState = page.waitForLoadState.bind(page);
    const ready = async <Answer>(opened: Promise<Answer>, { waitUntil = 'load' }: Parameters<Page['reload']>[0] = {}): Promise<Answer> => {
      const answer = await opened;
      if (waitUntil === 'load' && options.javaScriptEnabled !== false) await scriptsRun(page);
      return answer;
    };
    page.goto = (address, given) => ready(goto(address.startsWith('/') ? baseURL + address : address, given), given);
    page.reload = (given) => ready(reload(given), given);
    page.goBack = (given) => ready(goBack(given), given);
    page.goForward = (given) => ready(goForward(given), given);
    page.waitForURL = (address, given) => ready(waitForURL(address, given), given);
    page.waitForLoadState = (state = 'load', given) => ready(waitForLoadState(state, given), { waitUntil: state });
  });
  context.setDefaultTimeout(patience);
  // Not Playwright's way, which warns in the console of every page.
  if (options.serviceWorkers !== 'allow') await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  return context;
}

/**
 * A page has loaded before it asks for its scripts (src/lib/late-scripts.ts). What a test does next is meant for one whose scripts have run, or have failed, also where the test holds the clock, and with it
 * the frames that the page waits for; so they are asked for here too. As text, since Vitest makes another `import()` of it. Throws where a script hangs.
 */
const scriptsRun = (page: Page): Promise<unknown> =>
  Promise.race([
    page.evaluate(
      `Promise.allSettled((document.querySelector('[data-scripts]')?.dataset.scripts.split(' ') ?? []).map((name) => import(name))).then(() => {})`,
    ),
    setTimeout(patience, undefined, { ref: false }).then(() => {
      throw new Error(`the scripts of ${page.url()} neither run nor fail: wait for less, with waitUntil`);
    }),
  ]);

export const test = plainTest
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await openBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // Opens one more context, for a test that needs its own kind.
  .extend('openContext', ({ browser }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()));
    });
    return async (options?: BrowserContextOptions) => {
      const context = await openContext(browser, options);
      contexts.push(context);
      return context;
    };
  })
  .extend('context', ({ openContext: open }) => open())
  .extend('page', ({ context }) => context.newPage())
  // What the page has done so far that no page of this site should.
  .extend('complaints', ({ page }) => complaintsOf(page))
  // For those tests of a file that go through pages and only look: they do so one after another in one tab, since to open a new one takes longer than
  // most pages. Each says how wide it is and how it is drawn.
  .extend('tab', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    const context = await openContext(browser);
    onCleanup(() => context.close());
    return context.newPage();
  })
  .extend('tabWithoutScript', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    const context = await openContext(browser, { javaScriptEnabled: false });
    onCleanup(() => context.close());
    return context.newPage();
  });
