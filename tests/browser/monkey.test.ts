/** A short random walk on each island. A longer one: `npm run bench:monkey`. */
import { expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { letLoose, walks } from '../support/monkey.ts';

test.for(walks)('a monkey on $island does no harm', async (walk, { context }) => {
  await expect(letLoose(context, walk, { seed: 42, steps: 60 })).resolves.toBeUndefined();
});
