/**
 * A contact sheet for reviewers: `npm run look` writes every type of page, at three widths, in light and in dark, with the icons, the cards and the
 * printed pages, into .cache/look/index.html. `npm run look -- checklist` takes only what has "checklist" in its name.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { sampleFiles } from '../../src/islands/triage/sample.ts';
import { openBrowser } from '../support/browser.ts';
import { build, serve } from '../support/build-and-serve.ts';
import { checklistOn } from '../support/checklist-on-page.ts';
import { atRoot, root } from '../support/variants.ts';

interface View {
  readonly name: string;
  readonly path: string;
  /** Brings the page into the state to look at. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** What lies over the page is looked at as one sees it, not at full length. */
  readonly overlay?: boolean;
  readonly printed?: boolean;
}

const tickHalf = async (page: Page): Promise<void> => {
  await checklistOn(page, 'remove-from-list').tick(1, 2, 3);
};

const search = async (page: Page, where: string, words: string): Promise<void> => {
  await page.locator(`${where} lt-search input`).fill(words);
  await page.locator(`${where} lt-search [data-results] a`).first().waitFor();
};

const sorting = '/tools/triage/';

const views: readonly View[] = [
  { name: 'Home', path: '/' },
  { name: 'Guide', path: '/remove/one-connection/', printed: true },
  { name: 'Guide about the notice', path: '/understand/are-they-notified/', printed: true },
  { name: 'Guide that compares', path: '/decide/ways-to-step-back/', printed: true },
  { name: 'Checklist, half ticked', path: '/checklists/remove-from-list/', prepare: tickHalf, printed: true },
  { name: 'Checklists', path: '/checklists/', prepare: (page) => beginElsewhere(page), printed: true },
  { name: 'About', path: '/about/' },
  { name: 'Evidence', path: '/evidence/' },
  { name: 'Evidence: what became of an article', path: '/evidence/article-step-by-step/' },
  { name: 'Questions', path: '/questions/' },
  { name: 'Tips', path: '/tips/' },
  { name: 'Search, with results', path: '/search/', prepare: (page) => search(page, 'main', 'will they know') },
  {
    name: 'Search, as a dialog',
    path: '/remove/one-connection/',
    overlay: true,
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await search(page, 'dialog', 'unfollow');
    },
  },
  { name: 'A note, before one is begun', path: '/tools/invitation-note/', printed: true },
  { name: 'A note', path: '/tools/invitation-note/', prepare: writeNote },
  { name: 'Sorting, before a list is loaded', path: sorting, printed: true },
  { name: 'Sorting: overview of 5,000', path: sorting, prepare: (page) => sort(page, 'overview') },
  { name: 'Sorting: list', path: sorting, prepare: (page) => sort(page, 'list') },
  { name: 'Sorting: a card', path: sorting, overlay: true, prepare: (page) => sort(page, 'cards') },
  { name: 'Sorting: queue', path: sorting, overlay: true, prepare: (page) => sort(page, 'queue', 'r') },
  { name: 'Sorting: what is kept', path: sorting, overlay: true, prepare: (page) => sort(page, 'save', 'k') },
  { name: 'No page', path: '/404.html' },
];

/** As somebody does who has left a blank and put in an offer. */
async function writeNote(page: Page): Promise<void> {
  await page.locator('[data-occasion=met-at-an-event] summary').click();
  await page.locator('[data-occasion=met-at-an-event]').getByLabel('Their name').fill('Dana');
  await page.locator('[data-occasion=met-at-an-event] textarea').fill('Hello Dana, we met at [the event]. We offer more than you think.');
  await page.locator('[data-occasion=met-at-an-event]').getByRole('button', { name: 'Keep among my notes' }).click();
}

/** With 5,000 made-up people, of whom the first are decided by these keys. */
async function sort(page: Page, view: string, ...keys: string[]): Promise<void> {
  const files = sampleFiles(5_000).map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));
  await page.locator('#load input').setInputFiles(files);
  await page.getByRole('button', { name: 'Decide one by one' }).click();
  await page.locator('#cards .card:focus').waitFor();
  for (const key of keys) await page.keyboard.press(key);
  await page.locator(`.views [href="#${view}"]`).click();
  await page.locator(`#${view}:not([hidden])`).waitFor();
}

/** As somebody finds it who has begun a checklist on its own page. */
async function beginElsewhere(page: Page): Promise<void> {
  const here = page.url();
  await page.goto(new URL('/checklists/remove-from-list/', here).href);
  await tickHalf(page);
  await page.goto(here);
}

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;
const schemes = ['light', 'dark'] as const;
/** CSS pixels. What is further down looks like what is above it. */
const longest = 6000;

const folder = join(root, '.cache/look');
const wanted = (process.argv[2] ?? '').toLowerCase();
const chosen = views.filter(({ name }) => name.toLowerCase().includes(wanted));
if (chosen.length === 0) throw new Error(`No view has "${wanted}" in its name. There are: ${views.map(({ name }) => name).join('; ')}`);

const fileName = (...parts: (string | number)[]): string =>
  parts.map((part) => String(part).toLowerCase().replaceAll(/\W+/g, '-')).join('.');

async function shoot(browser: Browser, address: string, scheme: (typeof schemes)[number], size: (typeof sizes)[number]): Promise<void> {
  for (const { name, path, prepare, overlay = false } of chosen) {
    const context = await browser.newContext({ viewport: size, colorScheme: scheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(address + path);
    await prepare?.(page);
    const length = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({
      path: join(folder, `${fileName(name, size.width, scheme)}.png`),
      ...(!overlay && { fullPage: true, clip: { x: 0, y: 0, width: size.width, height: Math.min(length, longest) } }),
    });
    await context.close();
  }
}

const papers = ['A4', 'Letter'] as const;

async function print(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  for (const { name, path, prepare } of chosen.filter(({ printed }) => printed)) {
    await page.goto(address + path);
    await prepare?.(page);
    for (const format of papers) await page.pdf({ format, path: join(folder, `${fileName(name, format)}.pdf`) });
  }
  await page.close();
}

const section = ({ name, path, printed = false }: View): string => `
<section>
  <h2>${name} <small>${path}${
    printed ? papers.map((format) => ` · <a href="${fileName(name, format)}.pdf">on ${format}</a>`).join('') : ''
  }</small></h2>
  ${schemes
    .map(
      (scheme) =>
        `<div>${sizes
          .map(({ width }) => {
            const file = `${fileName(name, width, scheme)}.png`;
            return `<figure style="flex: ${width} 1 0"><a href="${file}"><img src="${file}" alt="${name}, ${width} pixels wide, ${scheme}" loading="lazy"></a><figcaption>${width}, ${scheme}</figcaption></figure>`;
          })
          .join('')}</div>`,
    )
    .join('\n  ')}
</section>`;

/** The icons and cards as they were built. */
async function pictures(): Promise<string> {
  const cards = (await readdir(join(folder, 'site/cards'), { recursive: true })).filter((file) => file.endsWith('.png')).sort();
  const icons = ['favicon.svg', 'favicon.ico', 'apple-touch-icon.png', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png'];
  const image = (file: string): string =>
    `<a href="site/${file}"><img src="site/${file}" alt="${file}" title="${file}" loading="lazy"></a>`;
  return `
<section class="icons"><h2>Icons</h2><p>${icons.map(image).join(' ')}</p></section>
<section class="cards"><h2>Cards <small>${cards.length}</small></h2><p>${cards.map((file) => image(`cards/${file}`)).join(' ')}</p></section>`;
}

const sheet = (content: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Loose Ties: contact sheet</title>
<style>
  body { margin: 2rem; background: #8a8f94; font: 1rem/1.5 system-ui, sans-serif; }
  h1, h2 { margin: 2rem 0 .75rem; } small { font-weight: 400; }
  div { display: flex; gap: 1rem; align-items: start; margin-block-end: 1rem; }
  figure { margin: 0; min-width: 0; } figure a { display: block; max-height: 90vh; overflow: auto; } img { display: block; width: 100%; }
  .icons p, .cards p { display: flex; flex-wrap: wrap; gap: 1rem; } .icons img { width: auto; height: 6rem; } .cards img { width: 20rem; }
</style>
<h1>Loose Ties, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC</h1>${content}
`;

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const variant = { ...atRoot, folder: join(folder, 'site') };
await build(variant);
const { address, stop } = await serve(variant);
const browser = await openBrowser();
for (const scheme of schemes) await Promise.all(sizes.map((size) => shoot(browser, address, scheme, size)));
await print(browser, address);
await browser.close();
await stop();
const index = join(folder, 'index.html');
await writeFile(index, sheet(chosen.map(section).join('') + (wanted ? '' : await pictures())));
console.log(`${chosen.length} views, ${sizes.length} widths, ${schemes.length} schemes: ${pathToFileURL(index).href}`);
