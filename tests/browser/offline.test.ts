/** After one visit the site works without a network; a new version is told, and loaded when somebody wants it; and a worker that must go, goes. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { leavingWorker } from '../../src/lib/offline-copy.ts';
import { hrefTo } from '../support/addresses.ts';
import { eventually, openContext, test as plainTest } from '../support/browser-test.ts';
import { pages, siteFolder, words } from '../support/built-site.ts';
import { complaintsOf } from '../support/complaints.ts';
import { movement, watchMovement } from '../support/movement.ts';
import { ownServer, type OwnServer } from '../support/own-server.ts';
import { addressesOf, inDialog, openDialog, partsOf, search } from '../support/search-by-hand.ts';
import { fileAt } from '../support/site-files.ts';
import { root } from '../support/variants.ts';

const scratch = join(root, `.cache/offline-${process.pid}`);
const newVersion = join(scratch, 'new');
const halfNew = join(scratch, 'half');
const withoutCopy = join(scratch, 'without');

const hash = (content: string): string => createHash('sha256').update(content).digest('base64');

/** Makes a site of which every page was changed. Returns its worker, which knows the changed pages, as a build of them would write it. */
function changed(folder: string, change: (html: string) => string): string {
  cpSync(siteFolder, folder, { recursive: true });
  let worker = readFileSync(join(siteFolder, 'sw.js'), 'utf8');
  for (const { html, path } of pages) {
    const now = change(html);
    writeFileSync(fileAt(folder, path), now);
    const entry = (text: string): string => `"${hash(text).slice(0, 8)}",integrity:"sha256-${hash(text)}"`;
    if (!worker.includes(entry(html))) throw new Error(`The worker does not know ${path}`);
    worker = worker.replace(entry(html), () => entry(now));
  }
  return worker;
}

let host: OwnServer;

beforeAll(async () => {
  const worker = changed(newVersion, (html) => html.replace(/<h1[^>]*>/, '$&New: '));
  cpSync(siteFolder, halfNew, { recursive: true });
  for (const folder of [newVersion, halfNew]) writeFileSync(join(folder, 'sw.js'), worker);
  // What a build with OFFLINE=off makes (tests/site/offline-copy.test.ts).
  changed(withoutCopy, (html) => html.replace('<lt-new-version></lt-new-version>', '').replace('<main', '<main data-without'));
  writeFileSync(join(withoutCopy, 'sw.js'), leavingWorker);
  host = await ownServer(siteFolder, hrefTo(''));
});

afterAll(async () => {
  await host.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** A browser that keeps a copy after its first visit. */
const test = plainTest
  .extend('visited', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    const context = await openContext(browser, { serviceWorkers: 'allow', baseURL: host.address });
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
const kept = (page: Page) =>
  page.evaluate(async () => ({ caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length }));

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
        await tab.goto(`${path}?from=elsewhere#main`, { waitUntil: 'domcontentloaded' });
        expect(plainText(await heading(tab).innerText()), path).toBe(words(document.querySelector('main h1')));
      }
    });
    expect(tabComplaints).toEqual([]);
  });

  test('a page opens without the slash at its end, and by the name of its file', async ({ tab, tabComplaints }) => {
    await withoutHost(async () => {
      for (const ending of ['', '/index.html'])
        for (const more of ['', '?from=else/where', '#m.1']) {
          await tab.goto(`/remove/one-connection${ending}${more}`);
          expect(await heading(tab).innerText()).toBe('How do I remove one connection?');
          expect(tab.url()).toBe(`${host.address}/remove/one-connection/${more}`);
        }
      await tab.goto('/nowhere');
      expect(await heading(tab).innerText()).toBe('This page is not here.');
    });
    expect(tabComplaints).toEqual([]);
  });

  test('the search finds known answers and places in the text', async ({ tab, tabComplaints }) => {
    await withoutHost(async () => {
      await tab.goto('/search/?q=block');
      await tab.getByRole('heading', { name: 'In the text' }).waitFor();
      await tab.goto('/remove/one-connection/');
      await openDialog(tab);
      await search(tab, inDialog, 'undo a removal');
      expect(await addressesOf(partsOf(tab, inDialog).results)).toContain('/understand/undo-a-removal/');
    });
    expect(tabComplaints).toEqual([]);
  });

  test('what is not there says so, and what may be the reason', async ({ tab }) => {
    await withoutHost(async () => {
      await tab.goto('/nowhere/');
      expect(await heading(tab).innerText()).toBe('This page is not here.');
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

describe('where no copy can be kept, the site works as without', () => {
  /** Opens a page and a second one from it, with what was done to the browser. Returns what there is to complain of. */
  async function useWithout(
    context: BrowserContext,
    prepare: (page: Page) => Promise<unknown>,
  ): Promise<{ page: Page; complaints: readonly string[] }> {
    const page = await context.newPage();
    const complaints = await complaintsOf(page);
    // What becomes of the worker is written where a test can see it.
    await page.addInitScript(() => {
      const container = navigator.serviceWorker;
      const register = container.register.bind(container);
      container.register = async (...given) => {
        const registration = await register(...given);
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          document.documentElement.dataset['worker'] = worker.state;
        });
        return registration;
      };
    });
    await prepare(page);
    await page.goto('/remove/one-connection/');
    return { page, complaints };
  }

  /** Once all that waits for idle time has had it. */
  const idle = async (page: Page): Promise<void> => {
    await line(page).getByRole('status').waitFor({ state: 'attached' });
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  };

  const works = async (page: Page): Promise<void> => {
    await page.goto('/checklists/engage/');
    await page.locator('lt-checklist li > input').first().check();
    await page.reload();
    expect(await page.locator('lt-checklist li > input').first().isChecked()).toBe(true);
  };

  test('the storage is full', async ({ openContext }) => {
    const context = await openContext({ serviceWorkers: 'allow', baseURL: host.address });
    const { page, complaints } = await useWithout(context, async (tab) => {
      await (
        await context.newCDPSession(tab)
      ).send('Storage.overrideQuotaForOrigin', { origin: new URL(host.address).origin, quotaSize: 100 });
    });
    await page.locator('html[data-worker=redundant]').waitFor();
    await works(page);
    expect(complaints).toEqual([]);
  });

  test('a worker is refused', async ({ openContext }) => {
    const { page, complaints } = await useWithout(await openContext({ serviceWorkers: 'allow', baseURL: host.address }), (tab) =>
      tab.addInitScript(() => {
        navigator.serviceWorker.register = () => Promise.reject(new DOMException('Refused', 'SecurityError'));
      }),
    );
    await idle(page);
    await works(page);
    expect((await kept(page)).workers).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('somebody saves data', async ({ openContext }) => {
    const { page, complaints } = await useWithout(await openContext({ serviceWorkers: 'allow', baseURL: host.address }), (tab) =>
      tab.addInitScript(() => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
      }),
    );
    await idle(page);
    await works(page);
    expect(await kept(page)).toEqual({ caches: [], workers: 0 });
    expect(complaints).toEqual([]);
  });

  test('a host has the worker of one version and pages of another', async ({ openContext }) => {
    host.folder = halfNew;
    const { page } = await useWithout(await openContext({ serviceWorkers: 'allow', baseURL: host.address }), () => Promise.resolve());
    await page.locator('html[data-worker=redundant]').waitFor();
    host.folder = siteFolder;
    await works(page);
  });
});

describe('a new version', () => {
  const box = (page: Page) => page.locator('lt-checklist li > input').first();
  const button = (page: Page) => line(page).getByRole('button', { name: 'Load it' });

  test('is told, and loaded when somebody wants it; what was ticked stays', async ({ visited, tab, tabComplaints, onTestFinished }) => {
    const other = await openTab(visited, onTestFinished);
    await watchMovement(tab);
    await tab.goto('/checklists/engage/');
    await box(tab).check();
    host.folder = newVersion;
    // A browser looks for a new worker whenever a page is opened.
    await tab.reload();
    await line(tab).getByRole('status').getByText('A new version of this site is here.').waitFor();
    expect((await movement(tab)).shifts).toEqual([]);
    expect(await heading(tab).innerText()).not.toMatch(/^New: /);
    await other.goto('/about/');
    expect(await heading(other).innerText()).not.toMatch(/^New: /);
    await button(other).waitFor();

    await button(tab).click();
    await eventually(() => heading(tab).innerText()).toMatch(/^New: /);
    await eventually(() => box(tab).isChecked()).toBe(true);
    expect(await heading(other).innerText()).not.toMatch(/^New: /);
    await withoutHost(async () => {
      await button(other).click();
      await eventually(() => heading(other).innerText()).toMatch(/^New: /);
    });
    await line(tab).getByRole('status').waitFor({ state: 'attached' });
    expect(await button(tab).count()).toBe(0);
    expect(tabComplaints).toEqual([]);
  });
});

test('who has everything forgotten has the copy forgotten too', async ({ openContext }) => {
  const context = await openContext({ serviceWorkers: 'allow', baseURL: host.address });
  await visit(context);
  const page = await context.newPage();
  await page.goto('/about/');
  await page.getByRole('button', { name: 'Forget everything on this device' }).click();
  await page.getByRole('button', { name: 'Forget', exact: true }).click();
  await eventually(() => kept(page)).toEqual({ caches: [], workers: 0 });
});

test('a worker that must go takes the copy with it, and the next page is of the new site', async ({ tab, tabComplaints }) => {
  host.folder = withoutCopy;
  await tab.goto('/');
  await eventually(() => kept(tab)).toEqual({ caches: [], workers: 0 });
  await tab.goto('/about/');
  expect(await tab.locator('main[data-without]').count()).toBe(1);
  expect(await tab.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  expect(tabComplaints).toEqual([]);
});
