/** The same source is built to the same bytes, whatever the folder and the line ends; and neither another build nor a stopped one harms what is there. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { astroCommand, build, environment } from '../support/build-and-serve.ts';
import { siteFolder } from '../support/built-site.ts';
import { atRoot, root } from '../support/variants.ts';

const text = /\.(ts|astro|mdx?|yaml|css|mjs|json|svg)$/;
const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();

let copy = '';
let folder = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'a checkout # é? '));
  folder = join(copy, 'made here');
  for (const entry of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(root, entry), join(copy, entry), { recursive: true });
  for (const file of below(copy)) {
    const path = join(copy, file);
    if (text.test(file)) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function expectTheSame(): void {
  expect(below(folder)).toEqual(below(siteFolder));
  const differing = below(siteFolder).filter((file) => !readFileSync(join(folder, file)).equals(readFileSync(join(siteFolder, file))));
  expect(differing).toEqual([]);
}

test('in a folder with another kind of name, with line ends of Windows, and twice at once', async () => {
  const variant = { ...atRoot, folder };
  await Promise.all([build(variant, copy), build(variant, copy)]);
  expectTheSame();
  expect(readdirSync(copy).filter((name) => name.startsWith('.made'))).toEqual([]);
});

test('a build that is stopped leaves the last one as it was, and no page without a policy anywhere', async () => {
  const building = spawn(process.execPath, [...astroCommand, 'build'], {
    cwd: copy,
    env: { ...process.env, NODE_ENV: 'production', ...environment({ ...atRoot, folder }) },
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    building.stdout.on('data', (said: Buffer) => {
      if (/take-a-break|index\.html/.test(said.toString())) resolve();
    });
    building.on('exit', () => {
      reject(new Error('The build ended before it could be stopped'));
    });
  });
  process.kill(-(building.pid ?? 0), 'SIGKILL');
  expectTheSame();
  const left = join(copy, '.cache/builds');
  const pages = below(left).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) expect(readFileSync(join(left, page), 'utf8'), page).toContain('<meta http-equiv="content-security-policy"');
});

test('wrong settings stop it before anything is built, and name themselves', async () => {
  const refused = build({ ...atRoot, folder: 'src', base: '//x' }, copy).catch((error: unknown) => String(error));
  expect(await refused).toMatch(/BASE_PATH is "\/\/x": write/);
  const taken = build({ ...atRoot, folder: 'src' }, copy).catch((error: unknown) => String(error));
  expect(await taken).toMatch(/OUT_DIR is "src": it lies in src\/, which is part of the repository/);
  expect(await taken).not.toContain('Building static entrypoints');
  expect(statSync(join(copy, 'src/content/journey.yaml')).isFile()).toBe(true);
});
