/**
 * The search: makes Pagefind's index of the built pages, and builds the hand-written words into the search's script.
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
import { checkContent } from '../lib/check/check.ts';
import type { Content } from '../lib/written/reading.ts';
import { readContentFiles, type ContentFiles } from '../lib/written/files.ts';
import { buildDay } from '../lib/dates.ts';
import { knownWords } from '../lib/search/known-words.ts';
import { searchRecords, type SearchRecord } from '../lib/search/records.ts';
import { readFirstThings, readSearchWords } from '../lib/search/words.ts';
import { htmlFilesIn } from './html-files.ts';

/** Modules that are made of what is written, for the search's script to import. */
const madeModules: Readonly<Record<string, (contentFolder: string) => string>> = {
  'virtual:search-words': (folder) => searchWords(folder).module,
  'virtual:known-words': (folder) => {
    const { files } = readContent(folder);
    return `export const known = ${JSON.stringify(knownWords(files).join(' '))};`;
  },
};

/** What a reader needs on the page and a result does not: what a checklist says at every step, and drawings. */
const furniture = ['lt-checklist summary', 'lt-checklist .beside > p > strong:first-child', 'figure.screen'].join();

export function searchIndex(): AstroIntegration {
  let contentFolder: string;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, logger }) => {
        contentFolder = fileURLToPath(new URL('content/', config.srcDir));
        const { missing } = searchWords(contentFolder);
        for (const guide of missing)
          logger.info(`first-things.yaml: the guide ${guide} is not written yet, so the search does not offer it.`);
        updateConfig({ vite: { plugins: [builtWords(contentFolder), plainImports] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        try {
          const entries = await makeIndex(folder, contentFolder);
          logger.info(`${entries} pages, tips, questions and claims can be searched.`);
        } finally {
          await close();
        }
      },
    },
  };
}

/** Builds the words into the script that imports them. */
const builtWords = (contentFolder: string) => ({
  name: 'search-words',
  resolveId: (id: string) => (id in madeModules ? `\0${id}` : undefined),
  load: (id: string) => (id.startsWith('\0') ? madeModules[id.slice(1)]?.(contentFolder) : undefined),
});

/** What every page loads is one file: apart, it would be a request and a hundred bytes more for each of its parts. */
const onEveryPage = /browser.(island|kept|shared-kept)\.ts$|islands.(colours|search-link).+\.ts$|preload-helper/;

/**
 * Vite wraps every `import()` in 700 bytes (brotli) that preload what the module imports and its stylesheets. What is imported so
 * here, the search, is one file without a stylesheet, and the code that imports it is on every page.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre' as const,
  configEnvironment: (name: string) => ({
    build: {
      modulePreload: false as const,
      ...(name === 'client' && {
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'island', test: onEveryPage }] } } },
      }),
    },
  }),
  load: (id: string) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
};

function readContent(folder: string): { files: ContentFiles; content: Content } {
  const files = readContentFiles(folder);
  return { files, content: checkContent(files, buildDay()).content };
}

/** The module that the search's script imports. Throws where a file is wrong. */
function searchWords(folder: string): { module: string; missing: string[] } {
  const { files, content } = readContent(folder);
  const words = readSearchWords(files.get('synonyms.yaml') ?? '');
  const { firstThings, missing } = readFirstThings(files.get('first-things.yaml') ?? '', new Set(content.guides.keys()));
  return { module: `export const words = ${JSON.stringify(words)}; export const firstThings = ${JSON.stringify(firstThings)};`, missing };
}

/** Indexes the built pages in `folder`. Returns how many results there can be. Throws where Pagefind finds fault with anything. */
export async function makeIndex(folder: string, contentFolder: string): Promise<number> {
  const { content } = readContent(contentFolder);
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
  const metadata = Object.entries(known).map(
    ([name, value]) => value && `<meta data-pagefind-meta="${name}[content]" content="${escapeAttribute(value)}">`,
  );
  if (kind) metadata.push(`<meta data-pagefind-filter="kind[content]" content="${escapeAttribute(kind)}">`);
  for (const piece of page.querySelectorAll('[data-pagefind-body]').flatMap((body) => body.querySelectorAll(furniture))) piece.remove();
  const { file } = orThrow(
    `refused ${url}`,
    await index.addHTMLFile({ url, content: page.toString().replace('</head>', () => `${metadata.join('')}</head>`) }),
  );
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
  return guides.get(address)?.data.aliases ?? checklists.get(checklist)?.aliases ?? [];
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
