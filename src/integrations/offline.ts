/**
 * Writes the worker that keeps a copy of the site in the browser, once all is there that is served: whole or not at all, since each file is held to its hash. With `OFFLINE=off`,
 * and while somebody writes, the worker is one that takes such a copy away.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { generateSW, type ManifestTransform } from 'workbox-build';
import { readOnce } from '../lib/check/read-once.ts';
import { addressInCopy, fittingCopy, isCompressed, isInCopy, leavingWorker, mostBytes, requireLight } from '../lib/offline-copy.ts';
import { importanceOf } from '../lib/written/importance.ts';

const workerName = 'sw.js';

export function offline(isOn: boolean): AstroIntegration {
  let contentFolder = '';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        contentFolder = fileURLToPath(new URL('content/', config.srcDir));
      },
      // Whoever looked at a build at this address before has its worker, which would go on showing that.
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(`/${workerName}`, (_request, response) => {
          response.setHeader('Content-Type', 'text/javascript').end(leavingWorker);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        if (!isOn) {
          await writeFile(join(folder, workerName), leavingWorker);
          logger.info('OFFLINE is off: browsers keep no copy of the site, and remove the one they have.');
          return;
        }
        const { files, bytes, leftOut } = await writeWorker(folder, importanceOf(readOnce(contentFolder).content));
        logger.info(`Browsers keep a copy of ${files} files, ${bytes} bytes as sent, for use without a network.`);
        if (leftOut.files > 0)
          logger.warn(
            `The whole site is more than ${mostBytes} bytes: the copy is without the search of the whole text, and without ${leftOut.pages} pages that come late in their stages.`,
          );
        requireLight(bytes);
      },
    },
  };
}

/** In groups of ten, which are read at once: all at once would be in memory together. */
function* inTens<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += 10) yield items.slice(from, from + 10);
}

/** As a host compresses what it sends, which has no time for the last tenth. */
const sent = (content: Buffer): Promise<Buffer> => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });

interface Copy {
  readonly files: number;
  /** As sent. */
  readonly bytes: number;
  /** How many files, and pages among them, there is no room for. */
  readonly leftOut: { readonly files: number; readonly pages: number };
}

/** Writes the worker of the site in `folder`. Returns how much there is to keep. */
async function writeWorker(folder: string, importance: ReadonlyMap<string, number>): Promise<Copy> {
  let bytes = 0;
  let leftOut: string[] = [];
  const asAsked: ManifestTransform = async (entries) => {
    const files = entries.filter(({ url }) => isInCopy(url)).sort((one, other) => (one.url < other.url ? -1 : 1));
    const weighed: { entry: (typeof entries)[number]; url: string; bytes: number; hash: string }[] = [];
    for (const some of inTens(files))
      weighed.push(
        ...(await Promise.all(
          some.map(async (entry) => {
            const content = await readFile(join(folder, entry.url));
            const size = isCompressed(entry.url) ? content.byteLength : (await sent(content)).byteLength;
            return { entry, url: entry.url, bytes: size, hash: createHash('sha256').update(content).digest('base64') };
          }),
        )),
      );
    const kept = new Set(fittingCopy(weighed, importance));
    leftOut = weighed.filter((file) => !kept.has(file)).map(({ url }) => url);
    bytes = [...kept].reduce((sum, file) => sum + file.bytes, 0);
    const manifest = [...kept].map(({ entry, hash }) => {
      const url = addressInCopy(entry.url);
      // One that is named by what it holds is held by its name.
      return entry.revision ? { ...entry, url, revision: hash.slice(0, 8), integrity: `sha256-${hash}` } : { ...entry, url };
    });
    return { manifest };
  };
  const { count, warnings } = await generateSW({
    globDirectory: folder,
    globPatterns: ['**/*'],
    swDest: join(folder, workerName),
    cacheId: 'loose-ties',
    mode: 'production',
    sourcemap: false,
    inlineWorkboxRuntime: true,
    cleanupOutdatedCaches: true,
    maximumFileSizeToCacheInBytes: Number.MAX_SAFE_INTEGER,
    // Files that are named by what they hold, which a browser need not ask for again.
    dontCacheBustURLsMatching: /^(_astro|pagefind\/(fragment|index))\//,
    // A page is the same whatever is asked of it: what is searched for, or chosen, is read by its script.
    ignoreURLParametersMatching: [/./],
    manifestTransforms: [asAsked],
    runtimeCaching: [
      // As hosts do: pages are in the copy as they are linked, with a slash at their end. Workbox writes both functions into the worker as they stand here.
      {
        urlPattern: ({ request, url }) => request.mode === 'navigate' && /\/(index\.html|[^./]+)$/.test(url.pathname),
        handler: ({ url }) => Promise.resolve(Response.redirect(url.href.replace(/(index\.html)?(?=[?#]|$)/, (file) => (file ? '' : '/')))),
      },
      // What is not in the copy comes from the network, and without one, the page that says so.
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        handler: 'NetworkOnly',
        options: { precacheFallback: { fallbackURL: '404.html' } },
      },
    ],
  });
  if (warnings.length > 0) throw new Error(`The worker could not be written whole: ${warnings.join('; ')}`);
  return { files: count, bytes, leftOut: { files: leftOut.length, pages: leftOut.filter((url) => url.endsWith('.html')).length } };
}
