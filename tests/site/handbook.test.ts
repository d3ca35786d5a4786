/** The handbook, as a page and as the file to take along: all that is written is in it, its links lead somewhere, and nothing is asked of anybody. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';
import { checklistPages, elementAt, guidePages, pageAt, pagesUnderBase, siteFolder, words } from '../support/built-site.ts';
import { faultsOfHtml } from '../support/valid-html.ts';
import { testOrigin, underBase } from '../support/variants.ts';
import { writtenContent } from '../support/written-content.ts';

const page = pageAt('/handbook/');
const fileIn = (folder: string): { html: string; document: HTMLElement } => {
  const html = readFileSync(join(folder, 'loose-ties.html'), 'utf8');
  return { html, document: parse(html, { comment: true, blockTextElements: { script: true, style: true } }) };
};
const file = fileIn(siteFolder);
const fileUnderBase = fileIn(inject('siteUnderBaseFolder'));

const both = [
  { name: 'the page', ...page },
  { name: 'the file', ...file },
];

const { checklists, claims } = writtenContent;
const chapterOf = (path: string): string => path.slice(1, -1).replace('/', '.');
const texts = (within: HTMLElement | null | undefined, selector: string): string[] => (within?.querySelectorAll(selector) ?? []).map(words);

describe.each(both)('$name', ({ document }) => {
  const chapterAt = (id: string): HTMLElement | undefined => elementAt(document, id)?.closest('article') ?? undefined;

  test.each(guidePages)('has $path whole: its title, its answer, its headings, paragraphs, steps and tables', (guide) => {
    const chapter = chapterAt(chapterOf(guide.path));
    expect(texts(chapter, 'h2')[0]).toMatch(new RegExp(`^\\d+ ${RegExp.escape(words(guide.document.querySelector('h1')))}$`));
    expect(texts(chapter, '.answer')).toEqual([words(guide.document.querySelector('h1 + .answer'))]);
    const prose = guide.document.querySelector('.prose');
    const own = (element: HTMLElement): boolean => !element.closest('.progress, .care, lt-remember, .choices, lt-your-ticks');
    // A link to a page of the site says in the file where that is.
    const said = (text: string): string => text.replaceAll(/ \([\w.-]+\)|A sketch, not the real screen/g, '');
    const inGuide = (prose?.querySelectorAll('h2, h3, h4, p, li > label, td, th, li, summary, pre, figcaption') ?? [])
      .filter(own)
      .map(words);
    const inChapter = new Set(texts(chapter, 'h3, h4, h5, p, td, th, li, summary, pre, figcaption').map(said));
    expect(inGuide.length).toBeGreaterThan(10);
    expect(inGuide.filter((text) => !inChapter.has(said(text)) && text !== '')).toEqual([]);
  });

  test('has every checklist, private ones too, with all its steps and an empty box for each', () => {
    // A word in an id may be broken for reader views.
    const stepOf = (place: string): string => place.slice(place.lastIndexOf('.') + 1);
    for (const { id, steps } of checklists.values()) {
      const list = document
        .querySelectorAll('.steps')
        .find((steps) => steps.querySelector('li')?.id.replaceAll('_', '').includes(`.${id}.`));
      expect(
        list?.querySelectorAll('li').map((step) => stepOf(step.id.replaceAll('_', ''))),
        id,
      ).toEqual(steps.map((step) => step.id));
    }
    expect(checklists.size).toBe(checklistPages.length);
  });

  test('has nothing to tick, since nothing would keep it', () => {
    expect(document.querySelectorAll('main :is(input, label, lt-checklist, lt-remember, lt-where-you-are)')).toEqual([]);
  });

  test('names every guide in its contents', () => {
    const contents = document.querySelectorAll('.all-chapters ol a').map((link) => link.getAttribute('href'));
    expect(contents).toEqual(
      guidePages.map(({ path }) => `#${chapterOf(path)}`).sort((one, other) => at(document, one) - at(document, other)),
    );
  });

  test('has each claim that it prints once at its end, with its verdict, its newest source and the day it was read', () => {
    const marked = new Set(document.querySelectorAll('a.mark').map((mark) => mark.getAttribute('href')?.replace('#rests-on.', '') ?? ''));
    const entries = document.querySelectorAll('.evidence details');
    const ids = entries.map((entry) => entry.querySelector('div')?.id.replace('rests-on.', '') ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect([...marked].filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(100);
    for (const entry of entries) {
      const claim = claims.get(entry.querySelector('div')?.id.replace('rests-on.', '') ?? '');
      expect(entry.querySelector('.verdict')?.getAttribute('data-verdict')).toBe(claim?.verdict);
      expect(words(entry)).toMatch(/(Newest source: .+, .*\d{4}\.|No source of weight is dated\.) Read on \d+ \w+ \d{4}\./);
    }
  });

  test('leads from a claim to all that stand behind one mark with it, in whichever guide', () => {
    const companionsIn = (within: HTMLElement): { claim: string; others: string[] }[] =>
      within.querySelectorAll('.evidence details div').map((entry) => ({
        claim: entry.id,
        others: linksOf(entry).filter((link) => link.startsWith('#rests-on.')),
      }));
    const inAll = new Map(companionsIn(document).map(({ claim, others }) => [claim, others]));
    const missing = guidePages.flatMap((guide) =>
      companionsIn(guide.document).flatMap(({ claim, others }) =>
        others.filter((other) => !inAll.get(claim)?.includes(other)).map((other) => `${guide.path} ${claim} ${other}`),
      ),
    );
    expect(missing).toEqual([]);
  });
});

/** How far down the page the place is. */
const at = (document: HTMLElement, address: string): number => elementAt(document, address.slice(1))?.range[0] ?? -1;

const linksOf = (document: HTMLElement): string[] => document.querySelectorAll('a[href]').map((link) => link.getAttribute('href') ?? '');

describe.each([
  { name: 'where the site’s address is known', ...file, origin: testOrigin },
  { name: 'where it is not', ...fileUnderBase, origin: '' },
])('the file, $name,', ({ html, document, origin }) => {
  test('has links to places in it that are there, and to whole addresses', () => {
    const links = linksOf(document);
    const faults = links.filter((link) =>
      link.startsWith('#') ? !elementAt(document, decodeURIComponent(link.slice(1))) : !/^(https?:\/\/|tel:)/.test(link),
    );
    expect(faults).toEqual([]);
    expect(links.filter((link) => link.startsWith('#')).length).toBeGreaterThan(500);
    const toSite = links.filter((link) => origin !== '' && link.startsWith(`${origin}/`)).map((link) => new URL(link).pathname);
    expect(toSite.filter((path) => !existsSync(join(siteFolder, path, path.endsWith('/') ? 'index.html' : '')))).toEqual([]);
    expect(toSite.length > 0).toBe(origin !== '');
  });

  test('leads to no guide or checklist elsewhere: all are in it', () => {
    const own = [...guidePages, ...checklistPages].map(({ path }) => path);
    const leading = linksOf(document).map((link) => new URL(link, 'file:///loose-ties.html').pathname.replace(underBase.base, ''));
    expect(leading.filter((path) => own.includes(path))).toEqual([]);
  });

  test('asks for nothing: no script, no picture, no style from elsewhere, and its policy allows none', () => {
    expect(document.querySelectorAll('script, link, img, iframe, object, embed, source, audio, video, form, [src], [srcset]')).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|\son[a-z]+=|\sstyle=/);
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-`);
    expect(document.querySelectorAll('svg').length).toBeGreaterThan(5);
  });

  test('is valid HTML, with each id once', async () => {
    expect(await faultsOfHtml(html)).toEqual([]);
    const ids = document.querySelectorAll('[id]').map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('says when it was made, under which licence, and that it is independent', () => {
    expect(words(document.querySelector('main'))).toMatch(
      /Made on \d+ \w+ \d{4}\. You may copy it, print it and pass it on under the licence CC BY 4\.0/,
    );
    expect(words(document.querySelector('footer'))).toContain('independent of LinkedIn');
  });
});

test('the page leads to no guide or checklist by itself: all are on it', () => {
  const own = [...guidePages, ...checklistPages].map(({ path }) => path);
  const leading = page.document
    .querySelectorAll('main a[href]')
    .map((link) => new URL(link.getAttribute('href') ?? '', 'http://site/handbook/').pathname);
  expect(leading.filter((path) => own.includes(path))).toEqual([]);
});

test('the page leads to the file, below a base path too', () => {
  expect(page.document.querySelector('a[download]')?.getAttribute('href')).toBe('/loose-ties.html');
  expect(pageAt('/handbook/', pagesUnderBase).document.querySelector('a[download]')?.getAttribute('href')).toBe(
    `${underBase.base}/loose-ties.html`,
  );
});

test('the page is found by what it is for, and the text of guides is not found a second time', () => {
  const answers = readFileSync(join(siteFolder, 'known-answers.json'), 'utf8');
  const { urls } = JSON.parse(answers) as { urls: string };
  expect(urls.split('\n').filter((url) => url.startsWith('/handbook/'))).toEqual(['/handbook/']);
});

test('people come to it from home, from the page about the site and from the list of all pages', () => {
  for (const path of ['/', '/about/', '/search/'])
    expect(pageAt(path).document.querySelector('main a[href="/handbook/"]'), path).not.toBeNull();
});
