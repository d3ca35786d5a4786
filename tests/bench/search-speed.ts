/** What the search costs: bytes and requests to the first result, and the time from letter to list. Part of `npm run bench`. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { close } from 'pagefind';
import type { Page } from 'playwright-core';
import { readOnce } from '../../src/lib/check/read-once.ts';
import { makeIndex } from '../../src/integrations/search-index.ts';
import { openBrowser } from '../support/browser.ts';
import { serve } from '../support/build-and-serve.ts';
import { fileAt, pageFiles } from '../support/site-files.ts';
import { root } from '../support/variants.ts';
import { brotliBytes } from '../support/weight.ts';

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

/** The built site and as many more guides as make `count` pages, of the paragraphs of ours in another order and words of their own. */
async function grow(folder: string, count: number): Promise<string> {
  const grown = join(root, '.cache', `bench-${count}-pages`);
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
  for (let made = pageFiles(grown).length; made < count; made++) {
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
      // Attributes too, since nothing found after nothing found changes no list.
      const listed = new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe(results, { childList: true, subtree: true, attributes: true });
      });
      const started = performance.now();
      field.value = whole.slice(0, letters);
      field.dispatchEvent(new Event('input'));
      await listed;
      times.push(performance.now() - started);
    }
    return times;
  }, text);

interface Cost {
  readonly pages: number;
  readonly requests: number;
  /** As sent: brotli 11, or as it is where that is smaller. */
  readonly bytes: number;
  readonly ownBytes: number;
  /** Milliseconds from the first letter, with nothing loaded yet. */
  readonly first: number;
  readonly median: number;
  readonly slowest: number;
}

async function costOf(folder: string): Promise<Cost> {
  const site = await serve({ folder, base: '/' });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${site.address}${start}`, { waitUntil: 'networkidle' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.keyboard.press('Control+k');
    await page.locator('dialog[open]').waitFor();
    const started = performance.now();
    await page.keyboard.type('u');
    await page.locator('dialog [data-results] li').first().waitFor();
    const first = performance.now() - started;
    const paths = [...new Set(asked)];
    const bytes = paths.map((path) => {
      const content = readFileSync(fileAt(folder, path));
      return Math.min(content.byteLength, brotliBytes(content));
    });
    const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0);
    const times: number[] = [];
    for (const text of typed) times.push(...(await lettersToLists(page, text)));
    times.sort((one, other) => one - other);
    return {
      pages: pageFiles(folder).length,
      requests: paths.length,
      bytes: sum(bytes),
      ownBytes: sum(bytes.filter((_, at) => !paths[at]?.includes('/pagefind/'))),
      first,
      median: times[Math.floor(times.length / 2)] ?? 0,
      slowest: times.at(-1) ?? 0,
    };
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Prints the figures of the site in `folder`, and of two larger ones made of it. */
export async function printSearchCosts(folder: string): Promise<void> {
  console.log(
    '\nSearch: from the first letter in the dialog to its first result, with nothing loaded before; then from each letter to its list:\n',
  );
  console.log('  pages requests   bytes of them ours  first ms  median ms  slowest ms');
  try {
    for (const count of [0, 100, 1000]) {
      const cost = await costOf(count === 0 ? folder : await grow(folder, count));
      const columns: [number, number][] = [
        [cost.pages, 7],
        [cost.requests, 8],
        [cost.bytes, 7],
        [cost.ownBytes, 12],
        [cost.first, 9],
        [cost.median, 10],
        [cost.slowest, 11],
      ];
      console.log(columns.map(([figure, width]) => String(Math.round(figure)).padStart(width)).join(' '));
    }
  } finally {
    await close();
  }
}
