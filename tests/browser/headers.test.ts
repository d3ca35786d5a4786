/** On a host that sends what _headers says, all goes on: the search with its worker, and the page whose script stands in it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pathOf } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { fileOf } from '../support/built-site.ts';

const policy = /Content-Security-Policy: (.+)/.exec(readFileSync(fileOf('/_headers'), 'utf8'))?.[1] ?? '';

/** Returns the paths that are asked for, as they come. */
async function sendHeaders(page: Page): Promise<readonly string[]> {
  expect(policy).not.toBe('');
  const served: string[] = [];
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    served.push(pathOf(route.request().url()));
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  return served;
}

test('the search finds', async ({ page, complaints }) => {
  const served = await sendHeaders(page);
  await page.goto('/search/');
  await page.locator('main lt-search:defined').waitFor();
  await page.getByRole('searchbox').fill('undo');
  await page.getByRole('searchbox').press('Enter');
  // The text of a place that the worker found.
  await eventually(() => served.filter((path) => path.startsWith('/pagefind/fragment/')).length).toBeGreaterThan(0);
  expect(served).toContain('/pagefind/pagefind-worker.js');
  // More texts are on their way.
  await page.unrouteAll({ behavior: 'wait' });
  expect(complaints).toEqual([]);
});

test('connections are sorted', async ({ page, complaints }) => {
  await sendHeaders(page);
  await page.goto('/tools/triage/');
  await page.getByRole('button', { name: 'Try it with 500 made-up people' }).click();
  await page.getByRole('button', { name: 'Decide one by one' }).waitFor();
  expect(complaints).toEqual([]);
});
