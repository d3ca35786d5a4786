/** The copy for use without a network: what is in it, how much it is, and what a build without one writes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, test } from 'vitest';
import { offline } from '../../src/integrations/offline.ts';
import { leavingWorker, mostBytes, requireLight } from '../../src/lib/offline-copy.ts';
import { fileOf, pages, siteFolder } from '../support/built-site.ts';
import { namedScripts } from '../support/named-scripts.ts';
import { hasFile } from '../support/site-files.ts';

const worker = readFileSync(fileOf('/sw.js'), 'utf8');
const entries = [...worker.matchAll(/\{url:"([^"]*)",revision:(null|"[^"]*")(?:,integrity:"([^"]*)")?\}/g)].map(
  ([, url = '', revision, integrity]) => ({ path: new URL(url, 'http://site/').pathname, revision, integrity }),
);
const paths = entries.map(({ path }) => path);

test('every page is in it, and the search with its index', () => {
  expect(paths).toEqual(expect.arrayContaining(pages.map(({ path }) => path)));
  expect(paths).toEqual(expect.arrayContaining(['/known-answers.json', '/pagefind/pagefind.js', '/pagefind/pagefind-worker.js']));
  expect(paths.filter((path) => path.startsWith('/pagefind/fragment/')).length).toBeGreaterThan(pages.length);
});

test('every script and picture that a page names is in it, but for what systems show of it', () => {
  const named = pages.flatMap(({ document }) => document.querySelectorAll('link[rel=icon], link[rel=manifest], img[src]'));
  const pictures = named.map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '');
  const addresses = [...pictures, ...pages.flatMap(({ document }) => namedScripts(document))];
  expect(addresses.length).toBeGreaterThan(pages.length);
  expect(addresses.filter((address) => !address.startsWith('data:') && !paths.includes(address))).toEqual([]);
});

test('it holds files that are there, each once, and no cards, data for machines or what hosts read', () => {
  expect(paths.filter((path) => !hasFile(siteFolder, path))).toEqual([]);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => /^\/(cards\/|evidence.*\.json|_headers|robots|sitemap|sw\.js|\.)|\.png$/.test(path))).toEqual([]);
});

test('each is held to its hash, by its name or by the worker', () => {
  for (const { path, revision, integrity } of entries) {
    if (revision === 'null') expect(path).toMatch(/[.\/_][\w-]{7,}\.\w+$/);
    else expect(integrity, path).toMatch(/^sha256-/);
  }
});

test('the build says how much it is, and stops where that is too much', () => {
  const [, files, bytes] = /Browsers keep a copy of (\d+) files, (\d+) bytes/.exec(inject('siteUnderBasePrinted')) ?? [];
  expect(Number(files)).toBe(entries.length);
  expect(Number(bytes)).toBeGreaterThan(500_000);
  expect(Number(bytes)).toBeLessThanOrEqual(mostBytes);
  requireLight(mostBytes);
  expect(() => {
    requireLight(mostBytes + 1);
  }).toThrow(/1500001 bytes as sent, and may be 1500000: leave something out/);
});

test('the worker asks nobody but this site, and waits until it is told to take over', () => {
  // Where Workbox tells of addresses without a version, which ours all have or need none.
  expect(worker.match(/https?:\/\/[^"'`]*/g)).toEqual(['https://bit.ly/wb-precache']);
  expect(worker.match(/skipWaiting/g)).toHaveLength(1);
  expect(worker).not.toContain('sourceMappingURL');
});

test('with OFFLINE=off the worker is one that goes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'without-a-copy-'));
  const said: string[] = [];
  const done = offline(false).hooks['astro:build:done'] as unknown as (options: {
    dir: URL;
    logger: { info: (text: string) => void };
  }) => Promise<void>;
  await done({ dir: pathToFileURL(`${folder}/`), logger: { info: (text) => said.push(text) } });
  expect(readFileSync(join(folder, 'sw.js'), 'utf8')).toBe(leavingWorker);
  expect(said.join()).toContain('OFFLINE is off');
  rmSync(folder, { recursive: true, force: true });
});
