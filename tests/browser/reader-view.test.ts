/** What a reader view shows of our pages: Readability is the code behind Firefox's. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { checklistPages, guidePages, pageAt, words } from '../support/built-site.ts';

const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

test.for([...guidePages, ...checklistPages].map(({ path }) => path))(
  '%s keeps every step and every heading',
  async (path, { tab: page }) => {
    await page.goto(path);
    const shown = await page.evaluate<string>(
      `(() => { const module = {}; ${readability}; return new Readability(document.cloneNode(true)).parse().textContent; })()`,
    );
    // What is told is left out: where ticks are kept, and what a page rests on, has its own home.
    const texts = pageAt(path)
      .document.querySelectorAll('.prose > h2, .prose h3, .answer, lt-checklist .guard, lt-checklist label, li > section > p, .finish p')
      .map((element) => words(element));
    expect(texts.length).toBeGreaterThan(2);
    const text = squeezed(shown);
    expect(texts.filter((words) => !text.includes(squeezed(words)))).toEqual([]);
  },
);

test('the address of a step, from before its id was told apart, still leads to it', async ({ page }) => {
  await page.goto('/checklists/remove-from-list/#remove-from-list.open-menu');
  const label = page.locator('label', { hasText: 'Press the three dots' });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect.poll(async () => (await label.boundingBox())?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
});
