import { missing } from './engines/find.ts';
import type { Reporter, TestModule } from 'vitest/node';

/** Closes the run with one plain line, "N passed, N failed", for whoever reads the end of a log. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      // A file that can't be loaded holds no test that could fail, so it counts as one.
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
    }
    const used = modules.some(({ moduleId }) => /(?:engines|kept-pages)\.test\.ts$/.test(moduleId));
    const absent =
      used && missing.length > 0 ? `Not tried, since not here: ${missing.join(', ')}. CONTRIBUTING.md says how they come.\n` : '';
    process.once('exit', () => process.stdout.write(absent + `${passed} passed, ${failed} failed\n`));
  }
}
