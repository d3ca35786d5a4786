/** The figures of a built site that are compared from size to size. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { openBrowser } from '../support/browser.ts';
import { fileAt, hasFile, pageFiles } from '../support/site-files.ts';
import { brotliBytes } from '../support/weight.ts';
import type { BuildCost } from './measured-build.ts';
import { serveCompressed } from './serve-compressed.ts';

export interface Row {
  readonly what: string;
  readonly figure: number;
}

/** Pages that every site has, and that show some of all that is written. */
const shared = ['/', '/checklists/', '/questions/', '/tips/', '/evidence/', '/evidence/sources/', '/handbook/', '/search/'];
/** One of the site's own guides: the same text at every size. */
const guide = '/remove/one-connection/';

const mega = 1_000_000;
const sent = (file: string): number => {
  const content = readFileSync(file);
  return Math.min(content.byteLength, brotliBytes(content));
};

/** The guide that weighs most, as it seems from a compression in haste: at its best it would take minutes for thousands. */
function heaviestOf(files: readonly string[]): string {
  let [heaviest = '', most] = [files[0], 0];
  for (const file of files) {
    const html = readFileSync(file);
    if (!html.includes('data-kind="guide"')) continue;
    const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).byteLength;
    if (bytes > most) [heaviest, most] = [file, bytes];
  }
  return heaviest;
}

/** The menu of a page, by itself. */
const menuOf = (html: string): string => /<lt-menu[^>]*>(?:(?!<\/lt-menu>)[\s\S])*?id="menu"[\s\S]*?<\/lt-menu>/.exec(html)?.[0] ?? '';

export async function rowsOf(cost: BuildCost, guides: number): Promise<Row[]> {
  const { folder, seconds, processorSeconds, memory } = cost;
  const pages = pageFiles(folder);
  const html = (path: string): string => readFileSync(fileAt(folder, path), 'utf8');
  const search = await firstSearch(folder);
  return [
    { what: 'build, seconds', figure: seconds },
    { what: 'build, processor seconds', figure: processorSeconds },
    { what: 'build, processor milliseconds for a guide', figure: (processorSeconds * 1000) / guides },
    { what: 'build, most memory, MB', figure: memory / mega },
    { what: 'pages', figure: pages.length },
    { what: 'output, MB', figure: filesSize(folder) / mega },
    { what: `${guide}, bytes as sent`, figure: sent(fileAt(folder, guide)) },
    { what: 'the heaviest guide', figure: sent(heaviestOf(pages.map(({ file }) => file))) },
    { what: 'the menu of a guide', figure: brotliBytes(menuOf(html(guide))) },
    ...shared.filter((path) => hasFile(folder, path)).map((path) => ({ what: path, figure: sent(fileAt(folder, path)) })),
    { what: 'the worker that keeps a copy', figure: sent(fileAt(folder, '/sw.js')) },
    { what: 'the known answers', figure: sent(fileAt(folder, '/known-answers.json')) },
    { what: 'a first search, known answers, bytes', figure: search.known },
    { what: 'then its first places in the text, bytes', figure: search.text },
    { what: 'then its first places in the text, requests', figure: search.requests },
  ];
}

const filesSize = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const found = statSync(join(folder, name));
    return sum + (found.isFile() ? found.size : 0);
  }, 0);

/** What is asked for from the press that opens the search to its first result, and from there to the first places in the text. */
async function firstSearch(folder: string): Promise<{ known: number; text: number; requests: number }> {
  const site = await serveCompressed(folder);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.goto(`${site.address}${guide}`, { waitUntil: 'networkidle' });
    const asked = new Set<string>();
    page.context().on('request', (request) => asked.add(decodeURIComponent(new URL(request.url()).pathname)));
    const bytes = (): number => [...asked].reduce((sum, path) => sum + sent(fileAt(folder, path)), 0);
    await page.keyboard.press('Control+k');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.type('u');
    await page.locator('dialog [data-results] li').first().waitFor();
    const known = bytes();
    asked.clear();
    await page.locator('dialog input').fill('recommendations');
    const ask = page.getByRole('button', { name: 'Search the whole text' });
    const complete = page.locator('dialog [data-results][data-complete]');
    // Where little is known it is searched without being asked.
    await ask.or(complete).first().waitFor();
    if (await ask.isVisible()) await ask.click();
    await complete.waitFor();
    return { known, text: bytes(), requests: asked.size };
  } finally {
    await browser.close();
    await site.stop();
  }
}
