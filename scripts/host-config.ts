/**
 * `npm run --silent host -- nginx` (or `-- caddy`): prints what the server is to be told for the build that lies in OUT_DIR, with the BASE_PATH it was built for
 * and the SITE_URL it lives at. docs/deploy.md says where it goes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rulesIn } from '../src/lib/host-headers.ts';
import { settings } from '../src/lib/settings.ts';
import { hostFormats } from './host-formats.ts';

const [, , wanted = ''] = process.argv;
const { site, base, folder } = settings();

/** Ends with 2 and what to do, where there is nothing to print. */
function refuse(cure: string): never {
  console.error(cure);
  process.exit(2);
}

if (wanted !== 'nginx' && wanted !== 'caddy') refuse(`Say which server it is for: ${Object.keys(hostFormats).join(' or ')}.`);
const place = resolve(folder);
const headers = join(place, '_headers');
if (!existsSync(headers)) refuse(`There is no build in ${place}: run "npm run build" first, or name its folder with OUT_DIR.`);
const rules = rulesIn(readFileSync(headers, 'utf8'));
const path = base === '/' ? '' : base;
if (!rules.some(({ below }) => below === `${path}/_astro/`))
  refuse('The build is for another path: set BASE_PATH as it was set for the build.');
const isPrecompressed = existsSync(join(place, 'index.html.gz'));
console.log(hostFormats[wanted]({ rules, base: path, folder: place, isPrecompressed, site }).trimEnd());
