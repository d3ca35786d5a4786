/** A build as real servers hand it out, told what `npm run host` prints. Where one is not installed, what it does is left out: tests/support/web-servers.ts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { rulesIn } from '../../src/lib/host-headers.ts';
import type { Served } from '../support/build-and-serve.ts';
import { siteFolder } from '../support/built-site.ts';
import { atRoot, testOrigin, underBase } from '../support/variants.ts';
import { ask, printedSettings, startWebServer, webServers, type Answer } from '../support/web-servers.ts';

const builds = [
  { where: 'at the root', folder: siteFolder, base: '/' },
  { where: 'under a base path', folder: inject('siteUnderBaseFolder'), base: underBase.base },
];
const path = '/remove/one-connection/';

describe.each(webServers)('$name', (server) => {
  const isHere = server.path !== undefined;
  if (!isHere) test.skip(`is not here: what it would be told is not tried (${server.name.toUpperCase()}_PATH names it)`);

  describe.runIf(isHere).each(builds)('$where', ({ folder, base }) => {
    let served: Served;
    beforeAll(async () => {
      served = await startWebServer(server, { folder, base });
    });
    afterAll(() => served.stop());
    const rules = rulesIn(readFileSync(join(folder, '_headers'), 'utf8'));
    const everywhere = rules.find(({ below, ending }) => below === '/' && ending === undefined)?.headers ?? [];
    const script = `/_astro/${readdirSync(join(folder, '_astro')).find((name) => name.endsWith('.js')) ?? ''}`;
    const expectHeaders = ({ headers }: Answer): void => {
      expect(everywhere.length).toBeGreaterThanOrEqual(7);
      for (const [name, value] of everywhere) expect(headers[name.toLowerCase()], name).toBe(value);
    };

    test('a page is there, with each header once', async () => {
      const answer = await ask(`${served.address}${path}`);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(readFileSync(join(folder, path, 'index.html')));
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
      expect(answer.headers['cache-control']).toBeUndefined();
      expectHeaders(answer);
    });

    test('the first page is there', async () => {
      expect((await ask(`${served.address}/`)).body).toEqual(readFileSync(join(folder, 'index.html')));
    });

    test('an address without its last slash leads to the one with it, on this host', async () => {
      for (const one of ['/about', path.slice(0, -1), ...(base === '/' ? [] : [''])]) {
        const { status, headers } = await ask(`${served.address}${one}`);
        expect([301, 308], one).toContain(status);
        // By its path alone: what stands before this server may have another name, and speak https.
        expect(headers.location).toBe(`${new URL(served.address).pathname.replace(/\/$/, '')}${one}/`);
      }
    });

    // Caddy keeps it from 2.8 on; Debian has an older one.
    test.runIf(server.name === 'nginx')('what is searched for is not lost on the way', async () => {
      const { headers } = await ask(`${served.address}/search?q=undo`);
      expect(new URL(headers.location ?? '', `${served.address}/search`).search).toBe('?q=undo');
    });

    test('an address that leads nowhere gets our page, and says so', async () => {
      for (const one of ['/no/such/page/', '/no-such-page', '/_headers', '/.made-by-a-build', '/_astro/no-such.js']) {
        const answer = await ask(`${served.address}${one}`);
        expect(answer.status, one).toBe(404);
        expect(answer.body, one).toEqual(readFileSync(join(folder, '404.html')));
        expectHeaders(answer);
      }
    });

    test('a file that never changes is kept for a year, and others are not', async () => {
      const answer = await ask(`${served.address}${script}`);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toMatch(/^(text|application)\/javascript/);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expectHeaders(answer);
      for (const one of ['/known-answers.json', '/pagefind/pagefind.js']) {
        const changing = await ask(`${served.address}${one}`);
        expect(changing.status, one).toBe(200);
        expect(changing.headers['cache-control'], one).toBeUndefined();
      }
    });

    test('each kind of file is named, since no browser may guess', async () => {
      const types = {
        '/manifest.webmanifest': /^application\/manifest\+json/,
        '/evidence.json': /^application\/json/,
        '/favicon.svg': /^image\/svg\+xml/,
        '/remove/one-connection.md': /^text\/markdown; charset=utf-8$/,
        '/questions.md': /^text\/markdown; charset=utf-8$/,
        '/yearly-review.ics': /^text\/calendar; charset=utf-8$/,
        '/changes.xml': /^application\/atom\+xml/,
        '/llms.txt': /^text\/plain; charset=utf-8$/,
      };
      for (const [one, type] of Object.entries(types))
        expect((await ask(`${served.address}${one}`)).headers['content-type'], one).toMatch(type);
    });

    test('what is made of a page for machines is no find of its own, and where there is none our page says so', async () => {
      expect((await ask(`${served.address}/questions.md`)).headers['x-robots-tag']).toBe('noindex');
      expect((await ask(`${served.address}/questions/`)).headers['x-robots-tag']).toBeUndefined();
      const missing = await ask(`${served.address}/remove/nobody.md`);
      expect(missing.status).toBe(404);
      expect(missing.headers['content-type']).toMatch(/^text\/html/);
      expect(missing.body).toEqual(readFileSync(join(folder, '404.html')));
    });
  });

  describe.runIf(isHere)('with compressed copies', () => {
    const folder = inject('siteUnderBaseFolder');
    let served: Served;
    beforeAll(async () => {
      served = await startWebServer(server, { folder, base: underBase.base });
    });
    afterAll(() => served.stop());
    const page = readFileSync(join(folder, 'about/index.html'));

    test('gzip goes out as it lies there, to who takes it', async () => {
      const { headers, body } = await ask(`${served.address}/about/`, 'gzip');
      expect(headers['content-encoding']).toBe('gzip');
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(headers.vary).toBe('Accept-Encoding');
      expect(body).toEqual(readFileSync(join(folder, 'about/index.html.gz')));
      expect(gunzipSync(body)).toEqual(page);
    });

    test('who takes none gets the page', async () => {
      const { headers, body } = await ask(`${served.address}/about/`);
      expect(headers['content-encoding']).toBeUndefined();
      expect(body).toEqual(page);
    });

    // Debian's nginx needs a module for it, which is named in a comment of what is printed.
    test.runIf(server.name === 'caddy')('brotli goes out before gzip', async () => {
      const { headers, body } = await ask(`${served.address}/about/`, 'gzip, br');
      expect(headers['content-encoding']).toBe('br');
      expect(brotliDecompressSync(body)).toEqual(page);
    });
  });
});

test('compressed copies lie beside where they are asked for, and nowhere else', () => {
  const compressed = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(br|gz)$/.test(file));
  expect(compressed(siteFolder)).toEqual([]);
  expect(compressed(inject('siteUnderBaseFolder'))).toEqual(expect.arrayContaining(['index.html.br', 'index.html.gz', '404.html.br']));
});

test('security.txt says whom to tell and where it lies, and is not there where nobody is named', () => {
  const [root, based] = builds.map(({ folder }) => join(folder, '.well-known/security.txt'));
  const text = readFileSync(root ?? '', 'utf8');
  expect(text).toContain(`Contact: ${atRoot.contact ?? ''}\n`);
  expect(text).toContain(`Canonical: ${testOrigin}/.well-known/security.txt\n`);
  expect(existsSync(based ?? '')).toBe(false);
});

describe('the command', () => {
  const refusal = (name: string, environment: Record<string, string>): Promise<string> =>
    printedSettings(name, environment).then(
      () => '',
      (error: unknown) => (error as { stderr?: string }).stderr ?? '',
    );

  test('says what to do where there is nothing to print', async () => {
    const [root] = builds;
    expect(await refusal('apache', { OUT_DIR: siteFolder, BASE_PATH: '' })).toContain('nginx or caddy');
    expect(await refusal('nginx', { OUT_DIR: join(tmpdir(), 'no-build-here') })).toContain('npm run build');
    expect(await refusal('nginx', { OUT_DIR: root?.folder ?? '', BASE_PATH: '/another' })).toContain('BASE_PATH');
  });
});
