import { expect, test } from 'vitest';
import { isKnownWarning, quieten } from '../../src/integrations/quiet-log.ts';

const known = [
  '\u001B[33m[MODULE_LEVEL_DIRECTIVE] \u001B[0mThe semantics of the module level directive "use astro:head-inject" in "src/content/guides/understand/limits.mdx?astroPropagatedAssets" may not be preserved',
  "\u001B[33m[lightningcss minify] 'target-current' is not recognized as a valid pseudo-class. Did you mean '::target-current' (pseudo-element) or is this a typo?\n185 |  a:target-current {\u001B[39m",
];

const others = [
  '[MODULE_LEVEL_DIRECTIVE] The semantics of the module level directive "use client" in "src/browser/island.ts" may not be preserved',
  "[lightningcss minify] 'target-currant' is not recognized as a valid pseudo-class. Did you mean '::target-current' (pseudo-element) or is this a typo?",
  "[lightningcss minify] Unexpected token in a:target-current: 'target-current' is not recognized as a valid pseudo-class",
  '[UNRESOLVED_IMPORT] "use astro:head-inject" could not be resolved',
  'The claim "notified" was due for a check on 2027-05-01.',
];

test.each(known)('is known: %s', (message) => {
  expect(isKnownWarning(message)).toBe(true);
});

test.each(others)('is said: %s', (message) => {
  expect(isKnownWarning(message)).toBe(false);
});

test('a logger made quiet says everything else as it was said, and in order', () => {
  const heard: unknown[][] = [];
  const logger = { warn: (...said: [message: string, options?: { timestamp: boolean }]) => heard.push(said) };
  quieten(logger);
  for (const message of [...known, ...others]) logger.warn(message, { timestamp: true });
  expect(heard).toEqual(others.map((message) => [message, { timestamp: true }]));
});
