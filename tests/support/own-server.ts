/** A host of our own: serves a folder as hosts of static sites do, at one address, whether or not it is down for a while or the folder is another. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileAt } from './site-files.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};

export interface OwnServer {
  /** Without a slash at its end. */
  readonly address: string;
  /** What is served from now on. */
  folder: string;
  /** Of the pages that were asked for those to which nobody had gone yet. */
  readonly early: readonly string[];
  /** Nobody gets an answer any more. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

export async function ownServer(folder: string): Promise<OwnServer> {
  const early: string[] = [];
  const server = createServer(({ url = '/', headers }, response) => {
    if (headers['sec-purpose'] && url.endsWith('/')) early.push(url);
    const file = fileAt(own.folder, new URL(url, 'http://localhost').pathname);
    try {
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(fileAt(own.folder, '/404.html')));
    }
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const own: OwnServer = {
    address: `http://127.0.0.1:${port}`,
    folder,
    early,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    start: () => listen(port),
  };
  return own;
}
