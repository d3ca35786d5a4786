/** What the built search holds, and what it costs to load. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { kinds } from '../../src/islands/search/result.ts';
import { checklistPages, guidePages, pageAt, siteFolder } from '../support/built-site.ts';
import { brotliBytes } from '../support/weight.ts';

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

const folder = join(siteFolder, 'pagefind/fragment');
const fragments = readdirSync(folder).map((name) => {
  // Pagefind marks what it has unpacked by this word at its beginning.
  const text = gunzipSync(readFileSync(join(folder, name))).toString();
  return JSON.parse(text.slice(text.indexOf('{'))) as Fragment;
});
const ofKind = (kind: string): Fragment[] => fragments.filter(({ meta }) => meta['kind'] === kind);
const articlesOn = (path: string): number => pageAt(path).document.querySelectorAll('main article').length;

test('every guide, checklist, question, tip and claim is found, each at an address of its own', () => {
  expect(ofKind('guide')).toHaveLength(guidePages.length);
  expect(ofKind('checklist')).toHaveLength(checklistPages.length);
  expect(ofKind('question')).toHaveLength(articlesOn('/questions/'));
  expect(ofKind('tip')).toHaveLength(articlesOn('/tips/'));
  expect(ofKind('evidence')).toHaveLength(articlesOn('/evidence/'));
  expect(new Set(fragments.map(({ url }) => url)).size).toBe(fragments.length);
});

test('the search’s script knows every kind that the index names', () => {
  const named = new Set(fragments.flatMap(({ meta }) => meta['kind'] ?? []));
  expect([...named].sort()).toEqual([...kinds].sort());
});

test('questions and tips name the guide with more, and show an answer of whole sentences', () => {
  for (const { url, meta } of [...ofKind('question'), ...ofKind('tip')]) {
    const path = /^(\/\S+\/) \S/.exec(meta['guide'] ?? '')?.[1];
    expect(
      guidePages.map((page) => page.path),
      url,
    ).toContain(path);
    expect(meta['answer'], url).toMatch(/[.?!)”]$/);
  }
});

test('what a reader needs on the page and a result does not is not in the index', () => {
  for (const { url, content } of fragments) {
    expect(content, url).not.toMatch(
      /More on this step|If not:|To go back:|A sketch, not the real screen|Where your ticks are kept|What this page rests on/,
    );
  }
});

test('the search asks for at most 8,000 bytes of ours, and for 3,000 more where a word was mistyped', () => {
  const scripts = readdirSync(join(siteFolder, '_astro'));
  const bytes = (name: string): number => {
    const found = scripts.filter((file) => file.startsWith(name));
    expect(found).toHaveLength(1);
    return brotliBytes(readFileSync(join(siteFolder, '_astro', found[0] ?? '')));
  };
  expect(bytes('lt-search-dialog.')).toBeLessThanOrEqual(8_000);
  expect(bytes('nearest.')).toBeLessThanOrEqual(3_000);
});
