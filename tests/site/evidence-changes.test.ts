/**
 * The site as built below a base path, at a later day and from content with one position changed (tests/support/both-sites.ts), beside the site as it
 * is: what is computed changes everywhere.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';
import type { EvidenceData } from '../../src/lib/evidence/data.ts';
import { elementAt, pageAt, pages, pagesUnderBase, siteFolder, words } from '../support/built-site.ts';

const sites = { before: { folder: siteFolder, pages }, after: { folder: inject('siteUnderBaseFolder'), pages: pagesUnderBase } };
type Site = (typeof sites)[keyof typeof sites];
const { before, after } = sites;
const printed = inject('siteUnderBasePrinted');

const page = (site: Site, path: string): HTMLElement => pageAt(path, site.pages).document;
const claimIn = ({ folder }: Site) =>
  (JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as EvidenceData).claims.find(({ id }) => id === 'notified');
const entryOf = (site: Site) => elementAt(page(site, '/evidence/'), 'notified')?.closest('article');
const wordsOf = (site: Site): string[] => entryOf(site)?.getAttribute('data-is')?.split(' ') ?? [];
const countOf = (site: Site, value: string): number =>
  Number(words(page(site, '/evidence/').querySelector(`[value="${value}"]`)?.closest('label')?.querySelector('small')));
/** A row for each way in which the article's positions can stand. */
const tally = (site: Site): HTMLElement[] =>
  elementAt(page(site, '/evidence/article-step-by-step/'), 'standing')?.nextElementSibling?.querySelectorAll('li') ?? [];

describe('a changed position', () => {
  test('changes the agreement and how it stands, in the data', () => {
    expect(claimIn(before)?.agreement).toBe('disagree');
    expect(claimIn(after)?.agreement).toBe('agree');
    const standing = (site: Site) => claimIn(site)?.positions.find(({ source }) => source === 'article-step-by-step')?.standing;
    expect([standing(before), standing(after)]).toEqual(['does not hold', 'holds']);
  });

  test('changes the claim on the page of all evidence, and the counts of its filters', () => {
    const yesSide = (site: Site) => words(entryOf(site)?.querySelector('[data-stance="yes"]'));
    expect(wordsOf(before)).toContain('disagree');
    expect(wordsOf(after)).toContain('agree');
    expect(yesSide(before)).toMatch(/^Yes.*Remove A Connection On Linkedin/);
    expect(yesSide(after)).toBe('');
    expect(countOf(after, 'disagree')).toBe(countOf(before, 'disagree') - 1);
    expect(countOf(after, 'agree')).toBe(countOf(before, 'agree') + 1);
  });

  test('changes what became of the article', () => {
    const counts = (site: Site) => tally(site).map((row) => Number.parseInt(words(row)));
    const [holds = 0, inPart, doesNot = 0, ...rest] = counts(before);
    expect(counts(after)).toEqual([holds + 1, inPart, doesNot - 1, ...rest]);
    expect(tally(after)[0]?.querySelectorAll('circle')).toHaveLength(holds + 1);
  });

  test('changes the sides shown in the guide', () => {
    const sides = (site: Site) =>
      page(site, '/understand/are-they-notified/')
        .querySelectorAll('main section[data-stance]')
        .map((side) => side.getAttribute('data-stance'));
    expect(sides(before)).toEqual(['yes', 'partly', 'no']);
    expect(sides(after)).toEqual(['partly', 'no']);
  });
});

describe('a claim past the day by which it is to be looked at again', () => {
  const isDue = (site: Site, id: string): boolean => words(elementAt(page(site, '/evidence/'), id)).includes('due for a check');

  test('says so on the page of all evidence, and is counted there', () => {
    expect(isDue(before, 'notified')).toBe(false);
    expect(isDue(after, 'notified')).toBe(true);
    expect(wordsOf(before)).not.toContain('due');
    expect(wordsOf(after)).toContain('due');
    // At sight too, while it is folded.
    expect(words(entryOf(after)?.querySelector('summary'))).toContain('Due for a check');
    expect(page(before, '/evidence/').querySelector('[value="due"]')).toBeNull();
    expect(countOf(after, 'due')).toBeGreaterThan(100);
  });

  test('says so at the foot of a guide, with the day', () => {
    const foot = (site: Site) => words(elementAt(page(site, '/understand/are-they-notified/'), 'rests-on.notified'));
    expect(foot(before)).not.toContain('Due for a check');
    expect(foot(after)).toContain('Due for a check since 22 May 2027.');
  });

  test('is warned of in the build', () => {
    expect(printed).toContain('The claim "notified" was due for a check on 2027-05-22.');
  });

  test('is none that is to be looked at later', () => {
    expect(isDue(after, 'weak-ties')).toBe(false);
    expect(printed).not.toContain('The claim "weak-ties" was due');
  });
});
