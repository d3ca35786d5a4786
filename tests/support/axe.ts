/** axe, which finds what machines can tell about access. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The smaller of the two files it comes in: a browser reads it anew on every page. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is now, or in a part of it. */
export async function faultsByAxe(page: Page, part = 'html'): Promise<string[]> {
  // Evaluated, not put in as a script: the content policy would refuse that, and is to stay in force here.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (where) =>
      (window as unknown as { axe: typeof axe }).axe.run(where, {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
        // Part of WCAG 2.2 AA, but off unless it is asked for.
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
      }),
    part,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`));
}
