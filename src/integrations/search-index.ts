/**
 * The search: makes Pagefind's index of the built pages, and builds the hand-written words into the search's script.
 *
 * Indexed is every page that marks a part of itself with `data-pagefind-body`, without what is marked `data-pagefind-ignore` in
 * it. Pages are handed to Pagefind as HTML of their own, so that what only the search needs (other words for a page) weighs
 * nothing in what is served.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { escapeAttribute } from 'entities';
import { parse } from 'node-html-parser';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { checkContent } from '../lib/content-check.ts';
import type { Content } from '../lib/content-reading.ts';
import { readContentFiles, type ContentFiles } from '../lib/content-files.ts';
import { buildDay } from '../lib/dates.ts';
import { readFirstThings, readSearchWords } from '../lib/search-words.ts';
import { htmlFilesIn } from './html-files.ts';

const wordsModule = 'virtual:search-words';

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
          const pages = await indexPages(folder, readContent(contentFolder).content);
          logger.info(`${pages} pages can be searched.`);
        } finally {
          await close();
        }
      },
    },
  };
}

/** Builds the hand-written words into the script that imports them. */
const builtWords = (contentFolder: string) => ({
  name: wordsModule,
  resolveId: (id: string) => (id === wordsModule ? `\0${id}` : undefined),
  load: (id: string) => (id === `\0${wordsModule}` ? searchWords(contentFolder).module : undefined),
});

/**
 * Vite wraps every `import()` in 700 bytes (brotli) that preload what the module imports and its stylesheets. What is imported so
 * here, the search, is one file without a stylesheet, and the code that imports it is on every page.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre' as const,
  configEnvironment: () => ({ build: { modulePreload: false as const } }),
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

/** Returns how many pages can be searched. Throws where Pagefind finds fault with anything. */
async function indexPages(folder: string, content: Content): Promise<number> {
  const { index } = orThrow('could not start', await createIndex());
  if (!index) throw new Error('Pagefind started without an index');
  let pages = 0;
  for (const path of await htmlFilesIn(folder)) {
    if (await indexPage(index, folder, path, content)) pages++;
  }
  if (pages === 0) throw new Error('No page can be searched: mark the text of a page with data-pagefind-body');
  const { files } = orThrow('could not write its index', await index.getFiles());
  await writeUsedFiles(join(folder, 'pagefind'), files);
  return pages;
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
  const known = {
    kind: page.querySelector('html')?.getAttribute('data-kind'),
    answer: page.querySelector('meta[name=description]')?.getAttribute('content'),
    aliases: aliasesOf(url, content).join('. '),
  };
  const metadata = Object.entries(known).map(
    ([name, value]) => value && `<meta data-pagefind-meta="${name}[content]" content="${escapeAttribute(value)}">`,
  );
  const { file } = orThrow(
    `refused ${url}`,
    await index.addHTMLFile({ url, content: html.replace('</head>', () => `${metadata.join('')}</head>`) }),
  );
  if (file.uniqueWords === 0) throw new Error(`Pagefind found no word in ${url}`);
  return true;
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
