/** Figures about the site as it is now: `npm run bench`. Nothing here passes or fails; bytes are tested in tests/site/weight.test.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weigh } from '../support/weight.ts';
import { buildSite } from './built-site.ts';
import { printSearchCosts } from './search-speed.ts';

const { folder, milliseconds } = buildSite('bench');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    const kind = /<html[^>]*data-kind="([a-z]+)"/.exec(html)?.[1] ?? 'other';
    return { path: `/${file.replace(/index\.html$/, '')}`, kind, ...weigh(html, (address) => join(folder, address)) };
  })
  .sort((one, other) => other.html - one.html);

console.log(`Build: ${(milliseconds / 1000).toFixed(1)} s for ${pages.length} pages\n`);
console.log('Bytes on the wire (brotli 11), heaviest first; styles stand in the page, scripts are all it asks for by itself:\n');
console.log(`${'page'.padStart(7)} ${'script'.padStart(7)}  kind       address`);
for (const { html, scripts, kind, path } of pages) {
  console.log(`${String(html).padStart(7)} ${String(scripts).padStart(7)}  ${kind.padEnd(10)} ${path}`);
}

await printSearchCosts(folder);
