/** `test` with a browser: one Chromium for each test file, a fresh context and page for each test. */
import type { BrowserContextOptions } from 'playwright-core';
import { inject, test as plainTest } from 'vitest';
import { openBrowser } from './browser.ts';
import { complaintsOf } from './complaints.ts';

/** The site's address as a page of it names its own origin. */
export const site = inject('site');

/** Milliseconds. Far more than anything here takes, far less than the time limit of a test, so that what fails says what it waited for. */
const patience = 15_000;

export const test = plainTest
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await openBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // Opens one more context, for a test that needs its own kind.
  .extend('openContext', ({ browser }, { onCleanup }) => {
    const contexts: { close: () => Promise<void> }[] = [];
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()));
    });
    return async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ baseURL: site, ...options });
      context.setDefaultTimeout(patience);
      contexts.push(context);
      return context;
    };
  })
  .extend('context', ({ openContext }) => openContext())
  .extend('page', ({ context }) => context.newPage())
  // What the page has done so far that no page of this site should.
  .extend('complaints', ({ page }) => complaintsOf(page));
