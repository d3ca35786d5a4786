import { describe, expect, test } from 'vitest';
import { fileOf, guidePages, pageAt, pages } from '../support/built-site.ts';
import { brotliBytes, weigh } from '../support/weight.ts';

test('there are guides to weigh', () => {
  expect(guidePages.length).toBeGreaterThanOrEqual(3);
});

test.each(guidePages)('$path fits in one round trip, styles included, and asks for little script', ({ html }) => {
  const weight = weigh(html, fileOf);
  expect(weight.html).toBeLessThanOrEqual(14_000);
  expect(weight.scripts).toBeLessThanOrEqual(5_000);
  expect(weight.scripts).toBeGreaterThan(0);
});

test('the page of all evidence weighs no more than it did with 201 claims', () => {
  expect(weigh(pageAt('/evidence/').html, fileOf).html).toBeLessThanOrEqual(42_900);
});

const longLists = ['/evidence/', '/evidence/sources/'];

test.each(pages.filter(({ path }) => path.startsWith('/evidence/') && !longLists.includes(path)))(
  '$path is no heavier than evidence may be',
  ({ html }) => {
    expect(weigh(html, fileOf).html).toBeLessThanOrEqual(24_000);
  },
);

describe('the page that sorts connections', () => {
  const { html, document } = pageAt('/tools/triage/');
  const tool = document.querySelectorAll('script').find(({ rawText }) => rawText.includes('lt-triage'))?.rawText ?? '';

  test('fits in one round trip without its script, styles included', () => {
    expect(tool).not.toBe('');
    expect(brotliBytes(html.replace(tool, () => ''))).toBeLessThanOrEqual(14_000);
  });

  test('brings a script of no more than 30,000 bytes, with the reader of zips and tables in it', () => {
    expect(brotliBytes(tool)).toBeLessThanOrEqual(30_000);
  });
});

test.each(pages)('$path brings its styles along and waits for nothing else', ({ document }) => {
  expect(document.querySelectorAll('link[rel="stylesheet"]')).toEqual([]);
  for (const script of document.querySelectorAll('script[src]')) expect(script.getAttribute('type')).toBe('module');
});

test('bytes are counted as sent', () => {
  expect(brotliBytes('a'.repeat(10_000))).toBeLessThan(40);
  expect(brotliBytes('')).toBe(1);
});
