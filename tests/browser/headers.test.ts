/** On a host that sends what public/_headers says, all goes on, the search's worker too. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { eventually, test } from '../support/browser-test.ts';
import { fileOf } from '../support/built-site.ts';

test('the search finds with the headers of public/_headers', async ({ page, complaints }) => {
  const policy = /Content-Security-Policy: (.+)/.exec(readFileSync(fileOf('/_headers'), 'utf8'))?.[1] ?? '';
  expect(policy).not.toBe('');
  const served: string[] = [];
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    served.push(new URL(route.request().url()).pathname);
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto('/search/');
  await page.locator('main lt-search:defined').waitFor();
  await page.getByRole('searchbox').fill('undo');
  await page.getByRole('searchbox').press('Enter');
  // The text of a place that the worker found.
  await eventually(() => served.filter((path) => path.startsWith('/pagefind/fragment/')).length).toBeGreaterThan(0);
  expect(served).toContain('/pagefind/pagefind-worker.js');
  expect(complaints).toEqual([]);
});
