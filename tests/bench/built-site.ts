/** What the benches share: a build of the site as it is now, served by this process. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds at the root of an address; returns the folder and how many milliseconds it took. */
export function buildSite(name: string): { folder: string; milliseconds: number } {
  const started = performance.now();
  execFileSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], {
    cwd: root,
    env: { ...process.env, OUT_DIR: `.cache/${name}`, BASE_PATH: '/', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
  });
  return { folder: join(root, '.cache', name), milliseconds: performance.now() - started };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The file that an address leads to. */
export const fileIn = (folder: string, address: string): string => join(folder, address, address.endsWith('/') ? 'index.html' : '');

export const hasPage = (folder: string, path: string): boolean => existsSync(fileIn(folder, path));

export async function serve(folder: string): Promise<{ address: string; stop: () => void }> {
  const server = createServer(({ url = '/' }, response) => {
    try {
      const { pathname } = new URL(url, 'http://localhost');
      const body = readFileSync(fileIn(folder, decodeURI(pathname)));
      response.setHeader('content-type', types[extname(fileIn(folder, pathname))] ?? 'application/octet-stream');
      response.setHeader('cache-control', 'max-age=600');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
