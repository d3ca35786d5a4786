/** How often a build reads what is written. */
import { readFileSync } from 'node:fs';
import { inject, expect, test } from 'vitest';

const reads = JSON.parse(readFileSync(inject('reads'), 'utf8')) as Record<string, number>;

test('what is written is read once in a build, whoever asks for it', () => {
  const byUs = Object.entries(reads).filter(([path]) => !path.endsWith('.mdx'));
  expect(byUs.length).toBeGreaterThan(400);
  expect(byUs.filter(([, count]) => count !== 1)).toEqual([]);
});

test('Astro, which renders the guides, reads these once more', () => {
  const guides = Object.entries(reads).filter(([path]) => path.startsWith('guides/'));
  expect(guides.length).toBeGreaterThan(15);
  expect(guides.filter(([, count]) => count > 2)).toEqual([]);
});
