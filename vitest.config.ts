import { defineConfig } from 'vitest/config';

const common = {
  // Milliseconds. No test is to fail because a machine is busy: the limits are far above what any takes there, and only end what hangs.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  // A worker loads once what its files share: the parsed pages, the browser. So what a test changes of that is put back, or a copy of it.
  isolate: false,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
};

export default defineConfig({
  test: {
    // Every core, since a test spends much of its time waiting for a browser.
    maxWorkers: '100%',
    reporters: ['default', './tests/support/seconds-by-file.ts', './tests/support/closing-line.ts'],
    projects: [
      // One after the other, since a worker starts anew where it goes from one to the other.
      {
        test: { ...common, name: 'source', include: ['tests/{unit,content}/**/*.test.ts'], sequence: { groupOrder: 0 } },
      },
      {
        test: {
          ...common,
          name: 'built',
          include: ['tests/{site,browser}/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          // What is built is built once, and served to every test that looks at it.
          globalSetup: ['./tests/support/both-sites.ts'],
        },
      },
    ],
  },
});
