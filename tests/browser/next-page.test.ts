/** The next page is there before it is gone to, in whatever way a browser can do that; and what is meant by nobody is asked for by nobody. */
import type { Page } from 'playwright-core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { eventually, test as plainTest, site } from '../support/browser-test.ts';
import { siteFolder } from '../support/built-site.ts';
import { ownServer, type OwnServer } from '../support/own-server.ts';
import { openPrerendering } from '../support/prerendering.ts';

const checklist = '/checklists/engage/';
const guide = '/network/engage/';
const tick = 'lt-checklist li > input';

describe('where a browser prerenders', () => {
  let prerendering: Browser;
  let host: OwnServer;
  beforeAll(async () => {
    [prerendering, host] = await Promise.all([openPrerendering(), ownServer(siteFolder)]);
  });
  afterAll(() => Promise.all([prerendering.close(), host.stop()]));

  const test = plainTest.extend('ahead', async ({}, { onCleanup }) => {
    const context = await prerendering.createBrowserContext();
    onCleanup(() => context.close());
    const tab = await context.newPage();
    await tab.evaluateOnNewDocument(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    return tab;
  });

  const linkTo = (path: string): string => `main a[href="${path}"]`;

  test('a link that is pointed at opens at once, with what was ticked in between', async ({ ahead: page }) => {
    await page.goto(host.address + checklist);
    await page.hover(linkTo(guide));
    await eventually(() => host.early).toContain(guide);
    await page.locator(tick).click();
    await page.locator(linkTo(guide)).click();
    // In one question: the tab holds the other page from one moment to the next.
    const state = () =>
      page.evaluate((box) => {
        const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { activationStart: number })[];
        const wasReady = navigation !== undefined && navigation.activationStart > 0;
        return { path: location.pathname, wasReady, isTicked: document.querySelector<HTMLInputElement>(box)?.checked };
      }, tick);
    await eventually(state).toEqual({ path: guide, wasReady: true, isTicked: true });
  });

  test('a link to a place on the page, and one to a file, open nothing', async ({ ahead: page }) => {
    await page.goto(`${host.address}/evidence/sources/`);
    const before = host.early.length;
    await page.evaluate(() => {
      for (const [id, href] of [
        ['place', '#main'],
        ['file', '/evidence.json'],
      ] as const)
        document.querySelector('main')?.prepend(Object.assign(document.createElement('a'), { id, href, textContent: id }));
    });
    await page.hover('#place');
    await page.hover('#file');
    await page.hover('footer a[href="/about/"]');
    await eventually(() => host.early.slice(before)).toEqual(['/about/']);
  });
});

describe('where a browser knows no rules for it', () => {
  const test = plainTest
    .extend('page', async ({ context }) => {
      await context.addInitScript(() => {
        HTMLScriptElement.supports = () => false;
      });
      const page = await context.newPage();
      // What this browser would do by itself.
      await page.route(site + checklist, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace('type="speculationrules"', 'type="none"') });
      });
      return page;
    })
    .extend('asked', ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'fetch') asked.push(new URL(request.url()).pathname);
      });
      return asked;
    });

  const open = async (page: Page): Promise<void> => {
    const ready = page.waitForResponse(/fetch-next-pages/);
    await page.goto(checklist);
    await ready;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  };
  const linkTo = (page: Page, path: string) => page.locator(`main a[href="${path}"]`).first();

  test('a link that is pointed at is asked for, once', async ({ page, asked, complaints }) => {
    await open(page);
    await linkTo(page, guide).hover();
    await eventually(() => asked).toEqual([guide]);
    await page.locator('main h1').hover();
    await linkTo(page, guide).hover();
    await linkTo(page, guide).dispatchEvent('pointerdown');
    expect(asked).toEqual([guide]);
    expect(complaints).toEqual([]);
  });

  test('one that is pressed is asked for at the press', async ({ page, asked }) => {
    await open(page);
    await linkTo(page, guide).dispatchEvent('pointerdown');
    expect(await page.evaluate(() => document.readyState)).toBe('complete');
    await eventually(() => asked).toEqual([guide]);
  });

  test('one that the pointer only passes is not, nor a place on this page, a file, or another site', async ({ page, asked }) => {
    await open(page);
    await page.evaluate((path) => {
      const over = (element: Element | null) => element?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      const link = (href: string): HTMLAnchorElement => Object.assign(document.createElement('a'), { href });
      const others = ['#main', '/evidence.json', 'https://elsewhere.example/'].map(link);
      document.querySelector('main')?.append(...others);
      over(document.querySelector(`main a[href="${path}"]`));
      for (const other of others) {
        over(other);
        other.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      }
      over(document.querySelector('h1'));
    }, guide);
    await linkTo(page, '/checklists/').hover();
    await eventually(() => asked).toEqual(['/checklists/']);
  });

  test('where data are saved, or a copy of all pages is there, nothing is', async ({ page, asked }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await open(page);
    await linkTo(page, guide).dispatchEvent('pointerdown');
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: undefined });
      Object.defineProperty(navigator, 'serviceWorker', { value: { controller: {} } });
    });
    await open(page);
    await linkTo(page, guide).dispatchEvent('pointerdown');
    await page.evaluate(() => fetch('/robots.txt'));
    expect(asked).toEqual(['/robots.txt']);
  });
});
