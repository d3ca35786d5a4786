/**
 * Makes of the built pages what the search loads: the known answers, and with Pagefind the index of the whole text.
 *
 * Searched is every page that marks a part of itself with `data-pagefind-body`, without what says nothing there (`lib/search/page-parts.ts`). Pages are handed
 * to Pagefind as HTML of their own. Tips, questions, claims and names of buttons, which share a page, are found one by one, each at its own place in it.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { escapeAttribute } from 'entities';
import { parse } from 'node-html-parser';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { slugOf } from '../islands/search/known-answers.ts';
import { stem, wordsOf } from '../islands/search/words.ts';
import { readOnce } from '../lib/check/read-once.ts';
import { answersFile, type SearchedPage } from '../lib/search/answers-file.ts';
import { inFixedOrder } from '../lib/search/fixed-order.ts';
import { searchedBody, wordsIn } from '../lib/search/page-parts.ts';
import { searchRecords, type SearchRecord } from '../lib/search/records.ts';
import { importanceOf } from '../lib/written/importance.ts';
import type { Content } from '../lib/written/reading.ts';
import { addressOf, htmlFilesIn } from './html-files.ts';

export function searchIndex(): AstroIntegration {
  let contentFolder: string;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        contentFolder = fileURLToPath(new URL('content/', config.srcDir));
      },
      'astro:build:done': async ({ dir, logger }) => {
        try {
          const entries = await makeIndex(fileURLToPath(dir), readOnce(contentFolder).content);
          logger.info(`${entries} pages, tips, questions, claims and names of buttons can be searched.`);
        } finally {
          await close();
        }
      },
    },
  };
}

/** Indexes the built pages in `folder`. Returns how many results there can be. Throws where Pagefind finds fault with anything. */
export async function makeIndex(folder: string, content: Content): Promise<number> {
  const { index } = orThrow('could not start', await createIndex());
  if (!index) throw new Error('Pagefind started without an index');
  const pages: SearchedPage[] = [];
  // One after the other: as trees, thousands of pages are more than fit into memory.
  for (const file of await htmlFilesIn(folder)) {
    const html = await readFile(file, 'utf8');
    if (html.includes('data-pagefind-body')) pages.push(await indexPage(index, addressOf(file, folder), html, content));
  }
  if (pages.length === 0) throw new Error('No page can be searched: mark the text of a page with data-pagefind-body');
  const records = await inTheirPlaces(folder, await searchRecords(content));
  const rules = { slugOf, stem, wordsOf };
  await writeFile(join(folder, 'known-answers.json'), answersFile(pages, records, content.searchWords, rules, importanceOf(content)));
  for (const record of records) await indexRecord(index, record);
  const { files } = orThrow('could not write its index', await index.getFiles());
  await writeUsedFiles(join(folder, 'pagefind'), inFixedOrder(files));
  return pages.length + records.length;
}

/** Hands a page to Pagefind, and keeps of it what the known answers are made of. */
async function indexPage(index: PagefindIndex, url: string, html: string, content: Content): Promise<SearchedPage> {
  const { guides, checklists, searchWords } = content;
  const page = parse(html);
  const body = searchedBody(page);
  if (!body.querySelector('h1')) throw new Error(`${url} can be searched but has no <h1> to name it in the results`);
  const guide = guides.get(url.slice(1, -1));
  const checklist = checklists.get(/^\/checklists\/(.+)\/$/.exec(url)?.[1] ?? '');
  const names = [...(guide ? [guide.label] : []), ...((guide ?? checklist)?.aliases ?? [])];
  const searched = {
    url,
    kind: page.querySelector('html')?.getAttribute('data-kind') ?? '',
    sentence: page.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
    names: [...names, ...(searchWords.pages.find(({ page: named }) => named === url)?.words ?? [])],
    isEnteredAtTop: searchWords.groups.some(({ first }) => first !== undefined && first === guide?.id),
    ...wordsIn(body),
  };
  const { file } = orThrow(`refused ${url}`, await index.addHTMLFile({ url, content: asIndexed(searched, body.toString()) }));
  if (file.uniqueWords === 0) throw new Error(`Pagefind found no word in ${url}`);
  return searched;
}

/** A page as Pagefind gets it. */
function asIndexed({ kind, isEnteredAtTop }: SearchedPage, body: string): string {
  const ofKind = `<meta data-pagefind-meta="kind[content]" data-pagefind-filter="kind[content]" content="${escapeAttribute(kind)}">`;
  const text = isEnteredAtTop ? body.replaceAll(/(<h[2-6][^>]*) id="[^"]*"/g, '$1') : body;
  return `<html lang="en"><head>${kind && ofKind}</head><body>${text}</body></html>`;
}

/** Each at the page of its list on which it stands. Throws where a result would lead to a place that is not there. */
async function inTheirPlaces(folder: string, records: readonly SearchRecord[]): Promise<SearchRecord[]> {
  const lists = new Map<string, ReadonlyMap<string, string>>();
  const placed: SearchRecord[] = [];
  for (const record of records) {
    const [list = '', id = ''] = record.url.split('#');
    const places = lists.get(list) ?? (await placesIn(folder, list));
    lists.set(list, places);
    const page = places.get(id);
    if (page === undefined) throw new Error(`The search would lead to ${record.url}, and that page has no id "${id}"`);
    placed.push({ ...record, url: `${page}#${id}` });
  }
  return placed;
}

/** By the id of a place in a list: the address of the page that has it. A long list goes on at "2/", "3/" and so on. */
async function placesIn(folder: string, list: string): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  for (let number = 1; ; number += 1) {
    const page = number === 1 ? list : `${list}${number}/`;
    const file = join(folder, page, 'index.html');
    if (number > 1 && !existsSync(file)) return places;
    for (const { id } of parse(await readFile(file, 'utf8')).querySelectorAll('[id]')) if (!places.has(id)) places.set(id, page);
  }
}

async function indexRecord(index: PagefindIndex, { url, kind, title, text }: SearchRecord): Promise<void> {
  orThrow(
    `refused ${url}`,
    // The title begins the text, as the <h1> of a page does.
    await index.addCustomRecord({ url, language: 'en', content: `${title} ${text}`, meta: { title, kind }, filters: { kind: [kind] } }),
  );
}

/** Pagefind hands out ready-made interfaces and a second engine as well, some 400 kB that nothing here asks for. */
async function writeUsedFiles(folder: string, files: readonly { path: string; content: Uint8Array }[]): Promise<void> {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  if (!entry) throw new Error('Pagefind wrote no pagefind-entry.json: has its output changed?');
  const { languages } = JSON.parse(new TextDecoder().decode(entry.content)) as { languages: Record<string, { wasm: string | null }> };
  const used = new Set(['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json']);
  for (const { wasm } of Object.values(languages)) used.add(`wasm.${wasm ?? 'unknown'}.pagefind`);
  const missing = [...used].filter((name) => !files.some(({ path }) => path === name));
  if (missing.length > 0) throw new Error(`Pagefind wrote no ${missing.join(', ')}: has its output changed?`);
  for (const { path, content } of files) {
    if (!used.has(path) && !/^(fragment|index|filter)\/|\.pf_meta$/.test(path)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), path === 'pagefind-worker.js' ? failingAloud(content) : content);
  }
}

/** Pagefind's worker logs that a part of the index could not be loaded, and finds nothing in it. Here that is a failure, which the search can tell of. */
function failingAloud(worker: Uint8Array): string {
  const text = new TextDecoder().decode(worker);
  const loud = text.replace(/(catch\((\w+)\)\{)(?=console\.error\(`Failed to load the index chunk)/, '$1throw $2;');
  if (loud === text) throw new Error('Pagefind’s worker has no place any more where it logs that a part of its index could not be loaded');
  return loud;
}

function orThrow<Response extends { errors: string[] }>(what: string, response: Response): Response {
  if (response.errors.length > 0) throw new Error(`Pagefind ${what}: ${response.errors.join('; ')}`);
  return response;
}
