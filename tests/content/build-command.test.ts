/** What `npm run build` adds to Astro's own build, which the tests of the site start themselves. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs it with something that comes before Astro. */
const build = (first: string, words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(first)}`, 'scripts/build.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });

const tellDelay = "if (process.argv[1].endsWith('astro.mjs')) console.log('delay', process.env.MIMALLOC_PURGE_DELAY)";

test('memory goes back to the system at once, unless somebody says otherwise', () => {
  expect(build(tellDelay, ['--help']).stdout).toContain('delay 0\n');
  expect(build(tellDelay, ['--help'], { MIMALLOC_PURGE_DELAY: '50' }).stdout).toContain('delay 50\n');
});

test('it is Astro’s build, and takes what that takes', () => {
  const { stdout, status } = build('', ['--help']);
  expect(stdout).toContain('astro build');
  expect(status).toBe(0);
});

test('a build that fails ends as failed, with what was wrong', () => {
  const { stderr, status } = build('', [], { SITE_URL: 'example.org' });
  expect(stderr).toContain('SITE_URL');
  expect(status).toBe(1);
});

test('a build that the system ends for want of memory says so', () => {
  const { stderr, status } = build("if (process.argv[1].endsWith('astro.mjs')) process.kill(process.pid, 'SIGKILL')", []);
  expect(stderr).toContain('ended by SIGKILL');
  expect(stderr).toContain('not enough memory');
  expect(status).toBe(1);
});
