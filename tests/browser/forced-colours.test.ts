/** Where colours are forced, what is drawn by us can be told from its ground, whatever was chosen on the page. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';

/** The contrasts of colours with the page's ground. */
const contrasts = (page: Page, selector: string, pseudo: string, properties: readonly string[]): Promise<number[]> =>
  page.evaluate(
    ([wanted, part, names]) => {
      const luminance = (colour: string): number => {
        const canvas = document.createElement('canvas').getContext('2d');
        if (!canvas) return 0;
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = Array.from(canvas.getImageData(0, 0, 1, 1).data, (channel) =>
          channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
      };
      const ground = document.createElement('div');
      ground.style.backgroundColor = 'Canvas';
      document.body.append(ground);
      const behind = luminance(getComputedStyle(ground).backgroundColor);
      ground.remove();
      return [...document.querySelectorAll(wanted)].flatMap((element) =>
        names.map((name) => {
          const before = luminance(getComputedStyle(element, part).getPropertyValue(name));
          return Math.max(before, behind) / Math.min(before, behind);
        }),
      );
    },
    [selector, pseudo, properties] as const,
  );

describe.for([
  { scheme: 'dark', chosen: 'light' },
  { scheme: 'light', chosen: 'dark' },
  { scheme: 'dark', chosen: 'system' },
] as const)('a $scheme theme, and $chosen chosen on the page', ({ scheme, chosen }) => {
  test('signs, marks, ticks and the bar', async ({ openContext }) => {
    const page = await (await openContext({ forcedColors: 'active', colorScheme: scheme })).newPage();
    await page.addInitScript((colours) => {
      localStorage.setItem('loose-ties:colours', colours);
    }, chosen);
    await page.goto('/remove/one-connection/');
    const box = page.locator('lt-checklist input').first();
    await box.check();
    for (const sign of ['.mark', '.verdict'])
      expect(Math.min(...(await contrasts(page, sign, '::before', ['color', 'border-top-color']))), sign).toBeGreaterThanOrEqual(4.5);
    expect(Math.min(...(await contrasts(page, 'lt-checklist input:checked', '', ['background-color'])))).toBeGreaterThanOrEqual(4.5);
    await box.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(Math.min(...(await contrasts(page, 'lt-checklist input:checked', '', ['outline-color'])))).toBeGreaterThanOrEqual(3);
    // An empty bar looks the same whatever is done.
    const bar = page.getByRole('main').locator('lt-checklist progress').first();
    const one = await bar.screenshot();
    await box.uncheck();
    expect(one.equals(await bar.screenshot())).toBe(false);
  });
});
