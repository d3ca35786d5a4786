import { describe, expect, test } from 'vitest';
import { budgetOf, type Budget } from '../../src/lib/check/budgets.ts';
import { fileOf, guidePages, kindOf, pageAt, pages, type Page } from '../support/built-site.ts';
import { testOrigin, testRepository } from '../support/variants.ts';
import { brotliBytes, weigh } from '../support/weight.ts';

const budgetFor = (page: Page): Budget => budgetOf(page.path, kindOf(page));
const weights = new Map(pages.map((page) => [page, weigh(page.html, fileOf)]));

test.each(pages)('$path keeps to the budget of its kind, styles included', (page) => {
  const [weight, budget] = [weights.get(page), budgetFor(page)];
  expect(weight?.html).toBeLessThanOrEqual(budget.html);
  expect(weight?.scripts).toBeLessThanOrEqual(budget.scripts);
});

// A page names where it lives and where errors are told of: of GitHub's addresses the longest, with all the letters that it lets a name have.
const user = 'somebody-with-a-name-of-39-letters-here';
const readingPages = pages.filter((page) => budgetFor(page).html === 14_000);

const atLongestAddress = (html: string): string =>
  html
    .replaceAll(testRepository, `https://github.com/${user}/loose-ties`)
    .replaceAll(/(?<=[ "])\/(?=[\w#"])/g, '/loose-ties/')
    .replaceAll(testOrigin, `https://${user}.github.io/loose-ties`);

test.each(readingPages)('$path fits in one round trip wherever it is put', ({ html }) => {
  const longest = atLongestAddress(html);
  expect(longest).toContain('href="/loose-ties/about/"');
  expect(longest).toContain(`https://${user}.github.io/loose-ties`);
  expect(brotliBytes(longest)).toBeLessThanOrEqual(14_000);
});

test('the heaviest pages are told', () => {
  const ten = [...weights].toSorted(([, one], [, other]) => other.html - one.html).slice(0, 10);
  const lines = ten.map(([page, { html, scripts }]) => {
    const budget = budgetFor(page);
    return `${String(html).padStart(8)} of ${budget.html}  ${String(scripts).padStart(5)} of ${String(budget.scripts).padStart(5)}  ${page.path}`;
  });
  process.stdout.write(`\n    Page and styles   Script         Heaviest pages, in bytes\n${lines.join('\n')}\n\n`);
  expect(ten).toHaveLength(10);
});

test('guides have script, and are weighed with it', () => {
  expect(guidePages.length).toBeGreaterThanOrEqual(3);
  for (const page of guidePages) expect(weights.get(page)?.scripts, page.path).toBeGreaterThan(0);
});

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

test('what writes notes is script of no more than 6,000 bytes, beside what each page has and what shows evidence', () => {
  const [own, ofGuides] = [pageAt('/tools/invitation-note/'), pageAt('/understand/limits/')];
  const scriptsOf = ({ html }: Page): number => weigh(html, fileOf).scripts;
  expect(scriptsOf(own) - scriptsOf(ofGuides)).toBeGreaterThan(1_000);
  expect(scriptsOf(own) - scriptsOf(ofGuides)).toBeLessThanOrEqual(6_000);
});

test.each(pages)('$path brings its styles along and waits for nothing else', ({ document }) => {
  expect(document.querySelectorAll('link[rel="stylesheet"]')).toEqual([]);
  expect(document.querySelectorAll('script[src], link[rel*="preload"]')).toEqual([]);
});

test('bytes are counted as sent', () => {
  expect(brotliBytes('a'.repeat(10_000))).toBeLessThan(40);
  expect(brotliBytes('')).toBe(1);
});
