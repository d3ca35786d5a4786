/** Serves a built site as a host does that compresses: what `astro preview` sends as it is, a phone would wait for. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { headersFor, type HostRule } from '../../src/lib/host-headers.ts';
import type { Served } from '../support/build-and-serve.ts';

/** Those of text, which are compressed. */
const textTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
};

/** Those that are compressed by themselves, as Pagefind's files are, and sent as they are. */
const otherTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file that a host sends for a path, whichever builder made the site; a path that ends with a slash where one is to be added. */
function found(folder: string, path: string): { readonly file?: string; readonly elsewhere?: string } {
  const file = [join(folder, path), join(folder, path, 'index.html'), join(folder, `${path}.html`)].find(isFile);
  return file?.endsWith('/index.html') && !path.endsWith('/') && !path.endsWith('.html')
    ? { elsewhere: `${path}/` }
    : { ...(file && { file }) };
}

/** Each file is compressed once. `rules` are what its `_headers` says. */
export async function serveCompressed(folder: string, rules: readonly HostRule[] = []): Promise<Served> {
  const bodies = new Map<string, Buffer>();
  const bodyOf = (file: string): Buffer => {
    const body = bodies.get(file) ?? (extname(file) in textTypes ? brotliCompressSync(readFileSync(file)) : readFileSync(file));
    bodies.set(file, body);
    return body;
  };
  const headersOf = (path: string, file: string): Record<string, string> => {
    const textType = textTypes[extname(file)];
    const type = textType ?? otherTypes[extname(file)];
    return {
      'Cache-Control': 'max-age=600',
      ...(type && { 'Content-Type': type }),
      ...(textType && { 'Content-Encoding': 'br' }),
      ...headersFor(rules, path),
    };
  };
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const { file, elsewhere } = found(folder, path);
    const missing = join(folder, '404.html');
    if (elsewhere !== undefined) response.writeHead(301, { Location: encodeURI(elsewhere) }).end();
    else if (file !== undefined) response.writeHead(200, headersOf(path, file)).end(bodyOf(file));
    else if (isFile(missing)) response.writeHead(404, headersOf(path, missing)).end(bodyOf(missing));
    else response.writeHead(404).end('Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
