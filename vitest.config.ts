import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/closing-line.ts'],
    projects: [
      {
        test: { name: 'source', include: ['tests/{unit,content}/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        // What is built is built once, and served to every test that looks at it.
        test: {
          name: 'built',
          include: ['tests/{site,browser}/**/*.test.ts'],
          globalSetup: ['./tests/support/build-and-serve.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
