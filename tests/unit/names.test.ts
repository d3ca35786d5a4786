/** A reader can guess where a thing is: class, file and tag agree, and a file's name says which file it is. */
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, textOf } from '../support/source-files.ts';

const source = filesIn('src').filter((path) => !path.startsWith('src/content/'));
const elements = source.filter((path) => /^src\/islands\/.*\/lt-[^/]+\.ts$/.test(path));

/** "search-link" as "SearchLink". */
const inOneWord = (name: string): string => name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const found = (text: string, pattern: RegExp): (string | undefined)[] => [...text.matchAll(pattern)].map(([, name]) => name);

describe.each(elements)('%s', (path) => {
  const tag = basename(path, '.ts');
  const element = `${inOneWord(tag.replace('lt-', ''))}Element`;
  const text = textOf(path);

  test(`holds the class ${element}, and no other element`, () => {
    expect(found(text, /^export class (\w+) extends \w*Element\b/gm)).toEqual([element]);
  });

  test(`is defined as <${tag}>, and TypeScript knows it by that name`, () => {
    expect(found(text, /(?:static override readonly tag = |registry\.define\()'([^']+)'/g)).toEqual([tag]);
    expect(/interface HTMLElementTagNameMap \{\s*'([^']+)': (\w+);\s*\}/.exec(text)?.slice(1)).toEqual([tag, element]);
  });

  test('stands in the folder of its island', () => {
    expect(`${tag}-`).toMatch(new RegExp(`^lt-${basename(dirname(path))}-`));
  });
});

/** Folders within them hold parts of their logic. */
const islands = new Set(source.flatMap((path) => /^src\/islands\/[^/]+/.exec(path) ?? []));

test.each([...islands])('%s holds markup, element and definition by its own name', (folder) => {
  const name = basename(folder);
  expect(source).toEqual(expect.arrayContaining([`${folder}/${inOneWord(name)}.astro`, `${folder}/lt-${name}.ts`, `${folder}/define.ts`]));
});

/** Names that several files may have, and why they are told apart all the same. */
const sharedNames: Record<string, string> = {
  'define.ts': 'every island has one; its folder says which it is',
  'index.ts': 'it is imported by the name of its folder',
  'index.astro': "its address is its folder's",
  '[...page].astro': "its address is its folder's, and a number where the list goes on",
};

/** Folders whose files may be called like one elsewhere, and why. */
const sharingFolders: Record<string, string> = {
  'src/integrations': 'a step of the build is called like the file of src/lib that does its work',
  'src/lib/check': 'a rule of the content check is called after what it checks',
};

test('no two files of src have one name', () => {
  const names = source.filter((path) => !(dirname(path) in sharingFolders)).map((path) => basename(path));
  expect(names).toContain('wording.ts');
  const twice = names.filter((name, position) => names.indexOf(name) !== position && !(name in sharedNames));
  expect(twice).toEqual([]);
});
