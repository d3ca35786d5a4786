/** What the page for sorting connections costs: time to load an archive, how long the page is held up, time from letter to list, memory. Part of `npm run bench`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { largeArchive } from '../support/archives.ts';
import { openBrowser } from '../support/browser.ts';
import { root } from '../support/variants.ts';
import { serveCompressed } from './serve-compressed.ts';

const sizes = [1_000, 10_000, 30_000, 100_000];
/** Typed letter by letter. */
const typed = ['engineer north', 'sample', 'head of imaginary', 'zzz'];
const megabyte = 1_048_576;

interface Figures {
  readonly load: number;
  readonly held: number;
  readonly letters: readonly number[];
  readonly choices: readonly number[];
  readonly decisions: readonly number[];
  readonly group: number;
  readonly heap: number;
  readonly peak: number;
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor(share * (times.length - 1))] ?? 0;

/** Milliseconds from what somebody does, until the page is laid out anew. */
const timed = (page: Page, acts: readonly { readonly selector: string; readonly value?: string }[]): Promise<number[]> =>
  page.evaluate(async (all) => {
    const times: number[] = [];
    for (const { selector, value } of all) {
      const element = document.querySelector<HTMLInputElement>(selector);
      if (!element) throw new Error(`${selector} is not there`);
      // A frame of its own for each, as when somebody types.
      await new Promise(requestAnimationFrame);
      const start = performance.now();
      if (value === undefined) element.click();
      else {
        element.value = value;
        element.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await Promise.resolve();
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
    }
    return times;
  }, acts);

/** Bytes of memory of the page's process; 0 where the system does not tell. */
async function processBytes(session: CDPSession, what: 'VmRSS' | 'VmHWM'): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const bytes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024;
      } catch {
        return 0;
      }
    });
  return Math.max(0, ...bytes);
}

async function measure(browser: Browser, address: string, size: number): Promise<Figures> {
  const archive = largeArchive(size, 2 * size);
  const file = join(root, '.cache', archive.name);
  writeFileSync(file, archive.bytes);
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const all = await browser.newBrowserCDPSession();
  await page.goto(`${address}/tools/triage/`);
  await page.evaluate(() => {
    const held: number[] = [];
    Object.assign(window, { held });
    new PerformanceObserver((list) => held.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: false,
    });
  });
  const before = await processBytes(all, 'VmRSS');
  const started = performance.now();
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.waitForURL('**#overview');
  const load = performance.now() - started;
  const held = Math.max(0, ...(await page.evaluate(() => (window as unknown as { held: number[] }).held)));
  const peak = (await processBytes(all, 'VmHWM')) - before;
  await page.goto(`${address}/tools/triage/#list`);
  await page.locator('.people > li').first().waitFor();
  await page.screenshot({ path: join(root, '.cache', `triage-${size}.png`) });
  const letters = await timed(
    page,
    typed.flatMap((text) => Array.from({ length: text.length }, (_, at) => ({ selector: '[name=words]', value: text.slice(0, at + 1) }))),
  );
  await timed(page, [{ selector: '[name=words]', value: '' }]);
  const choices = await timed(
    page,
    ['name', 'company', 'oldest', 'last-contact', 'newest'].map((value) => ({ selector: '[name=sort]', value })),
  );
  choices.push(
    ...(await timed(
      page,
      ['both', 'none', 'recommended', ''].map((value) => ({ selector: '[name=contact]', value })),
    )),
  );
  choices.push(
    ...(await timed(
      page,
      ['long-silent', 'endorsement', ''].map((value) => ({ selector: '[name=rule]', value })),
    )),
  );
  const decisions = await timed(
    page,
    Array.from({ length: 24 }, (_, at) => ({ selector: `.people > li:nth-child(${at + 1}) input[value=${at % 2 ? 'keep' : 'remove'}]` })),
  );
  const [, group = 0] = await timed(page, [{ selector: '.group .ask button' }, { selector: '.group .ask button' }]);
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await context.close();
  return { load, held, letters, choices, decisions, group, heap: usedSize, peak };
}

const cell = (value: number, unit: string, digits = 0): string => `${value.toFixed(digits)} ${unit}`.padStart(9);

/** Prints a row for each size. */
export async function printTriageFigures(folder: string): Promise<void> {
  const site = await serveCompressed(folder);
  const browser = await openBrowser();
  console.log(
    '\nSorting connections, in Chromium at 360 pixels; messages are twice as many as people. "Held" is the longest that the page answered nobody while it loaded;',
  );
  console.log('letters, choices and decisions are until the page is laid out anew, half of them and 95 of 100:\n');
  console.log('   people      load      held        letters        choices      decisions   a group   heap   peak');
  for (const size of sizes) {
    const { load, held, letters, choices, decisions, group, heap, peak } = await measure(browser, site.address, size);
    const pair = (times: readonly number[]): string => `${cell(quantile(times, 0.5), '', 1)}${cell(quantile(times, 0.95), 'ms', 1)}`;
    console.log(
      `${String(size).padStart(9)} ${cell(load / 1000, 's', 1)} ${cell(held, 'ms')} ${pair(letters)} ${pair(choices)} ${pair(decisions)} ${cell(group, 'ms')} ${cell(heap / megabyte, 'MB')} ${cell(peak / megabyte, 'MB')}`,
    );
  }
  await browser.close();
  await site.stop();
}
