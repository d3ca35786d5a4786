/** A guide is weighed with its styles, so it brings those of the components it shows and of no others. */
import { expect, test } from 'vitest';
import { guidePages } from '../support/built-site.ts';

/** The roots of what writers put into some guides and not into all. */
const roots = ['.bridge', '.drawing', '.positions', '.sides', '.tie', '.tip', 'lt-checklist'];

test.each(roots)('the styles of %s are in the guides that show one, and only there', (root) => {
  const showing = guidePages.filter(({ document }) => document.querySelector(root)).map(({ path }) => path);
  const styled = guidePages.filter(({ html }) => html.includes(`${root}{`)).map(({ path }) => path);
  expect(showing.length).toBeGreaterThan(0);
  expect(showing.length).toBeLessThan(guidePages.length);
  expect(styled).toEqual(showing);
});
