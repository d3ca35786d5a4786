/** What the built search holds, and what it costs to load. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { HTMLElement } from 'node-html-parser';
import { expect, test } from 'vitest';
import { answersIn, type KnownAnswersFile } from '../../src/islands/search/known-answers.ts';
import { kinds } from '../../src/islands/search/result.ts';
import { checklistPages, elementAt, guidePages, pageAt, pages, siteFolder, words } from '../support/built-site.ts';
import { brotliBytes } from '../support/weight.ts';

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly element: string; readonly id: string }[];
}

const folder = join(siteFolder, 'pagefind/fragment');
const fragments = readdirSync(folder).map((name) => {
  // Pagefind marks what it has unpacked by this word at its beginning.
  const text = gunzipSync(readFileSync(join(folder, name))).toString();
  return JSON.parse(text.slice(text.indexOf('{'))) as Fragment;
});

const answers = answersIn(JSON.parse(readFileSync(join(siteFolder, 'known-answers.json'), 'utf8')) as KnownAnswersFile);

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

test('what a reader needs on the page and a result does not is not in the index', () => {
  for (const { url, content } of fragments) {
    expect(content, url).not.toMatch(
      /More on this step|If not:|To go back:|A sketch, not the real screen|Where your ticks are kept|What this page rests on/,
    );
  }
});

/** What stands on a page between a heading and the next of its rank, text by text. */
function textsUnder(document: HTMLElement, id: string): string[] {
  const texts: string[] = [];
  for (let next = elementAt(document, id)?.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling)
    texts.push(...next.querySelectorAll('p, li').map(words), ...(['P', 'LI'].includes(next.tagName) ? [words(next)] : []));
  return texts;
}

test('what nobody knows, what follows a step and what is code are in neither what the index nor what the file has of a page', () => {
  let looked = 0;
  for (const { path, document } of pages) {
    const indexed = fragments.find(({ url }) => url === path);
    if (!indexed) continue;
    const own = answers.filter(({ url, kind }) => url.startsWith(path) && kind === 'guide').map(({ sentence }) => sentence);
    const held = [indexed.content.replaceAll(/\s+/g, ' '), ...own];
    const left = [
      ...textsUnder(document, 'what-nobody-knows'),
      ...document.querySelectorAll('lt-checklist li > section > p, main pre').map(words),
    ].filter((text) => text.split(' ').length > 5);
    looked += left.length;
    expect(
      left.filter((text) => held.some((content) => content.includes(text))),
      path,
    ).toEqual([]);
  }
  expect(looked).toBeGreaterThan(100);
});

test('the file of known answers holds every guide, checklist and question, and leads to places that are there', () => {
  const urls = answers.map(({ url }) => url);
  const articles = pageAt('/questions/').document.querySelectorAll('main article');
  expect(articles.length).toBeGreaterThan(30);
  const wanted = [...[...guidePages, ...checklistPages].map(({ path }) => path), ...articles.map(({ id }) => `/questions/#${id}`)];
  expect(wanted.filter((url) => !urls.includes(url))).toEqual([]);
  const missing = urls.filter((url) => {
    const [path = '', id] = url.split('#');
    return id !== undefined && !elementAt(pageAt(path).document, decodeURIComponent(id));
  });
  expect(missing).toEqual([]);
  // But for names of buttons, which share a table.
  const others = answers.filter(({ kind }) => kind !== 'button').map(({ url }) => url);
  expect(new Set(others).size).toBe(others.length);
});

test('every answer has a title, and the kinds, guides and sentences are what the search takes them for', () => {
  for (const { url, kind, title, sentence, guide } of answers) {
    expect(title, url).not.toBe('');
    expect(['', ...kinds], url).toContain(kind);
    if (guide)
      expect(
        guidePages.map(({ path }) => path),
        url,
      ).toContain(guide);
    if (kind === 'question' || kind === 'tip') expect(guide, url).not.toBe('');
    if (sentence) expect(sentence, url).toMatch(/[.?!)”’]$/);
  }
});

test('no answer, and no place in the index, lies inside the page that is entered at its top', () => {
  const firstAid = '/decide/someone-is-bothering-me/';
  expect(answers.filter(({ url }) => url.startsWith(firstAid)).map(({ url }) => url)).toEqual([firstAid]);
  const page = fragments.find(({ url }) => url === firstAid);
  expect(page?.anchors.filter(({ element }) => element.startsWith('h'))).toEqual([]);
});

test('what the first letter needs is three files at most, and weighs no more than the script’s share and what the file of answers may grow to', () => {
  const scripts = readdirSync(join(siteFolder, '_astro')).filter((name) => /^(lt-search-dialog|rolldown-runtime)\..*\.js$/.test(name));
  const files = [...scripts.map((name) => join('_astro', name)), 'known-answers.json'];
  expect(files.length).toBeLessThanOrEqual(3);
  expect(scripts.filter((name) => name.startsWith('lt-search-dialog'))).toHaveLength(1);
  const bytes = (name: string): number => brotliBytes(readFileSync(join(siteFolder, name)));
  for (const name of files) expect(bytes(name), name).toBeLessThanOrEqual(name.endsWith('.json') ? 60_000 : 13_000);
});

test('a part of the index that is missing makes its worker fail', () => {
  expect(readFileSync(join(siteFolder, 'pagefind/pagefind-worker.js'), 'utf8')).toMatch(
    /catch\((\w+)\)\{throw \1;console\.error\(`Failed to load the index chunk/,
  );
});
