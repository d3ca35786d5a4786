/**
 * A Chromium on a slow line and a slow phone. Puppeteer drives it, since Playwright does so in a way in which Chromium prerenders nothing: it is told of tabs, and not
 * of the page within alone.
 */
import puppeteer, { type Browser, type BrowserContext, type CDPSession, type Page } from 'puppeteer-core';
import { findBrowser, quiet } from '../support/browser.ts';
import { wholeChromiumPath } from '../support/engines/find.ts';
import { line } from './slow-line.ts';

/** CSS pixels: the phone that Lighthouse takes. */
const viewport = { width: 412, height: 823 };

/** In a browser that has seen nothing yet, and in which all that is opened shares what it keeps. */
export interface Visit {
  readonly newPage: () => Promise<Page>;
  /** Opens an address at full speed, closes it again, and waits until the worker that keeps a copy of the site, if it has one, has its copy. */
  readonly prepare: (address: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

export interface SlowBrowser {
  /** "Chrome/153.0.0.0". */
  readonly version: string;
  readonly newVisit: () => Promise<Visit>;
  readonly close: () => Promise<void>;
}

/** Milliseconds within which a copy of a site is there, or is not waited for any more. */
const patience = 60_000;

/** The whole browser where there is one, as people have it, else the headless shell that comes with the packages. */
export async function openSlowBrowser(): Promise<SlowBrowser> {
  const browser = await puppeteer.launch({
    executablePath: wholeChromiumPath ?? (await findBrowser()),
    headless: wholeChromiumPath ? true : 'shell',
    args: quiet,
    defaultViewport: viewport,
    protocolTimeout: 2 * patience,
  });
  const { slowDown, atFullSpeed } = await slowWhatStarts(browser);
  return {
    version: await browser.version(),
    async newVisit() {
      const context = await browser.createBrowserContext();
      return {
        newPage: () => newSlowPage(context),
        async prepare(address) {
          atFullSpeed();
          const page = await context.newPage();
          await page.goto(address, { waitUntil: 'networkidle0' });
          await page.evaluate(copyKept, patience);
          await page.close();
          await slowDown();
        },
        end: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** Runs in the page: waits for a worker, if one is on its way. */
async function copyKept(most: number): Promise<void> {
  if (await navigator.serviceWorker.getRegistration())
    await Promise.race([navigator.serviceWorker.ready, new Promise((resolve) => setTimeout(resolve, most))]);
}

async function newSlowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.emulateNetworkConditions({ download: line.bytesPerSecond, upload: line.bytesPerSecond, latency: line.latency });
  await page.emulateCPUThrottling(line.slowdown);
  return page;
}

/**
 * Slows what starts by itself before it runs, which a page's own session knows nothing of: a page that is prerendered, a worker that keeps a copy. What Chromium asks for
 * to prerender comes at full speed all the same; its page is read slowly.
 */
async function slowWhatStarts(browser: Browser): Promise<{ readonly atFullSpeed: () => void; readonly slowDown: () => Promise<void> }> {
  const workers = new Set<CDPSession>();
  let isSlow = true;
  const follow = async (session: CDPSession, filter?: { type?: string; exclude?: boolean }[]): Promise<void> => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo: { type } }) => {
      const started = session.connection()?.session(sessionId);
      // What is gone meanwhile needs no slowing.
      if (started) begin(started, type).catch(() => undefined);
    });
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      ...(filter && { filter }),
    });
  };
  const begin = async (session: CDPSession, type: string): Promise<void> => {
    if (type === 'service_worker') workers.add(session);
    await Promise.all([
      ...(type === 'tab' ? [follow(session)] : []),
      ...(type === 'page' && isSlow ? [session.send('Emulation.setCPUThrottlingRate', { rate: line.slowdown })] : []),
      ...(type !== 'tab' && isSlow ? [slowLine(session)] : []),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
  };
  await follow(await browser.target().createCDPSession(), [{ type: 'tab' }, { type: 'service_worker' }, { exclude: true }]);
  return {
    atFullSpeed() {
      isSlow = false;
      // Those of earlier visits have ended, and answer nothing any more.
      workers.clear();
    },
    async slowDown() {
      isSlow = true;
      await Promise.allSettled([...workers].map(slowLine));
    },
  };
}

async function slowLine(session: CDPSession): Promise<void> {
  const { bytesPerSecond, latency } = line;
  const speed = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
  await Promise.all([
    session.send('Network.enable'),
    session.send('Network.emulateNetworkConditions', { offline: false, latency, ...speed }),
  ]);
}
