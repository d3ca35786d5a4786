/** What follows from a claim's positions: change one, and everything computed from it changes. */
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import { standingsOf } from '../../src/lib/evidence/standings.ts';
import { evidenceData } from '../../src/lib/evidence/data.ts';
import { evidenceFilters, filterWords, type EvidenceFilters } from '../../src/lib/evidence/filters.ts';
import { contentWith, edited, smallContent, today } from '../content/small-content.ts';

const claimFile = 'evidence/claims/told.yaml';
const secondPosition = (stance: string): string => `    where: First paragraph
  - source: new-page
    stance: "${stance}"
    says: Somebody is told.
    where: Second paragraph
`;

/** How many claims a choice leaves. One that would leave none is not offered. */
const countIn =
  ({ groups }: EvidenceFilters) =>
  (value: string): number =>
    groups.flatMap(({ choices }) => choices).find((choice) => choice.value === value)?.count ?? 0;

async function evidenceWith(changes: Record<string, string | undefined> = {}) {
  const { content, problems } = checkContent(contentWith(changes), today);
  expect(problems).toEqual([]);
  const data = await evidenceData({ ...content, plainText: (text) => Promise.resolve(text), urlOf: (id) => `/evidence/#${id}` }, today);
  const claims = [...content.claims.values()];
  const [claim] = claims;
  if (!claim) throw new Error('The small content has no claim');
  return {
    record: data.claims[0],
    data,
    count: countIn(evidenceFilters(claims, { ...content, today })),
    words: filterWords(claim, { ...content, today }),
    standings: (source: string) => standingsOf(source, claims).groups.map(({ standing, positions }) => `${positions.length} ${standing}`),
  };
}

const withSecond = (stance: string): Record<string, string> => edited(claimFile, '    where: First paragraph\n', secondPosition(stance));

describe('a second position', () => {
  test('that says the opposite makes the sources disagree, does not hold, and is counted so', async () => {
    const { record, count, words, standings } = await evidenceWith(withSecond('yes'));
    expect(record?.agreement).toBe('disagree');
    expect(record?.positions.map(({ source, standing }) => [source, standing])).toEqual([
      ['help-page', 'holds'],
      ['new-page', 'does not hold'],
    ]);
    expect(record?.newestSource).toBe('new-page');
    expect(count('disagree')).toBe(1);
    expect(count('agree')).toBe(0);
    expect(words).toEqual(['likely', 'disagree']);
    expect(standings('new-page')).toEqual(['0 holds', '0 holds in part', '1 does not hold', '0 no longer', '0 nobody knows', '0 opinion']);
  });

  test('that says the same makes them agree, and holds', async () => {
    const { record, count, words, standings } = await evidenceWith(withSecond('no'));
    expect(record?.agreement).toBe('agree');
    expect(record?.positions[1]?.standing).toBe('holds');
    expect(count('disagree')).toBe(0);
    expect(count('agree')).toBe(1);
    expect(words).toEqual(['likely', 'agree']);
    expect(standings('new-page')[0]).toBe('1 holds');
  });

  test('that says it in part holds in part', async () => {
    const { record, standings } = await evidenceWith(withSecond('partly'));
    expect(record?.positions[1]?.standing).toBe('holds in part');
    expect(standings('new-page').slice(0, 3)).toEqual(['0 holds', '1 holds in part', '0 does not hold']);
  });

  test('that says nothing changes nothing but its own line', async () => {
    const { record, count, standings } = await evidenceWith(withSecond('silent'));
    expect(record?.agreement).toBe('single');
    expect(record?.positions[1]?.standing).toBe('silent');
    expect(record?.newestSource).toBe('help-page');
    expect(count('single')).toBe(1);
    expect(standings('new-page')).toEqual(['0 holds', '0 holds in part', '0 does not hold', '0 no longer', '0 nobody knows', '0 opinion']);
  });
});

test('a verdict changes how every position stands', async () => {
  const unknown = (smallContent[claimFile] ?? '')
    .replace('answer: "no"', 'answer: unknown')
    .replace('verdict: likely', 'verdict: unknown')
    .replace('They are very likely not told.', 'Whether they are told is not known.');
  const { record, count, standings } = await evidenceWith({ [claimFile]: unknown });
  expect(record?.positions[0]?.standing).toBe('nobody knows');
  expect(count('unknown')).toBe(1);
  expect(standings('help-page')).toContain('1 nobody knows');
});

test('a claim is counted as due once its day has passed', () => {
  const { content } = checkContent(contentWith({}), today);
  const claims = [...content.claims.values()];
  expect(countIn(evidenceFilters(claims, { ...content, today: '2027-05-22' }))('due')).toBe(0);
  expect(countIn(evidenceFilters(claims, { ...content, today: '2027-05-23' }))('due')).toBe(1);
});

test('without a dated source that speaks there is no newest one', async () => {
  const { record } = await evidenceWith(edited('evidence/sources/help-page.yaml', 'date: "2013-11-12"', 'date: undated'));
  expect(record?.newestSource).toBeNull();
});

test('sources carry exactly what is published of them', async () => {
  const { data } = await evidenceWith();
  expect(Object.keys(data)).toEqual(['generated', 'sources', 'claims']);
  expect(data.generated).toBe(today);
  expect(data.sources.map((source) => Object.keys(source).join())).toEqual(
    Array.from({ length: 2 }, () => 'id,title,publisher,kind,date,read,readOn,note'),
  );
});

test('what is light, and what is an inference, says so', async () => {
  const { data } = await evidenceWith({
    ...edited('evidence/sources/new-page.yaml', 'note:', 'light: true\nnote:'),
    ...edited(
      claimFile,
      'statement: They are very likely not told.\nverdict: likely',
      'statement: We infer it.\nverdict: likely\ninference: true',
    ),
  });
  expect(data.sources.map(({ light }) => light)).toEqual([undefined, true]);
  expect(data.claims[0]?.inference).toBe(true);
});
