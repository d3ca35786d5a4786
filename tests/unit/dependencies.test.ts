import { expect, test } from 'vitest';
import { codeFiles, importsOf, textOf } from '../support/source-files.ts';

const { devDependencies, ...others } = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
const declared = Object.keys(devDependencies ?? {});

/** The name of the package in "@scope/name/file.js". */
const packageOf = (imported: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(imported)?.[0] ?? imported;

/** What comes with Node, from Astro and our own build, or lies beside. */
const comesByItself = (imported: string): boolean => /^(\.|node:|astro:|virtual:)/.test(imported);

const used = codeFiles.flatMap((path) =>
  importsOf(path)
    .filter((imported) => !comesByItself(imported))
    .map((imported) => ({ path, name: packageOf(imported) })),
);

test('every package that is imported is declared', () => {
  expect(used.map(({ name }) => name)).toEqual(expect.arrayContaining(['astro', 'satteri', 'vitest', 'papaparse']));
  expect(used.filter(({ name }) => !declared.includes(name))).toEqual([]);
});

test('CONTRIBUTING says of every package what it is for', () => {
  const table = textOf('CONTRIBUTING.md').split('## What we depend on, and why')[1] ?? '';
  const rows = table.matchAll(/^\| (`[^|]+`) \| [^|]+ \|$/gm);
  const told = [...rows].flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(told.sort()).toEqual(declared.sort());
});

test('SECURITY.md has version and licence of each package whose code readers get', () => {
  const rows = textOf('SECURITY.md').matchAll(/^\| `([^`]+)` \| ([\d.]+) \| ([\w.-]+) \|/gm);
  const told = [...rows].map(([, name, version, licence]) => ({ name, version, licence }));
  const shipped = [...textOf('src/pages/third-party.txt.ts').matchAll(/textIn\('([^']+)'/g)].map(([, name = '']) => name);
  const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { version?: string; license?: string }> };
  expect(shipped.length).toBeGreaterThanOrEqual(4);
  expect(told).toEqual(
    shipped.map((name) => ({
      name,
      version: packages[`node_modules/${name}`]?.version,
      licence: packages[`node_modules/${name}`]?.license,
    })),
  );
});

test('all are development dependencies, in exact versions', () => {
  expect(others).not.toHaveProperty('dependencies');
  for (const version of Object.values(devDependencies ?? {})) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('no package demands by its licence that what uses it is under the same', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { license?: string }> };
  const licences = Object.entries(packages).map(([path, { license = '' }]) => ({ path, license }));
  expect(licences.length).toBeGreaterThan(100);
  expect(licences.filter(({ license }) => /(^|[^L])GPL/.test(license))).toEqual([]);
});
