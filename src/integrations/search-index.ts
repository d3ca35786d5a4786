/**
 * Makes the search's index of the built pages, with Pagefind.
 *
 * Indexed is every page that marks a part of itself with `data-pagefind-body`, without what is marked `data-pagefind-ignore` in
 * it. Pages are handed to Pagefind as HTML of their own, so that what only the search needs (other words for a page) weighs
 * nothing in what is served. Tips, questions and claims, which share a page, are indexed one by one, each at its own place in it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { escapeAttribute } from 'entities';
import { parse } from 'node-html-parser';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { readOnce } from '../lib/check/read-once.ts';
import { searchRecords, type SearchRecord } from '../lib/search/records.ts';
import type { Content } from '../lib/written/reading.ts';
import { htmlFilesIn } from './html-files.ts';

/** What a reader needs on the page and a result does not: what a checklist says at every step, and drawings. */
const notSearched = ['lt-checklist summary', 'lt-checklist .beside > p > strong:first-child', '.screen'].join();

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
          logger.info(`${entries} pages, tips, questions and claims can be searched.`);
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
  let entries = 0;
  for (const path of await htmlFilesIn(folder)) {
    if (await indexPage(index, folder, path, content)) entries++;
  }
  if (entries === 0) throw new Error('No page can be searched: mark the text of a page with data-pagefind-body');
  const ids = new Map<string, Set<string>>();
  for (const record of await searchRecords(content)) {
    const [page = '', id = ''] = record.url.split('#');
    if (!ids.has(page)) ids.set(page, await idsOn(join(folder, page, 'index.html')));
    if (!ids.get(page)?.has(id)) throw new Error(`The search would lead to ${record.url}, and that page has no id "${id}"`);
    await indexRecord(index, record);
    entries++;
  }
  const { files } = orThrow('could not write its index', await index.getFiles());
  await writeUsedFiles(join(folder, 'pagefind'), files);
  return entries;
}

async function idsOn(path: string): Promise<Set<string>> {
  const page = parse(await readFile(path, 'utf8'));
  return new Set(page.querySelectorAll('[id]').map(({ id }) => id));
}

async function indexPage(index: PagefindIndex, folder: string, path: string, content: Content): Promise<boolean> {
  const html = await readFile(path, 'utf8');
  if (!html.includes('data-pagefind-body')) return false;
  const url = `/${relative(folder, path)
    .split(sep)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1')}`;
  const page = parse(html);
  if (!page.querySelector('h1')) throw new Error(`${url} can be searched but has no <h1> to name it in the results`);
  const kind = page.querySelector('html')?.getAttribute('data-kind');
  const known = {
    kind,
    answer: page.querySelector('meta[name=description]')?.getAttribute('content'),
    aliases: aliasesOf(url, content).join('. '),
  };
  const metadata = Object.entries(known).flatMap(([name, value]) =>
    value ? [`<meta data-pagefind-meta="${name}[content]" content="${escapeAttribute(value)}">`] : [],
  );
  if (kind) metadata.push(`<meta data-pagefind-filter="kind[content]" content="${escapeAttribute(kind)}">`);
  for (const piece of page.querySelectorAll('[data-pagefind-body]').flatMap((body) => body.querySelectorAll(notSearched))) piece.remove();
  page.querySelector('head')?.insertAdjacentHTML('beforeend', metadata.join(''));
  const { file } = orThrow(`refused ${url}`, await index.addHTMLFile({ url, content: page.toString() }));
  if (file.uniqueWords === 0) throw new Error(`Pagefind found no word in ${url}`);
  return true;
}

async function indexRecord(index: PagefindIndex, { url, kind, title, answer, text, aliases, guide }: SearchRecord): Promise<void> {
  const meta = { title, kind, answer, ...(aliases && { aliases }), ...(guide && { guide }) };
  orThrow(
    `refused ${url}`,
    // The title begins the text, as the <h1> of a page does.
    await index.addCustomRecord({ url, language: 'en', content: `${title} ${text}`, meta, filters: { kind: [kind] } }),
  );
}

/** Other words for a page, from what it is written in. */
function aliasesOf(url: string, { guides, checklists }: Content): readonly string[] {
  const address = url.slice(1, -1);
  const checklist = /^checklists\/(.+)$/.exec(address)?.[1] ?? '';
  return guides.get(address)?.aliases ?? checklists.get(checklist)?.aliases ?? [];
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
    await writeFile(join(folder, path), content);
  }
}

function orThrow<Response extends { errors: string[] }>(what: string, response: Response): Response {
  if (response.errors.length > 0) throw new Error(`Pagefind ${what}: ${response.errors.join('; ')}`);
  return response;
}
