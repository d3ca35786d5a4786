import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { guidePages, pages, pagesUnderBase, siteFolder, type Page } from '../support/built-site.ts';

const origin = 'https://loose-ties.example';
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
  const answer = page.document.querySelector('.answer')?.textContent.replaceAll(/\s+/g, ' ').trim();
  const article = linkedData(page).find((thing) => thing['@type'] === 'Article');
  expect(meta(page, 'description')).toBe(answer);
  expect(article).toMatchObject({
    '@context': 'https://schema.org',
    headline: page.document.querySelector('h1')?.textContent,
    description: answer,
  });
  expect(article?.['dateModified']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
