/** What the search costs: bytes and requests to the first result, and the time from letter to list. Part of `npm run bench`. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { close } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { readOnce } from '../../src/lib/check/read-once.ts';
import { makeIndex } from '../../src/integrations/search-index.ts';
import { openBrowser } from '../support/browser.ts';
import { fileAt, pageFiles } from '../support/site-files.ts';
import { root } from '../support/variants.ts';
import { brotliBytes } from '../support/weight.ts';
import { serveCompressed } from './serve-compressed.ts';
import { line, lineInWords } from './slow-line.ts';

const start = '/remove/one-connection/';
/** Typed letter by letter. */
const typed = ['unfriend someone', 'will they know', 'withdraw invitation', 'private mode', 'get rid of hundreds of contacts'];

/** A row of numbers that is the same on every machine. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

/** The built site and as many more guides as make `count` guides, of the paragraphs of ours in another order and words of their own. */
async function grow(folder: string, count: number): Promise<string> {
  const grown = join(root, '.cache', `bench-${count}-guides`);
  rmSync(grown, { recursive: true, force: true });
  cpSync(folder, grown, { recursive: true });
  const guides = pageFiles(folder).map(({ file }) => parse(readFileSync(file, 'utf8')));
  const paragraphs = guides.flatMap((page) => page.querySelectorAll('html[data-kind=guide] .prose p').map(({ text }) => text));
  const random = numbers(count);
  const pick = (from: readonly string[]): string => from[random.next().value % from.length] ?? '';
  const syllables = [
    'ba',
    'cor',
    'del',
    'fin',
    'gra',
    'hel',
    'jun',
    'kas',
    'lom',
    'mer',
    'nop',
    'pil',
    'quo',
    'ras',
    'sil',
    'tum',
    'vor',
    'wex',
  ];
  const word = (): string => pick(syllables) + pick(syllables) + pick(syllables);
  for (let made = guides.filter((page) => page.querySelector('html[data-kind=guide]')).length; made < count; made++) {
    const sections = Array.from({ length: 6 }, (_, at) => {
      const texts = Array.from({ length: 5 }, () => `<p>${pick(paragraphs)} ${word()} ${word()}.</p>`);
      return `<h2 id="part-${at}">${pick(paragraphs).split(' ').slice(0, 5).join(' ')}</h2>${texts.join('')}`;
    });
    const title = `${pick(paragraphs).split(' ').slice(0, 6).join(' ')} ${word()}`;
    const html = `<!doctype html><html lang="en" data-kind="guide"><head><title>${title}</title><meta name="description" content="${word()}"></head><body><main data-pagefind-body><h1>${title}</h1>${sections.join('')}</main></body></html>`;
    mkdirSync(join(grown, 'made', String(made)), { recursive: true });
    writeFileSync(join(grown, 'made', String(made), 'index.html'), html);
  }
  rmSync(join(grown, 'pagefind'), { recursive: true, force: true });
  await makeIndex(grown, readOnce(join(root, 'src/content/')).content);
  return grown;
}

/** Types into the open dialog; the milliseconds from each letter to the list that it brings. */
const lettersToLists = (page: Page, text: string): Promise<number[]> =>
  page.evaluate(async (whole) => {
    const field = document.querySelector<HTMLInputElement>('dialog input');
    const results = document.querySelector('dialog [data-results]');
    if (!field || !results) throw new Error('The dialog is not open');
    const times: number[] = [];
    for (let letters = 2; letters <= whole.length; letters++) {
      const answered = new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe(results, { attributeFilter: ['data-answers'] });
      });
      const started = performance.now();
      field.value = whole.slice(0, letters);
      field.dispatchEvent(new Event('input'));
      await answered;
      times.push(performance.now() - started);
    }
    return times;
  }, text);

interface Cost {
  readonly guides: number;
  readonly requests: number;
  /** As sent: brotli 11, or as it is where that is smaller. */
  readonly bytes: number;
  /** Milliseconds from opening the dialog with nothing loaded to the first result. */
  readonly cold: number;
  /** From opening it again. */
  readonly warm: number;
  /** From a letter to its list. */
  readonly median: number;
  readonly percentile95: number;
  /** From the button to the first place in the whole text, with nothing of its index loaded. */
  readonly text: number;
  readonly textRequests: number;
}

async function openSlowly(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latency,
    downloadThroughput: line.bytesPerSecond,
    uploadThroughput: line.bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: line.slowdown });
  return page;
}

/** Opens the dialog, types a letter, and waits for the first result. */
async function firstResult(page: Page): Promise<number> {
  const started = performance.now();
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.type('u');
  await page.locator('dialog [data-results] li').first().waitFor();
  return performance.now() - started;
}

async function firstPlace(page: Page): Promise<number> {
  const started = performance.now();
  await page.getByRole('button', { name: 'Search the whole text' }).click();
  await page.locator('dialog [data-results][data-complete]').waitFor();
  return performance.now() - started;
}

async function costOf(folder: string, guides: number): Promise<Cost> {
  const site = await serveCompressed(folder);
  const browser = await openBrowser();
  try {
    const page = await openSlowly(browser, `${site.address}${start}`);
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).pathname));
    const cold = await firstResult(page);
    const first = [...asked];
    await page.keyboard.press('Escape');
    const warm = await firstResult(page);
    const times: number[] = [];
    for (const text of typed) times.push(...(await lettersToLists(page, text)));
    times.sort((one, other) => one - other);
    asked.clear();
    await page.locator('dialog input').fill('recommendations');
    const text = await firstPlace(page);
    return {
      guides,
      requests: first.length,
      bytes: first.reduce((sum, path) => sum + bytesOf(fileAt(folder, path)), 0),
      cold,
      warm,
      median: times[Math.floor(times.length / 2)] ?? 0,
      percentile95: times[Math.floor(times.length * 0.95)] ?? 0,
      text,
      textRequests: asked.size,
    };
  } finally {
    await browser.close();
    await site.stop();
  }
}

function bytesOf(file: string): number {
  const content = readFileSync(file);
  return Math.min(content.byteLength, brotliBytes(content));
}

/** Prints the figures of the site in `folder`, and of two larger ones made of it. */
export async function printSearchCosts(folder: string): Promise<void> {
  console.log(
    `\nSearch, at ${lineInWords}: from opening the dialog with nothing loaded to a first result; again; from a letter to its list; from the button to places in the whole text:\n`,
  );
  console.log(' guides requests   bytes  cold ms  warm ms  median ms  95 % ms  text ms  requests');
  const own = pageFiles(folder).filter(({ file }) => readFileSync(file, 'utf8').includes('data-kind="guide"')).length;
  try {
    for (const guides of [own, 50, 1000]) {
      const cost = await costOf(guides === own ? folder : await grow(folder, guides), guides);
      const columns: [number, number][] = [
        [cost.guides, 7],
        [cost.requests, 8],
        [cost.bytes, 7],
        [cost.cold, 8],
        [cost.warm, 8],
        [cost.median, 10],
        [cost.percentile95, 8],
        [cost.text, 8],
        [cost.textRequests, 9],
      ];
      console.log(columns.map(([figure, width]) => String(Math.round(figure)).padStart(width)).join(' '));
    }
  } finally {
    await close();
  }
}
