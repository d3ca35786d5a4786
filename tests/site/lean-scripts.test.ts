/** Scripts as they are built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteFolder } from '../support/built-site.ts';

test('no script carries what Vite adds to load modules ahead, which is more than most of them weigh', () => {
  const folder = join(siteFolder, '_astro');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((name) => readFileSync(join(folder, name), 'utf8').includes('modulepreload'))).toEqual([]);
});
