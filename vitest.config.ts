import { defineConfig } from 'vitest/config';

// Milliseconds. No test is to fail because a machine is busy: the limits are far above what any takes there, and only end what hangs.
const limits = { testTimeout: 600_000, hookTimeout: 600_000 };

/** The mode of `npm run test:base`, in which what tests of the browser look at lives below a path. */
const underBase = 'under-base';

export default defineConfig(({ mode }) => ({
  test: {
    // Every core, since a test in a browser spends part of its time waiting for it.
    maxWorkers: '100%',
    reporters: ['default', './tests/support/seconds-by-file.ts', './tests/support/closing-line.ts'],
    projects: [
      {
        test: { ...limits, name: 'source', include: ['tests/{unit,content}/**/*.test.ts'], sequence: { groupOrder: 0 } },
      },
      {
        test: {
          ...limits,
          name: 'built',
          include: [mode === underBase ? 'tests/browser/**/*.test.ts' : 'tests/{site,browser}/**/*.test.ts'],
          provide: { base: mode === underBase ? '/people/loose-ties' : '/' },
          // After the others, so that a worker keeps from file to file what these tests share and none of them changes: parsed pages and a browser.
          sequence: { groupOrder: 1 },
          isolate: false,
          // What is built is built once, and served to every test that looks at it.
          globalSetup: ['./tests/support/both-sites.ts'],
        },
      },
    ],
  },
}));
