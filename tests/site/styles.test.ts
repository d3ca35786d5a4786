/** A page is weighed with its styles, so it brings those of what it shows and of nothing else, and with them all that they ask for. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guidePages, pages } from '../support/built-site.ts';

/** The roots of what writers put into some guides and not into all. */
const roots = ['.bridge', '.drawing', '.positions', '.sides', '.tie', '.tip', 'lt-checklist'];

test.each(roots)('the styles of %s are in the guides that show one, and only there', (root) => {
  const showing = guidePages.filter(({ document }) => document.querySelector(root)).map(({ path }) => path);
  const styled = guidePages.filter(({ html }) => html.includes(`${root}{`)).map(({ path }) => path);
  expect(showing.length).toBeGreaterThan(0);
  expect(showing.length).toBeLessThan(guidePages.length);
  expect(styled).toEqual(showing);
});

/** Styles that scripts bring along, to any page. */
const brought = globSync('src/{browser,islands}/**/*.css')
  .map((file) => readFileSync(file, 'utf8'))
  .join('');

test.each(pages)('every custom property that $path may ask for is given there', ({ html }) => {
  const style = /<style>.*<\/style>/s.exec(html)?.[0] ?? '';
  const given = new Set(style.match(/--[\w-]+(?=:)/g));
  const asked = [...`${style}${brought}`.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name);
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((name) => !given.has(name))).toEqual([]);
});
