/** What other people wrote of what readers get, with the licences that are to go with it. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { APIRoute } from 'astro';

/** A file of a package, whether or not the package lets it be imported. */
function textIn(name: string, file: string): string {
  const places = createRequire(`${process.cwd()}/`).resolve.paths(name) ?? [];
  const path = places.map((folder) => join(folder, name, file)).find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`${name} has no ${file} any more: find its licence, which has to be shipped with it`);
  return readFileSync(path, 'utf8').trim();
}

const notice = (): string => `The search of this site is made with two works of other people.

MiniSearch (https://github.com/lucaong/minisearch)

${textIn('minisearch', 'LICENSE.txt')}


Pagefind (https://pagefind.app)

${textIn('pagefind', 'LICENSE/LICENSE')}


The page for sorting connections is made with two more.

fflate (https://github.com/101arrowz/fflate)

${textIn('fflate', 'LICENSE')}


idb-keyval (https://github.com/jakearchibald/idb-keyval)

${textIn('idb-keyval', 'LICENCE')}


The copy that a browser keeps of this site, for use without a network, is made with one more.

Workbox (https://github.com/GoogleChrome/workbox)

${textIn('workbox-core', 'LICENSE')}
`;

export const GET: APIRoute = () => new Response(notice(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
