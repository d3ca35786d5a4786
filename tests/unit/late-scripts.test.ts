import { expect, test } from 'vitest';
import { withLateScripts } from '../../src/lib/late-scripts.ts';

const script = (name: string): string => `<script type="module" src="/_astro/${name}.js"></script>`;

test('scripts are named where they are asked for, in their order, and stand nowhere else', () => {
  const page = `<head><script data-scripts="">ask()</script></head><body><p>One</p>${script('a')}<p>Two</p>${script('b')}</body>`;
  expect(withLateScripts(page)).toBe(
    '<head><script data-scripts="/_astro/a.js /_astro/b.js">ask()</script></head><body><p>One</p><p>Two</p></body>',
  );
});

test('a page where nothing asks for scripts keeps them', () => {
  const page = `<body><p>One</p>${script('a')}</body>`;
  expect(withLateScripts(page)).toBe(page);
});
