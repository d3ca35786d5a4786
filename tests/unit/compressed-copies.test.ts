import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressBeside } from '../../src/lib/compressed-copies.ts';

const text = 'Whoever is removed is not told. '.repeat(100);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compressed-'));
  mkdirSync(join(folder, 'about'));
  writeFileSync(join(folder, 'about/index.html'), text);
  writeFileSync(join(folder, 'small.html'), 'a'.repeat(1_000));
  writeFileSync(join(folder, 'just-over.js'), 'a'.repeat(1_001));
  writeFileSync(join(folder, 'card.png'), text);
  writeFileSync(join(folder, 'en.pf_meta'), text);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('each text of more than 1,000 bytes has two copies that hold the same, and nothing else has any', async () => {
  expect(await compressBeside(folder)).toBe(2);
  expect(readdirSync(folder).sort()).toEqual([
    'about',
    'card.png',
    'en.pf_meta',
    'just-over.js',
    'just-over.js.br',
    'just-over.js.gz',
    'small.html',
  ]);
  const page = join(folder, 'about/index.html');
  expect(brotliDecompressSync(readFileSync(`${page}.br`)).toString()).toBe(text);
  expect(gunzipSync(readFileSync(`${page}.gz`)).toString()).toBe(text);
  expect(readFileSync(page, 'utf8')).toBe(text);
});

test('the copies are the same bytes each time, and name neither a time nor a system', async () => {
  const copies = (): Buffer[] => ['br', 'gz'].map((ending) => readFileSync(join(folder, `about/index.html.${ending}`)));
  await compressBeside(folder);
  const first = copies();
  await compressBeside(folder);
  expect(copies()).toEqual(first);
  expect(readdirSync(join(folder, 'about'))).toHaveLength(3);
  // RFC 1952: four bytes of time, one of how hard it was tried, one of the system.
  expect([...(first[1]?.subarray(4, 10) ?? [])]).toEqual([0, 0, 0, 0, 2, 255]);
});
