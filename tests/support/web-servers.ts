/** nginx and Caddy, as `npm run host` tells them to serve a build, where they are installed. They need no rights and leave nothing behind. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Served } from './build-and-serve.ts';
import { find } from './engines/find.ts';
import { startProgram } from './engines/started.ts';
import { root, type Variant } from './variants.ts';

type Build = Pick<Variant, 'folder' | 'base'>;

interface WebServer {
  readonly name: 'nginx' | 'caddy';
  /** Undefined where it is not here. */
  readonly path: string | undefined;
  /** Writes what it needs into the folder, and returns what it is started with. */
  readonly prepare: (settings: string, folder: string) => readonly string[];
  /** What it prints once it listens. */
  readonly ready: RegExp;
}

/** In the foreground and in one process, with every file that it writes in the folder. */
function prepareNginx(settings: string, folder: string): readonly string[] {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  const types = existsSync('/etc/nginx/mime.types') ? ['include /etc/nginx/mime.types;'] : [];
  const main = ['daemon off;', 'master_process off;', `pid ${folder}/pid;`, 'error_log stderr notice;', 'events {}'];
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, [...main, 'http {', 'access_log off;', ...temporary, ...types, settings, '}'].join('\n'));
  return ['-p', folder, '-e', 'stderr', '-c', file];
}

function prepareCaddy(settings: string, folder: string): readonly string[] {
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n}\n${settings}`);
  return ['run', '--adapter', 'caddyfile', '--config', file];
}

export const webServers: readonly WebServer[] = [
  {
    name: 'nginx',
    path: find({ name: 'nginx', variable: 'NGINX_PATH', usual: ['/usr/sbin/nginx'] }),
    prepare: prepareNginx,
    ready: /getrlimit/,
  },
  {
    name: 'caddy',
    path: find({ name: 'Caddy', variable: 'CADDY_PATH', usual: ['/usr/bin/caddy'] }),
    prepare: prepareCaddy,
    ready: /serving initial configuration/,
  },
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What the command prints for a build. */
export async function printedSettings(name: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts/host-config.ts'), name], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  return stdout;
}

/** Starts a server on a build. Throws with what it says where it does not start. */
export async function startWebServer({ name, path = name, prepare, ready }: WebServer, build: Build): Promise<Served> {
  const address = `http://127.0.0.1:${await freePort()}`;
  const settings = await printedSettings(name, { OUT_DIR: build.folder, BASE_PATH: build.base, SITE_URL: address });
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const environment = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const started = await startProgram({ path, args: prepare(settings, folder), environment }, ready);
  return {
    address: `${address}${build.base === '/' ? '' : build.base}`,
    async stop() {
      await started.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it is sent, compressed or not. */
  readonly body: Buffer;
}

/** Asks for an address as it is written, and follows nowhere. */
export const ask = (address: string, encoding = 'identity'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': encoding }, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    }).once('error', reject);
  });
