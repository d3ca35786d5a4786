/** Which part of a large site browsers keep. */
import { expect, test } from 'vitest';
import { fittingCopy } from '../../src/lib/offline-copy.ts';
import { importanceOf } from '../../src/lib/written/importance.ts';
import { Problems } from '../../src/lib/written/problems.ts';
import { readContent } from '../../src/lib/written/reading.ts';
import { contentWith, edited, smallContent } from '../content/small-content.ts';

const file = (url: string) => ({ url, bytes: 10 });
const files = [
  '404.html',
  '_astro/island.js',
  'evidence/2/index.html',
  'index.html',
  'known-answers.json',
  'pagefind/fragment/a.pf_fragment',
  'remove/first/index.html',
  'remove/later/index.html',
].map(file);
const importance = new Map([
  ['/remove/first/', 1],
  ['/remove/later/', 2],
]);
const kept = (most: number): string[] => fittingCopy(files, importance, most).map(({ url }) => url);
const all = files.map(({ url }) => url);

test('all of it while there is room', () => {
  expect(kept(80)).toEqual(all);
});

test('first the index of the whole text is left out, whole', () => {
  expect(kept(79)).toEqual(all.filter((url) => !url.startsWith('pagefind/')));
});

test('then pages, from the last of the later ones', () => {
  expect(kept(60)).not.toContain('evidence/2/index.html');
  expect(kept(60)).toContain('remove/later/index.html');
  expect(kept(50)).not.toContain('remove/later/index.html');
  expect(kept(50)).toContain('remove/first/index.html');
  expect(kept(49)).toEqual(['404.html', '_astro/island.js', 'index.html', 'known-answers.json']);
});

test('what every page needs stays, whatever it weighs', () => {
  expect(kept(0)).toEqual(['404.html', '_astro/island.js', 'known-answers.json']);
});

test('what people come for is first, then guides as their stages have them, each with its checklists', () => {
  const content = readContent(
    contentWith({
      ...edited('journey.yaml', '- one-person', '- another\n    - one-person'),
      'guides/remove/another.mdx': smallContent['guides/remove/one-person.mdx']?.replace('remove-one', 'other-list'),
      'checklists/other-list.yaml': smallContent['checklists/remove-one.yaml'],
      'checklists/alone.yaml': smallContent['checklists/remove-one.yaml'],
    }),
    new Problems(),
  );
  expect(Object.fromEntries(importanceOf(content))).toEqual({
    '/remove/one-person/': 0,
    '/checklists/remove-one/': 0,
    '/remove/another/': 1,
    '/checklists/other-list/': 1,
    '/checklists/alone/': Infinity,
  });
});
