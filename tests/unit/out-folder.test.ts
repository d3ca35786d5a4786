/** Where a build may go, and how it gets there. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test as plainTest } from 'vitest';
import { listName, outFolder, placeToBuild, putInPlace } from '../../src/lib/out-folder.ts';

/** A folder that is a repository, with some files. */
const test = plainTest.extend('place', ({}, { onCleanup }) => {
  const above = realpathSync(mkdtempSync(join(tmpdir(), 'out-')));
  onCleanup(() => {
    rmSync(above, { recursive: true });
  });
  const root = join(above, 'repository');
  const write = (path: string, text = 'x'): string => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  for (const file of ['src/a.ts', '.git/HEAD', 'docs/b.md', 'public/c', 'README.md']) write(file);
  return {
    above,
    root,
    write,
    build: (folder: string, file: string) => {
      const made = placeToBuild(join(root, '.cache/builds'));
      writeFileSync(join(made, file), file);
      putInPlace(made, folder);
    },
  };
});

describe('a build is refused', () => {
  test.for([
    '.',
    '..',
    '/',
    'src',
    'src/out',
    'SRC/out',
    'src/content',
    '.git',
    '.git/new',
    'docs',
    'docs/out',
    'public/out',
    'node_modules/x',
    '.cache/builds',
    'README.md',
    'README.md/x',
    '../other/.git/hooks',
  ])('in %s', (named, { place: { root } }) => {
    expect(() => outFolder(named, root)).toThrow(`OUT_DIR is "${named}": `);
  });

  test('in a folder with anything that no build made', ({ place: { above, root, write, build } }) => {
    mkdirSync(join(above, 'precious'));
    writeFileSync(join(above, 'precious/letter'), '');
    expect(() => outFolder('../precious', root)).toThrow(/it holds letter, which no build put there/);
    build(join(root, 'dist'), 'index.html');
    write('dist/.git', 'gitdir: elsewhere');
    expect(() => outFolder('dist', root)).toThrow(/it holds \.git/);
  });

  test('by way of a link', ({ place: { root } }) => {
    symlinkSync(join(root, 'src'), join(root, 'innocent'));
    expect(() => outFolder('innocent', root)).toThrow(/part of the repository/);
    expect(() => outFolder('innocent/out', root)).toThrow(/part of the repository/);
  });
});

describe('a build may go', () => {
  test('where nothing is', ({ place: { above, root } }) => {
    mkdirSync(join(root, 'empty'));
    expect(outFolder('empty', root)).toBe(join(root, 'empty'));
    expect(outFolder('dist', root)).toBe(join(root, 'dist'));
    expect(outFolder('../deep/er', root)).toBe(join(above, 'deep/er'));
    expect(outFolder('.cache/site', root)).toBe(join(root, '.cache/site'));
  });

  test('where the last one is, which it replaces whole', ({ place: { root, build, write } }) => {
    const dist = join(root, 'dist');
    build(dist, 'old.html');
    write('dist/.DS_Store');
    expect(outFolder('dist', root)).toBe(dist);
    build(dist, 'new.html');
    expect(readdirSync(dist).sort()).toEqual([listName, 'new.html']);
    expect(readFileSync(join(dist, listName), 'utf8')).toBe('new.html\n');
    expect(readdirSync(root).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });
});

test('what a stopped build left is cleared away, and what a running one is making stays', ({ place: { root } }) => {
  const parent = join(root, '.cache/builds');
  const own = placeToBuild(parent);
  const [left, recent] = [join(parent, '999999999-0'), join(parent, '999999998-0')];
  for (const folder of [left, recent]) mkdirSync(folder);
  for (const folder of [left, own]) utimesSync(folder, 0, 0);
  const other = placeToBuild(parent);
  expect(other).not.toBe(own);
  expect([left, recent, own, other].map((folder) => existsSync(folder))).toEqual([false, true, true, true]);
});
