/** Serves a built site as a host does that compresses: what `astro preview` sends as it is, a phone would wait for. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Served } from '../support/build-and-serve.ts';
import { fileAt } from '../support/site-files.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Files that are compressed already, as Pagefind's are, are sent as they are. */
export async function serveCompressed(folder: string): Promise<Served> {
  const compressed = new Map<string, Buffer>();
  const bodyOf = (path: string): Buffer => {
    const known = compressed.get(path);
    if (known) return known;
    const content = readFileSync(fileAt(folder, path));
    const body = extname(fileAt(folder, path)) in types ? brotliCompressSync(content) : content;
    compressed.set(path, body);
    return body;
  };
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    try {
      const type = types[extname(fileAt(folder, path))];
      const body = bodyOf(path);
      response
        .writeHead(200, { 'Cache-Control': 'max-age=600', ...(type && { 'Content-Type': type, 'Content-Encoding': 'br' }) })
        .end(body);
    } catch {
      response.writeHead(404).end('Not found');
    }
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
