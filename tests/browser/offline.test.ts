/** After one visit the site works without a network; a new version is told, and loaded when somebody wants it; and a worker that must go, goes. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { writeWorker } from '../../src/integrations/offline.ts';
import { leavingWorker } from '../../src/lib/offline-copy.ts';
import { eventually, test as plainTest } from '../support/browser-test.ts';
import { pages, siteFolder, words } from '../support/built-site.ts';
import { complaintsOf } from '../support/complaints.ts';
import { movement, watchMovement } from '../support/movement.ts';
import { ownServer, type OwnServer } from '../support/own-server.ts';
import { pagesOfEachKind } from '../support/page-kinds.ts';
import { root } from '../support/variants.ts';

const scratch = join(root, `.cache/offline-${process.pid}`);
const newVersion = join(scratch, 'new');
const withoutCopy = join(scratch, 'without');

/** A site of which every page was changed. */
function changed(folder: string, change: (html: string) => string): void {
  cpSync(siteFolder, folder, { recursive: true });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.html')) writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
}

let host: OwnServer;

beforeAll(async () => {
  changed(newVersion, (html) => html.replace('<h1>', '<h1>New: ').replace('<h1 ', '<h1 data-new '));
  await writeWorker(newVersion);
  // What a build with OFFLINE=off makes (tests/site/offline-copy.test.ts).
  changed(withoutCopy, (html) => html.replace('<lt-new-version></lt-new-version>', '').replace('<main', '<main data-without'));
  writeFileSync(join(withoutCopy, 'sw.js'), leavingWorker);
  host = await ownServer(siteFolder);
});

afterAll(async () => {
  await host.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** A browser that keeps a copy after its first visit. */
const test = plainTest
  .extend('visited', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    const context = await browser.newContext({ serviceWorkers: 'allow', baseURL: host.address });
    onCleanup(() => context.close());
    await visit(context);
    return context;
  })
  .extend('tab', ({ visited }, { onCleanup }) => openTab(visited, onCleanup))
  .extend('tabComplaints', ({ tab }) => complaintsOf(tab));

async function openTab(context: BrowserContext, onCleanup: (close: () => Promise<void>) => void): Promise<Page> {
  const page = await context.newPage();
  onCleanup(() => page.close());
  return page;
}

async function visit(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('/');
  await eventually(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)).toBe('activated');
  await page.close();
}

const heading = (page: Page) => page.locator('main h1');
const line = (page: Page) => page.locator('lt-new-version');
const kept = (page: Page) => page.evaluate(async () => ({ caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length }));

/** What somebody does while no host answers. */
async function withoutHost(work: () => Promise<void>): Promise<void> {
  await host.stop();
  try {
    await work();
  } finally {
    await host.start();
  }
}

const plainText = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('without a network, after one visit', () => {
  test('every page opens, whatever its address asks for', async ({ tab, tabComplaints }) => {
    await withoutHost(async () => {
      for (const { path, document } of pages) {
        await tab.goto(`${path}?from=elsewhere#main`);
        expect(plainText(await heading(tab).innerText()), path).toBe(words(document.querySelector('main h1')));
      }
    });
    expect(tabComplaints).toEqual([]);
  });

  test('the search finds known answers and places in the text', async ({ tab, tabComplaints }) => {
    await withoutHost(async () => {
      await tab.goto('/search/?q=undo+a+removal');
      await tab.locator('lt-search ol a').first().waitFor();
      await tab.goto('/remove/one-connection/');
      await tab.getByRole('link', { name: 'Search', exact: true }).first().click();
      await tab.getByRole('searchbox').fill('contradict each other');
      await tab.getByRole('searchbox').press('Enter');
      await tab.getByRole('dialog').getByText('In the text').waitFor();
    });
    expect(tabComplaints).toEqual([]);
  });

  test('what is not there says so, and what may be the reason', async ({ tab }) => {
    await withoutHost(async () => {
      await tab.goto('/nowhere/');
      expect(await heading(tab).innerText()).toBe('This tie leads nowhere.');
      expect(await tab.getByText('If you are offline').isVisible()).toBe(true);
    });
    await tab.goto('/evidence.json');
    expect(await tab.locator('main').count()).toBe(0);
  });

  test('connections are sorted', async ({ tab, tabComplaints }) => {
    await withoutHost(async () => {
      await tab.goto('/tools/triage/');
      await tab.getByRole('button', { name: 'Try it with 500 made-up people' }).click();
      await tab.getByRole('button', { name: 'Decide one by one' }).waitFor();
    });
    expect(tabComplaints).toEqual([]);
  });
});

