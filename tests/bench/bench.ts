/** Figures about the site as it is now: `npm run bench`. Nothing here passes or fails; bytes are tested in tests/site/weight.test.ts. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../support/browser.ts';
import { build } from '../support/build-and-serve.ts';
import { fileAt, pageFiles } from '../support/site-files.ts';
import { plain } from '../support/variants.ts';
import { hedgesOnPage } from '../support/hedges.ts';
import { printedPages } from '../support/pdf.ts';
import { brotliBytes, weigh } from '../support/weight.ts';
import { printSiteFigures } from './any-site.ts';
import { ownPages } from './own-pages.ts';
import { printSearchCosts } from './search-speed.ts';
import { printTriageFigures } from './triage-speed.ts';

const variant = plain('bench');
const started = performance.now();
await build(variant);
const milliseconds = performance.now() - started;
const pages = pageFiles(variant.folder)
  .map(({ path, file }) => {
    const html = readFileSync(file, 'utf8');
    const kind = /<html[^>]*data-kind="([a-z]+)"/.exec(html)?.[1] ?? 'other';
    return { path, kind, hedges: kind === 'guide' ? hedgesOnPage(html) : 0, ...weigh(html, (address) => fileAt(variant.folder, address)) };
  })
  .sort((one, other) => other.html - one.html);

console.log(`Build: ${(milliseconds / 1000).toFixed(1)} s for ${pages.length} pages\n`);
console.log('Bytes on the wire (brotli 11), heaviest first; styles stand in the page, scripts are all it asks for by itself:\n');
console.log(`${'page'.padStart(7)} ${'script'.padStart(7)}  kind       address`);
for (const { html, scripts, kind, path } of pages) {
  console.log(`${String(html).padStart(7)} ${String(scripts).padStart(7)}  ${kind.padEnd(10)} ${path}`);
}

await printHandbookFigures(fileAt(variant.folder, '/loose-ties.html'));

const guides = pages.filter(({ kind }) => kind === 'guide').sort((one, other) => other.hedges - one.hedges);
console.log('\nHedges in the text of each guide, with its checklists and without the evidence at its foot:\n');
for (const { hedges, path } of guides) console.log(`${String(hedges).padStart(7)}  ${path}`);
console.log(`${String(guides.reduce((sum, { hedges }) => sum + hedges, 0)).padStart(7)}  in all\n`);

await printSearchCosts(variant.folder);
await printTriageFigures(variant.folder);
await printSiteFigures(variant.folder, { paths: ownPages });

/** What the file to take along weighs, and how much paper it takes. */
async function printHandbookFigures(file: string): Promise<void> {
  const content = readFileSync(file);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    const paper = await printedPages(await page.pdf({ format: 'A4' }));
    console.log(`\nThe handbook as a file: ${content.byteLength} bytes, ${brotliBytes(content)} as sent; ${paper.length} pages of A4`);
  } finally {
    await browser.close();
  }
}
