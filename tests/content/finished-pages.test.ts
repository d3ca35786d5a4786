/** What the build refuses once pages are built. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { problemsOfPages } from '../../src/lib/check/finished-pages.ts';

const plain = 'Open the list. Choose the name. '.repeat(10);
const guide = (body: string, text = plain): string =>
  `<!doctype html><html data-kind="guide"><body><p class="answer">It is so.</p><div class="prose"><p>${text}</p>${body}</div></body></html>`;

const problemsWith = (html: string, { path = '/remove/one/', base = '' } = {}) =>
  problemsOfPages({
    pages: [
      { path, html },
      { path: '/about/', html: '<h2 id="privacy">Privacy</h2>' },
    ],
    base,
    hasFile: (address) => ['/remove/one/', '/about/', '/favicon.ico'].includes(address),
  });

test('a page on which nothing is wrong has no problem', () => {
  const links =
    '<h2 id="here"></h2><a href="#here"></a><a href="/about/#privacy"></a><a href="../../favicon.ico"></a><a href="https://example.org/x"></a>';
  expect(problemsWith(guide(links))).toEqual([]);
  expect(problemsWith(guide('<a href="/base/about/"></a>'), { base: '/base' })).toEqual([]);
});

const fault = (field: string, cure: RegExp) => ({
  file: 'src/content/guides/remove/one.mdx',
  field,
  cure: expect.stringMatching(cure) as unknown,
});

test.each([
  ['a link to no page', guide('<a href="/nowhere/"></a>'), fault('the link to /nowhere/', /no such page/)],
  ['a link to no place', guide('<a href="/about/#terms"></a>'), fault('the link to /about/#terms', /no place called "terms" on \/about\//)],
  ['a link to no place on itself', guide('<a href="#gone"></a>'), fault('the link to #gone', /no place called "gone"/)],
  ['an id that stands twice', guide('<h2 id="x"></h2><span id="x"></span>'), fault('the id "x"', /stands twice on the page/)],
  ['an id without a name', guide('<h2 id=""></h2>'), fault('the id ""', /needs a name/)],
  ['a link to code', guide('<a href="javascript:x"></a>'), fault('the link to javascript:x', /begin it with/)],
  ['a guide of a few sentences', guide('', 'It is so.'), fault('text', /has 2 sentences: a guide has 16 at least/)],
  [
    'a guide in heavy prose',
    guide('', 'Professional relationship administration necessitates methodological deliberation. '.repeat(16)),
    fault('text', /reads like grade \d+\.\d, and 8 is the most/),
  ],
  [
    'a guide of many bytes',
    guide(`<!--${randomBytes(15_000).toString('base64')}-->`),
    fault('whole file', /a page of \d+ bytes, and 14000 arrive/),
  ],
])('%s is refused', (_, html, expected) => {
  expect(problemsWith(html)).toEqual([expected]);
});

test('a link that leaves the base path is refused', () => {
  expect(problemsWith(guide('<a href="/about/"></a>'), { base: '/base' })).toEqual([fault('the link to /about/', /no such page/)]);
});

test('a long path that the site is put below makes no page too heavy', () => {
  const base = `/${randomBytes(9_000).toString('base64url')}`;
  const half = `<!--${randomBytes(9_000).toString('base64')}-->`;
  expect(problemsWith(guide(`<a href="${base}/about/"></a>${half}`), { base })).toEqual([]);
  expect(problemsWith(guide(`<a href="${base}/about/"></a>${half}${half.replaceAll('A', 'B')}${base.slice(1)}`), { base })).toEqual([
    fault('whole file', /a page of \d+ bytes/),
  ]);
});

test('labels, tables and evidence are no prose, and other pages are held to no grade', () => {
  const heavy = 'Professional relationship administration necessitates methodological deliberation. '.repeat(16);
  expect(problemsWith(guide(`<table><tr><td><p>${heavy}</p></td></tr></table><div class="evidence"><p>${heavy}</p></div>`))).toEqual([]);
  expect(problemsWith(`<html data-kind="checklist"><body><div class="prose"><p>${heavy}</p></div></body></html>`)).toEqual([]);
});
