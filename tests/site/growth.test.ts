/** With a hundred times as much in one place, pages stay as they are: what must not grow with what else is written. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersIn, type KnownAnswersFile } from '../../src/islands/search/known-answers.ts';
import { budgetOf } from '../../src/lib/check/budgets.ts';
import { mostBytes } from '../../src/lib/offline-copy.ts';
import { faultsByAxe } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { build } from '../support/build-and-serve.ts';
import { guidePages, pageAt } from '../support/built-site.ts';
import { laySources } from '../support/grown-site.ts';
import { ownServer } from '../support/own-server.ts';
import { fileAt, hasFile, pageFiles } from '../support/site-files.ts';
import { faultsOfHtml } from '../support/valid-html.ts';
import { atRoot, root } from '../support/variants.ts';
import { brotliBytes } from '../support/weight.ts';

/** All that is added is in one stage, and there are more claims than one page holds. */
const [stage, guides, claims] = ['remove', 70, 420];
/** The site's own guides in other stages. */
const elsewhere = 13;
/** Bytes by which a page may differ since numbers in it are longer, or another guide is its neighbour. */
const fewBytes = 90;

let folder = '';
let printed = '';
const htmlOf = (path: string): string => readFileSync(fileAt(folder, path), 'utf8');

/** By what is asked of a page: each is read once. */
function once<Read>(read: (path: string) => Read): (path: string) => Read {
  const known = new Map<string, Read>();
  return (path) => {
    const value = known.get(path) ?? read(path);
    known.set(path, value);
    return value;
  };
}
const documentOf = once((path) => parse(htmlOf(path)));
const idsOn = once((path) => new Set([...htmlOf(path).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)));
const addressesOn = once((path) =>
  [...htmlOf(path).matchAll(/<a [^>]*?href="([^"]*)"/g)]
    .map(([, address = '']) => new URL(address, `http://site${path}`))
    .filter(({ host }) => host === 'site'),
);

beforeAll(async () => {
  const from = laySources('for-tests', { guides, claims, stage });
  folder = join(from, 'dist');
  printed = await build({ ...atRoot, folder }, from);
});

afterAll(() => {
  rmSync(join(root, '.cache/grown/for-tests'), { recursive: true, force: true });
});

const links = (element: HTMLElement | null): string[] =>
  (element?.querySelectorAll('a[href]') ?? []).map((link) => link.getAttribute('href') ?? '');
const isThere = ({ pathname, hash }: URL): boolean =>
  hasFile(folder, pathname) && (hash === '' || idsOn(pathname).has(decodeURIComponent(hash.slice(1))));

describe('a guide', () => {
  test.each(guidePages)('$path weighs what it weighs without the others, within a few bytes', ({ path, html }) => {
    expect(Math.abs(brotliBytes(htmlOf(path)) - brotliBytes(html))).toBeLessThanOrEqual(fewBytes);
  });

  test('names its neighbours in its stage, and leads to all', () => {
    const path = `/${stage}/made-up-20/`;
    const nav = documentOf(path).querySelector('nav.stage');
    expect(links(nav)).toEqual([...[18, 19, 21, 22].map((number) => `/${stage}/made-up-${number}/`), `/${stage}/`]);
    expect(nav?.querySelectorAll('li')).toHaveLength(5);
    const menu = links(documentOf(path).querySelector('#menu'));
    expect(menu.filter((address) => address.startsWith(`/${stage}/`))).toEqual([`/${stage}/`, ...links(nav).slice(0, -1)]);
    expect(documentOf(path).querySelector('[popovertarget=here]')?.textContent).toMatch(
      new RegExp(`27\u00a0of\u00a0${guides - elsewhere}`),
    );
  });
});

test('home lists twelve guides of a stage, and leads to all', () => {
  const all = documentOf('/').querySelector(`a.door[href="/${stage}/"]`);
  expect(all?.textContent.trim()).toBe(`All ${guides - elsewhere}`);
  expect(links(documentOf('/').querySelector('.stages')).filter((address) => address.startsWith(`/${stage}/`))).toHaveLength(13);
  const guidesOn = (path: string): string[] =>
    links(documentOf(path).querySelector('main')).filter((address) => new RegExp(`^/${stage}/[a-z]`).test(address));
  expect(new Set([...guidesOn(`/${stage}/`), ...guidesOn(`/${stage}/2/`)]).size).toBe(guides - elsewhere);
});

test('every page can be reached from home', () => {
  const reached = new Set(['/']);
  for (const path of reached) for (const { pathname } of addressesOn(path)) if (pathname.endsWith('/')) reached.add(pathname);
  const all = pageFiles(folder).map(({ path }) => path);
  expect(all.length).toBeGreaterThan(guides * 2);
  expect(all.filter((path) => !reached.has(path) && path !== '/404.html')).toEqual([]);
});

describe('the evidence', () => {
  const parts = ['/evidence/', '/evidence/2/', '/evidence/3/'];
  const claimsOn = (path: string): string[] =>
    documentOf(path)
      .querySelectorAll('article.claim details > div[id]')
      .map(({ id }) => id);

  test('is on pages of two hundred claims, each once', () => {
    expect(parts.map((path) => claimsOn(path).length)).toEqual([200, 200, 20]);
    expect(new Set(parts.flatMap(claimsOn)).size).toBe(claims);
    expect(hasFile(folder, '/evidence/4/')).toBe(false);
  });

  test('has each claim at the address that its data name', () => {
    const data = JSON.parse(readFileSync(fileAt(folder, '/evidence.json'), 'utf8')) as { claims: { url: string }[] };
    expect(data.claims).toHaveLength(claims);
    expect(data.claims.filter(({ url }) => !isThere(new URL(new URL(url).pathname + new URL(url).hash, 'http://site')))).toEqual([]);
  });

  test('leads from page to page, to where each topic begins, and says where one is', () => {
    for (const [at, path] of parts.entries()) {
      const pager = documentOf(path).querySelector('nav.pager');
      const others = parts.filter((other) => other !== path);
      expect(links(pager?.querySelector('ol') ?? null)).toEqual(others);
      expect(pager?.querySelector('[aria-current=page]')?.textContent).toBe(`Page ${at + 1}`);
      expect(links(pager).filter((address) => !isThere(new URL(address, `http://site${path}`)))).toEqual([]);
      expect(documentOf(path).querySelector('title')?.textContent).toMatch(
        at === 0 ? /sure it is · / : new RegExp(`\\(page ${at + 1} of 3\\)`),
      );
    }
  });

  test('brings an address from before, when all claims stood on one page, to where the claim is now', async () => {
    const server = await ownServer(folder, '');
    const browser = await openBrowser();
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const [moved = ''] = claimsOn('/evidence/3/');
    await page.goto(`${server.address}/evidence/#${moved}`);
    await page.waitForURL(`**/evidence/3/#${moved}`);
    expect(await page.locator(`#${moved}`).isVisible()).toBe(true);
    // From its top: further down the header lies over a part of it.
    for (const path of ['/evidence/3/', `/${stage}/`]) {
      await page.goto(server.address + path);
      expect(await faultsByAxe(page), path).toEqual([]);
    }
    await browser.close();
    await server.stop();
  });

  test('counts what can be chosen on its page', () => {
    expect(documentOf('/evidence/3/').querySelector('[data-count]')?.getAttribute('data-all')).toBe('20');
  });
});

describe('the handbook', () => {
  const parts = ['/handbook/', '/handbook/2/', '/handbook/3/', '/handbook/4/'];
  const files = ['loose-ties.html', 'loose-ties-2.html', 'loose-ties-3.html', 'loose-ties-4.html'];
  const idsIn = once((file) => new Set([...htmlOf(`/${file}`).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)));

  test('goes on over pages of twenty guides, each guide once, numbered throughout', () => {
    const numbers = parts.map((path) =>
      [...htmlOf(path).matchAll(/ data-chapter="(\d+)" aria-labelledby="(?!checklists\.)/g)].map(([, number]) => Number(number)),
    );
    expect(numbers.map(({ length }) => length)).toEqual([20, 20, 20, 10]);
    expect(numbers.flat()).toEqual(Array.from({ length: guides }, (_, index) => index + 1));
    expect(hasFile(folder, '/handbook/5/')).toBe(false);
  });

  test('says on each page which it is, and leads to the others', () => {
    for (const path of parts) {
      const pager = documentOf(path).querySelector('nav.pager');
      expect(links(pager?.querySelector('ol') ?? null)).toEqual(parts.filter((other) => other !== path));
    }
  });

  test('is as many files, which lead to places in each other, and to no part of the handbook on the site', () => {
    const leading = files.flatMap((file) =>
      [...htmlOf(`/${file}`).matchAll(/ href="([^"]*)"/g)].map(([, address = '']) => ({ file, address })),
    );
    expect(leading.filter(({ address }) => address.includes('/handbook/'))).toEqual([]);
    const across = leading.filter(({ address }) => !/^(#|https?:|tel:)/.test(address));
    expect(across.filter(({ address }) => address.includes('#')).length).toBeGreaterThan(20);
    const faults = leading.filter(({ file, address }) => {
      const [other = '', id] = address.split('#');
      if (/^(https?:|tel:)/.test(address)) return false;
      return ![...files, ''].includes(other) || (id !== undefined && !idsIn(other || file).has(decodeURIComponent(id)));
    });
    expect(faults).toEqual([]);
  });

  test('weighs no more in any part than all of it may today', () => {
    for (const path of parts) expect(brotliBytes(htmlOf(path)), path).toBeLessThanOrEqual(budgetOf('/handbook/', undefined).html);
  });
});

test.each([`/${stage}/`, '/handbook/', '/handbook/2/', '/evidence/', '/evidence/2/', `/${stage}/made-up-20/`, '/search/'])(
  '%s is valid HTML, with a name for each navigation',
  async (path) => {
    expect(await faultsOfHtml(htmlOf(path))).toEqual([]);
    const names = documentOf(path)
      .querySelectorAll('nav')
      .map((nav) => nav.getAttribute('aria-label') ?? nav.getAttribute('aria-labelledby'));
    expect(new Set(names).size).toBe(names.length);
  },
);

test('questions go on over pages as well, and lead on', () => {
  const questionsOn = (path: string): string[] =>
    documentOf(path)
      .querySelectorAll('article.short-answer')
      .map(({ id }) => id);
  expect(questionsOn('/questions/')).toHaveLength(40);
  const later = questionsOn('/questions/2/');
  expect(later.length).toBeGreaterThan(0);
  const links = pageFiles(folder).flatMap(({ path }) => addressesOn(path).map(({ pathname, hash }) => pathname + hash));
  expect(later.filter((id) => links.includes(`/questions/#${id}`))).toEqual([]);
  expect(later.every((id) => links.includes(`/questions/2/#${id}`))).toBe(true);
});

test('each page of a list that is read fits in one round trip', () => {
  const lists = new RegExp(`^/(?:questions|tips|checklists|${stage})/(?:\\d+/)?$`);
  const weights = pageFiles(folder)
    .filter(({ path }) => lists.test(path))
    .map(({ path }) => ({ path, bytes: brotliBytes(htmlOf(path)) }));
  expect(weights.length).toBeGreaterThanOrEqual(8);
  expect(weights.filter(({ path, bytes }) => bytes > budgetOf(path, undefined).html)).toEqual([]);
});

test('every link leads to a page and a place that are there', () => {
  // The build stops where one does not: here that it looked, and that links to what has moved to a later page went with it.
  const ofClaims = pageFiles(folder).flatMap(({ path }) =>
    addressesOn(path).filter(({ pathname, hash }) => /^\/evidence\/\d+\//.test(pathname) && hash),
  );
  expect(ofClaims.length).toBeGreaterThan(100);
  expect(ofClaims.filter((address) => !isThere(address))).toEqual([]);
});

test('the search leads to places that are there, and its file stays small', () => {
  const file = readFileSync(fileAt(folder, '/known-answers.json'), 'utf8');
  expect(brotliBytes(file)).toBeLessThanOrEqual(60_000);
  const answers = answersIn(JSON.parse(file) as KnownAnswersFile);
  expect(answers.filter(({ url }) => /^\/evidence\/[23]\/#/.test(url)).length).toBeGreaterThan(200);
  expect(answers.filter(({ url }) => !isThere(new URL(url, 'http://site')))).toEqual([]);
});

test('home, the list of all pages and the file with it name some of each kind, and the way to the others', () => {
  expect(brotliBytes(htmlOf('/')) - brotliBytes(pageAt('/').html)).toBeLessThanOrEqual(1_200);
  const named = JSON.parse(readFileSync(fileAt(folder, '/pages.json'), 'utf8')) as { href: string }[];
  expect(named.filter(({ href }) => href.startsWith('/checklists/')).length).toBeLessThanOrEqual(62);
  expect(named.map(({ href }) => href)).toContain('/checklists/');
});

test('browsers keep what there is room for, and the build says what is left out', () => {
  const [, bytes] = /Browsers keep a copy of \d+ files, (\d+) bytes/.exec(printed) ?? [];
  expect(Number(bytes)).toBeLessThanOrEqual(mostBytes);
  expect(printed).toMatch(/the copy is without the search of the whole text, and without \d+ pages/);
  const worker = readFileSync(fileAt(folder, '/sw.js'), 'utf8');
  for (const { path } of guidePages) expect(worker).toContain(`url:"${path.slice(1)}"`);
  expect(worker).not.toContain('pagefind/fragment');
});
