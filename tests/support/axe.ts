/** axe, which finds what machines can tell about access. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The smaller of the two files it comes in: a browser reads it anew on every page. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everything = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } as const;
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

interface Looked {
  /** A part of the page. */
  readonly part?: string;
  /** Only for what colours can change, where all else was looked at in other colours, and takes most of the time. */
  readonly coloursAlone?: boolean;
}

/** What axe finds on the page as it is now. */
export async function faultsByAxe(page: Page, { part = 'html', coloursAlone = false }: Looked = {}): Promise<string[]> {
  // Evaluated, not put in as a script: the content policy would refuse that, and is to stay in force here.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    ([where, runOnly]) =>
      (window as unknown as { axe: typeof axe }).axe.run(where, {
        runOnly: { type: runOnly.type, values: [...runOnly.values] },
        // Part of WCAG 2.2 AA, but off unless it is asked for.
        ...(runOnly.type === 'tag' && { rules: { 'target-size': { enabled: true } } }),
        resultTypes: ['violations'],
        // Styles and media from elsewhere, of which there are none; and where each element stands, which is not told below.
        preload: false,
        selectors: false,
      }),
    [part, coloursAlone ? colours : everything] as const,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`));
}
