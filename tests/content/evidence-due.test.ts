/** What is due: the list, the command that prints it, and the scheduled workflow that keeps one issue with it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load as loadYaml } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { dueList } from '../../scripts/due-list.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import { contentWith, today } from './small-content.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { content } = checkContent(contentWith({}), today);

describe('the list of what is due', () => {
  test('is empty while nothing is', () => {
    expect(dueList(content, '2027-05-22')).toBe('');
  });

  test('names each claim with its verdict and its dates, under its topic', () => {
    expect(dueList(content, '2027-05-23')).toBe(
      [
        'On 23 May 2027, 1 of 1 claims is due for another look.',
        '',
        'Read its sources again and look for newer ones. Then set `verified` and `recheckBy` in `src/content/evidence/claims/<id>.yaml`, and `readOn` of each source you read.',
        '',
        '## Whether they know',
        '',
        '- [ ] `told` Are they told? (likely, newest source 2013-11-12, read 2026-11-22, due 2027-05-22)',
        '',
      ].join('\n'),
    );
  });
});

describe('npm run evidence:due', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/evidence-due.ts', ...args], { cwd: root, encoding: 'utf8' });

  test('prints what is due on the day it is given, for an issue', () => {
    const { stdout, stderr, status } = run('2031-01-01');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^On 1 January 2031, (\d+) of \1 claims are due/);
    expect(stdout).toContain('- [ ] `notified` Is the removed person told?');
    // GitHub takes no longer text in an issue.
    expect(stdout.length).toBeLessThan(65_536);
  });

  test('prints nothing on a day before everything', () => {
    const { stdout, status } = run('2020-01-01');
    expect([status, stdout]).toEqual([0, '']);
  });

  test('refuses what is no day', () => {
    for (const day of ['tomorrow', '2027-13-40', '2027-1-1']) expect(run(day).status, day).toBe(2);
  });
});

interface Workflow {
  readonly on: { readonly schedule: { readonly cron: string }[] };
  readonly permissions: unknown;
  readonly jobs: Record<
    string,
    { permissions: unknown; steps: { name?: string; uses?: string; run?: string; env?: Record<string, string> }[] }
  >;
}

describe('the scheduled workflow', () => {
  const workflow = loadYaml(readFileSync(join(root, '.github/workflows/evidence-due.yml'), 'utf8')) as Workflow;
  const job = workflow.jobs['list'];
  const keepIssue = job?.steps.find(({ name }) => name === 'Keep the issue');

  test('runs by a schedule, and may read the code and write issues, and nothing else', () => {
    expect(workflow.on.schedule[0]?.cron).toMatch(/^(\S+ ){4}\S+$/);
    expect(Object.keys(workflow.jobs)).toEqual(['list']);
    expect(workflow.permissions).toEqual({});
    expect(job?.permissions).toEqual({ contents: 'read', issues: 'write' });
  });

  test('gives its token to the step that keeps the issue, and to no other', () => {
    const withToken = job?.steps.filter((step) => JSON.stringify(step).includes('github.token'));
    expect(withToken).toEqual([keepIssue]);
    expect(job?.steps.filter(({ uses }) => uses).map(({ uses }) => uses)).toEqual(['actions/checkout@v4', 'actions/setup-node@v4']);
  });

  test('lists with our own command', () => {
    const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
    expect(job?.steps.some(({ run }) => run === 'npm run --silent evidence:due > "$RUNNER_TEMP/due.md"')).toBe(true);
    expect(scripts['evidence:due']).toBe('node scripts/evidence-due.ts');
  });

  /** Runs the step with a stand-in for `gh` that notes what it is asked to do. */
  function keep(due: string, openIssue: string): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'evidence-due-'));
    const log = join(folder, 'log');
    writeFileSync(log, '');
    writeFileSync(join(folder, 'due.md'), due);
    writeFileSync(
      join(folder, 'gh'),
      `#!/bin/sh\necho "$*" >> '${log}'\nif [ "$1 $2" = 'issue list' ]; then printf '%s' '${openIssue}'; fi\n`,
    );
    chmodSync(join(folder, 'gh'), 0o755);
    execFileSync('bash', ['-c', keepIssue?.run ?? 'exit 1'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, RUNNER_TEMP: folder },
    });
    return readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.replaceAll(folder, ''))
      .filter((line) => line !== '' && !line.startsWith('label create') && !line.startsWith('issue list'));
  }

  test('opens an issue where something is due and none is open', () => {
    expect(keep('- [ ] something\n', '')).toEqual([
      'issue create --title Evidence that is due for another look --label evidence-due --body-file /due.md',
    ]);
  });

  test('brings the open issue up to date and opens no second', () => {
    expect(keep('- [ ] something\n', '12')).toEqual(['issue edit 12 --body-file /due.md']);
  });

  test('closes the issue once nothing is due, and does nothing where none is open', () => {
    expect(keep('', '12')).toEqual(['issue close 12 --comment Nothing is due any more.']);
    expect(keep('', '')).toEqual([]);
  });
});

test('links are checked by a person or a schedule, never by what decides on a change', () => {
  for (const file of ['.ci/run', '.github/workflows/site.yml']) expect(readFileSync(join(root, file), 'utf8')).not.toContain('check:links');
});
