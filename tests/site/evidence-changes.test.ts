/** The site built once more, from the same content with one position changed and at a later day: what is computed changes everywhere. */
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse, type HTMLElement } from 'node-html-parser';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { EvidenceData } from '../../src/lib/evidence/data.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = join(root, '.cache/changed');
const folders = { before: inject('siteFolder'), after: join(copy, 'dist') };
/** 1 June 2027: past the day by which claims on how LinkedIn works are to be looked at again. */
const laterDay = Date.parse('2027-06-01') / 1000;
let printed = '';

/** In the first article's mouth, the opposite of what it says: that the removed person is not told. */
function changePosition(file: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/(source: article-step-by-step\s+stance: )"yes"/, '$1"no"');
  if (changed === text) throw new Error('The claim has no position to change');
  writeFileSync(file, changed);
}

beforeAll(async () => {
  rmSync(copy, { recursive: true, force: true });
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  changePosition(join(copy, 'src/content/evidence/claims/notified.yaml'));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: copy,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      OUT_DIR: 'dist',
      BASE_PATH: '/',
      SITE_URL: '',
      REPOSITORY_URL: '',
      SOURCE_DATE_EPOCH: String(laterDay),
    },
    maxBuffer: 2 ** 26,
  });
  printed = stdout + stderr;
});

const page = (folder: string, path: string): HTMLElement => parse(readFileSync(join(folder, path, 'index.html'), 'utf8'));
const words = (element: HTMLElement | null | undefined): string => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const claimIn = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as EvidenceData).claims.find(({ id }) => id === 'notified');
const countOf = (folder: string, value: string): number =>
  Number(words(page(folder, 'evidence').querySelector(`[value="${value}"]`)?.closest('label')?.querySelector('small')));
const tally = (folder: string): string[] =>
  page(folder, 'evidence/article-step-by-step')
    .querySelectorAll('.tally .count')
    .map((count) => words(count));

describe('a changed position', () => {
  test('changes the agreement and how it stands, in the data', () => {
    expect(claimIn(folders.before)?.agreement).toBe('disagree');
    expect(claimIn(folders.after)?.agreement).toBe('agree');
    const standing = (folder: string) => claimIn(folder)?.positions.find(({ source }) => source === 'article-step-by-step')?.standing;
    expect([standing(folders.before), standing(folders.after)]).toEqual(['does not hold', 'holds']);
  });

  test('changes the claim on the page of all evidence, and the counts of its filters', () => {
    const entry = (folder: string) => page(folder, 'evidence').querySelector('[id="notified"]')?.closest('article');
    const yesSide = (folder: string) => words(entry(folder)?.querySelector('[data-stance="yes"]'));
    expect(entry(folders.before)?.getAttribute('data-agreement')).toBe('disagree');
    expect(entry(folders.after)?.getAttribute('data-agreement')).toBe('agree');
    expect(yesSide(folders.before)).toMatch(/^Yes ?Does not hold.*Remove A Connection On Linkedin/);
    expect(yesSide(folders.after)).toBe('');
    expect(countOf(folders.after, 'disagree')).toBe(countOf(folders.before, 'disagree') - 1);
    expect(countOf(folders.after, 'agree')).toBe(countOf(folders.before, 'agree') + 1);
  });

  test('changes what became of the article', () => {
    const counts = (folder: string) => tally(folder).map((row) => Number.parseInt(row));
    const [holds = 0, doesNot = 0, ...rest] = counts(folders.before);
    expect(counts(folders.after)).toEqual([holds + 1, doesNot - 1, ...rest]);
    const beads = page(folders.after, 'evidence/article-step-by-step').querySelectorAll('.tally li')[0]?.querySelectorAll('circle');
    expect(beads).toHaveLength(holds + 1);
  });

  test('changes the sides shown in the guide', () => {
    const sides = (folder: string) =>
      page(folder, 'understand/are-they-notified')
        .querySelectorAll('.sides section')
        .map((side) => side.getAttribute('data-stance'));
    expect(sides(folders.before)).toEqual(['yes', 'partly', 'no']);
    expect(sides(folders.after)).toEqual(['partly', 'no']);
  });
});

describe('a claim past the day by which it is to be looked at again', () => {
  const isDue = (folder: string, path: string, id: string): boolean =>
    words(page(folder, path).querySelector(`[id="${id}"]`)).includes('due for a check');

  test('says so on the page of all evidence, and is counted there', () => {
    expect(isDue(folders.before, 'evidence', 'notified')).toBe(false);
    expect(isDue(folders.after, 'evidence', 'notified')).toBe(true);
    const entry = page(folders.after, 'evidence').querySelector('[id="notified"]')?.closest('article');
    expect(entry?.getAttribute('data-due')).toBe('');
    expect(words(entry?.querySelector('.signs'))).toContain('Due for a check');
    expect(countOf(folders.before, 'due')).toBe(0);
    expect(countOf(folders.after, 'due')).toBeGreaterThan(100);
  });

  test('says so at the foot of a guide, with the day', () => {
    const foot = (folder: string) => words(page(folder, 'understand/are-they-notified').querySelector('[id="rests-on.notified"]'));
    expect(foot(folders.before)).not.toContain('Due for a check');
    expect(foot(folders.after)).toContain('Due for a check since 22 May 2027.');
  });

  test('is warned of in the build', () => {
    expect(printed).toContain('The claim "notified" was due for a check on 2027-05-22.');
  });

  test('is none that is to be looked at later', () => {
    expect(words(page(folders.after, 'evidence').querySelector('[id="weak-ties"]'))).not.toContain('due for a check');
    expect(printed).not.toContain('The claim "weak-ties" was due');
  });
});
