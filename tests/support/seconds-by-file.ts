import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

interface File {
  readonly name: string;
  readonly tests: number;
  /** Until the end of its last test, what it imports included. */
  readonly seconds: number;
}

function fileOf(module: TestModule): File {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
  return {
    name: relative(process.cwd(), module.moduleId),
    tests: [...module.children.allTests()].length,
    seconds: (environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration) / 1000,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Says at the end of a run where its time went: each file that took a second or more, and the others together. */
export default class SecondsByFile implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map(fileOf).toSorted((one, other) => other.seconds - one.seconds);
    const long = files.filter(({ seconds }) => seconds >= 1);
    const short = files.slice(long.length);
    const others = {
      name: `${short.length} other files`,
      tests: sum(short.map(({ tests }) => tests)),
      seconds: sum(short.map(({ seconds }) => seconds)),
    };
    const lines = [...long, ...(short.length > 0 ? [others] : [])].map(
      ({ seconds, tests, name }) => `${seconds.toFixed(1).padStart(8)}  ${String(tests).padStart(5)}  ${name}\n`,
    );
    process.stdout.write(` Seconds  Tests  File\n${lines.join('')}\n`);
  }
}
