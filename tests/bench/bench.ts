/** Figures about the site as it is now: `npm run bench`. Nothing here passes or fails; bytes are tested in tests/site/weight.test.ts. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { weigh } from '../support/weight.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, '.cache/bench');

function build(): number {
  const started = performance.now();
  execFileSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], {
    cwd: root,
    env: { ...process.env, OUT_DIR: '.cache/bench', BASE_PATH: '/', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
  });
  return performance.now() - started;
}

const milliseconds = build();
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
