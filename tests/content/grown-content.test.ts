/** The made-up content that shows what happens when more is written: it is what writers could have written. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import { readContentFiles } from '../../src/lib/written/files.ts';
import { grownContent } from '../support/grown-content.ts';
import { root, testDay } from '../support/variants.ts';

const written = readContentFiles(join(root, 'src/content'));
const of = (files: ReadonlyMap<string, string>, folder: string): number =>
  [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).length;

test('it passes the content check, and has as many guides and claims as are asked for', () => {
  const grown = grownContent(written, { guides: 40, claims: 420 });
  expect(of(grown, 'guides')).toBe(40);
  expect(of(grown, 'evidence/claims')).toBe(420);
  const { content, problems } = checkContent(grown, testDay);
  expect(problems).toEqual([]);
  const added = 40 - of(written, 'guides');
  for (const stage of content.journey) expect(stage.guides.filter((slug) => slug.startsWith('made-up')).length).toBeGreaterThan(added / 5);
});

test('what is written stays as it is, but for the journey and the numbers, to which more is added', () => {
  const grown = grownContent(written, { guides: 30, stage: 'remove' });
  const changed = [...written].filter(([path, text]) => grown.get(path) !== text);
  expect(changed.map(([path]) => path)).toEqual(['journey.yaml', 'numbers.yaml']);
  expect(grown.get('numbers.yaml')?.startsWith(written.get('numbers.yaml') ?? '-')).toBe(true);
  expect(
    [...grown.keys()].filter((path) => path.startsWith('guides/') && !written.has(path)).every((path) => path.startsWith('guides/remove/')),
  ).toBe(true);
});

test('the same seed gives the same files, and another seed others', () => {
  expect(grownContent(written, { guides: 30, seed: 7 })).toEqual(grownContent(written, { guides: 30, seed: 7 }));
  expect(grownContent(written, { guides: 30, seed: 7 })).not.toEqual(grownContent(written, { guides: 30, seed: 8 }));
});

test('it shrinks nothing, and knows the stages', () => {
  expect(() => grownContent(written, { guides: 3 })).toThrow(/more than 3/);
  expect(() => grownContent(written, { guides: 30, stage: 'nowhere' })).toThrow(/nowhere/);
});
