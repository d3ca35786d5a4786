import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { checklistPages, guidePages, pages, pagesUnderBase, siteFolder, words, type Page } from '../support/built-site.ts';
import { sizeOfPng } from '../support/png.ts';
import { testOrigin as origin } from '../support/variants.ts';

const listed = pages.filter(({ document }) => !document.querySelector('meta[name="robots"]'));

const meta = (page: Page, name: string): string | undefined =>
  page.document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content');

const linkedData = (page: Page): Record<string, unknown>[] =>
  page.document
    .querySelectorAll('script[type="application/ld+json"]')
    .map((script) => JSON.parse(script.rawText) as Record<string, unknown>);

test.each(pages)('$path has a title and a description', (page) => {
  const title = page.document.querySelector('title')?.textContent ?? '';
  expect(title).toContain('Loose Ties');
  expect(title.length).toBeLessThan(90);
  expect(meta(page, 'description')?.length).toBeGreaterThan(20);
  expect(meta(page, 'description')).not.toMatch(/[{}<>*]/);
});

test('no two pages share a title or a description', () => {
  for (const of of [(page: Page) => page.document.querySelector('title')?.textContent, (page: Page) => meta(page, 'description')]) {
    const all = pages.map(of);
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
  }
});

test.each(listed)('$path names its own address where the site’s is known', (page) => {
  const own = `${origin}${page.path}`;
  expect(page.document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(own);
  expect(meta(page, 'og:url')).toBe(own);
});

test.each(pagesUnderBase)('$path names no address where the site’s is not known', (page) => {
  expect(page.document.querySelector('link[rel="canonical"]')).toBeNull();
  expect(meta(page, 'og:url')).toBeUndefined();
  expect(JSON.stringify(linkedData(page))).not.toContain('"url"');
});

test('the sitemap holds every listed page, and is there only with an address', () => {
  const sitemap = readFileSync(join(siteFolder, 'sitemap-0.xml'), 'utf8');
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  expect(addresses.sort()).toEqual(listed.map(({ path }) => `${origin}${path}`).sort());
  expect(readFileSync(join(siteFolder, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${origin}/sitemap-index.xml`);

  const withoutAddress = inject('siteUnderBaseFolder');
  expect(existsSync(join(withoutAddress, 'sitemap-index.xml'))).toBe(false);
  expect(readFileSync(join(withoutAddress, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
});

test.each(guidePages)('$path says the same on the page, in its description and as linked data', (page) => {
  const answer = words(page.document.querySelector('h1 + p'));
  const article = linkedData(page).find((thing) => thing['@type'] === 'Article');
  expect(meta(page, 'description')).toBe(answer);
  expect(article).toMatchObject({
    '@context': 'https://schema.org',
    headline: page.document.querySelector('h1')?.textContent,
    description: answer,
  });
  expect(article?.['dateModified']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

const cardOf = (page: Page): string => meta(page, 'og:image')?.replace(origin, '') ?? '';
const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);

describe('a card', () => {
  test.each(listed)('stands for $path, as a PNG of the size that is said', (page) => {
    expect(meta(page, 'og:image')).toMatch(new RegExp(`^${origin}/cards/.+\\.png$`));
    const size = sizeOfPng(readFileSync(join(siteFolder, cardOf(page))));
    expect(size).toEqual({ width: 1200, height: 630 });
    expect(meta(page, 'og:image:width')).toBe('1200');
    expect(meta(page, 'og:image:height')).toBe('630');
    expect(meta(page, 'twitter:card')).toBe('summary_large_image');
    expect(meta(page, 'og:image:alt')).toContain('two dots and a line between them that is cut');
  });

  test('of a page’s own says what the page is called', () => {
    const cards = new Map<string, Page[]>();
    for (const page of listed) cards.set(cardOf(page), [...(cards.get(cardOf(page)) ?? []), page]);
    const own = [...cards].flatMap(([card, [page]]) =>
      page && card === `/cards${page.path.replace(/\/$/, '') || '/home'}.png` ? [page] : [],
    );
    // Sources of the evidence share one, and each other page has its own.
    expect(own.length).toBeGreaterThan(40);
    for (const page of [...guidePages, ...checklistPages]) expect(own).toContain(page);
    for (const page of own) {
      const names = [page.document.querySelector('h1')?.textContent.trim() ?? '', meta(page, 'og:title') ?? ''];
      expect(
        names.some((name) => meta(page, 'og:image:alt')?.startsWith(`“${name}”`)),
        page.path,
      ).toBe(true);
    }
  });

  test('is drawn for no page that is not there, and is heavier than nothing and lighter than a photograph', () => {
    const drawn = filesIn(join(siteFolder, 'cards')).filter((file) => file.endsWith('.png'));
    expect(drawn.map((file) => `/cards/${file.replaceAll('\\', '/')}`).sort()).toEqual([...new Set(listed.map(cardOf))].sort());
    for (const file of drawn) {
      const bytes = statSync(join(siteFolder, 'cards', file)).size;
      expect(bytes).toBeGreaterThan(5_000);
      expect(bytes).toBeLessThan(100_000);
    }
  });

  test('is no part of a page: nothing links to it and nothing loads it', () => {
    for (const { path, document } of pages) {
      const addresses = document
        .querySelectorAll('[href], [src]')
        .map((element) => element.getAttribute('href') ?? element.getAttribute('src'));
      expect(
        addresses.filter((address) => address?.includes('/cards/')),
        path,
      ).toEqual([]);
    }
  });

  test('is neither named nor made where the site’s address is not known, nor named by a page that is no destination', () => {
    for (const page of [...pagesUnderBase, ...pages.filter((candidate) => !listed.includes(candidate))]) {
      expect(page.html, page.path).not.toMatch(/og:image|twitter:card/);
    }
    expect(filesIn(join(inject('siteUnderBaseFolder'), 'cards'))).toEqual([]);
  });
});

describe.each([
  { where: 'at the root', base: '', folder: siteFolder, all: pages },
  { where: 'under a base path', base: '/under/base', folder: inject('siteUnderBaseFolder'), all: pagesUnderBase },
])('the icons $where', ({ base, folder, all }) => {
  const fileAt = (address: string): Buffer => readFileSync(join(folder, address.slice(base.length)));
  const links = (page: Page, relation: string): string[] =>
    page.document.querySelectorAll(`link[rel="${relation}"]`).map((link) => link.getAttribute('href') ?? '');

  test('are named by every page, and are what they are said to be', () => {
    for (const page of all) {
      if (page.document.querySelector('html[data-closed]')) continue;
      expect(links(page, 'icon'), page.path).toEqual([`${base}/favicon.ico`, `${base}/favicon.svg`]);
      expect(links(page, 'apple-touch-icon'), page.path).toEqual([`${base}/apple-touch-icon.png`]);
      expect(links(page, 'manifest'), page.path).toEqual([`${base}/manifest.webmanifest`]);
    }
    expect(sizeOfPng(fileAt(`${base}/apple-touch-icon.png`))).toEqual({ width: 180, height: 180 });
    expect(fileAt(`${base}/favicon.svg`).toString()).toMatch(/^<svg .*prefers-color-scheme:dark/);
  });

  test('stand in the page itself where that may ask for nothing', () => {
    const closed = all.filter(({ document }) => document.querySelector('html[data-closed]'));
    expect(closed).not.toEqual([]);
    for (const page of closed) {
      expect(links(page, 'icon').map((icon) => decodeURIComponent(icon))).toEqual([expect.stringMatching(/^data:image\/svg\+xml,<svg /)]);
      for (const relation of ['apple-touch-icon', 'manifest']) expect(links(page, relation), page.path).toEqual([]);
    }
  });

  test('include an ICO of two sizes, for what takes no SVG', () => {
    const ico = fileAt(`${base}/favicon.ico`);
    expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 2, 0]);
    const images = [0, 1].map((index) => {
      const entry = 6 + 16 * index;
      const offset = ico.readUInt32LE(entry + 12);
      return { said: ico.readUInt8(entry), ...sizeOfPng(ico.subarray(offset, offset + ico.readUInt32LE(entry + 8))) };
    });
    expect(images).toEqual([
      { said: 16, width: 16, height: 16 },
      { said: 32, width: 32, height: 32 },
    ]);
  });

  test('are in the manifest, which says what an installed site needs', () => {
    const manifest = JSON.parse(fileAt(`${base}/manifest.webmanifest`).toString()) as Manifest;
    expect(manifest).toMatchObject({ name: 'Loose Ties', start_url: `${base}/`, scope: `${base}/`, id: `${base}/` });
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      'any any',
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, sizes, type } of manifest.icons) {
      if (type === 'image/png') expect(sizeOfPng(fileAt(src))).toEqual({ width: parseInt(sizes), height: parseInt(sizes) });
      else expect(fileAt(src).toString()).toMatch(/^<svg /);
    }
  });

  test('and the browser’s bars are in the colours of the stylesheet', () => {
    const paper = /--paper:\s*light-dark\((#\w+), (#\w+)\)/.exec(readFileSync('src/styles/tokens.css', 'utf8'));
    const manifest = JSON.parse(fileAt(`${base}/manifest.webmanifest`).toString()) as Manifest;
    expect([manifest.background_color, manifest.theme_color]).toEqual([paper?.[1], paper?.[1]]);
    for (const { path, document } of all) {
      const bars = document
        .querySelectorAll('meta[name="theme-color"]')
        .map((bar) => [bar.getAttribute('media'), bar.getAttribute('content')]);
      // The first that fits counts.
      expect(bars, path).toEqual([
        ['(prefers-color-scheme:dark)', paper?.[2]],
        [undefined, paper?.[1]],
      ]);
    }
  });
});

interface Manifest {
  background_color: string;
  theme_color: string;
  icons: { src: string; sizes: string; type: string; purpose: string }[];
}
