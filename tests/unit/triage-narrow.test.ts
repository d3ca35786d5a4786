import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, Narrowing, type Query } from '../../src/islands/triage/narrow.ts';
import { byCompany, byDecision, byYear } from '../../src/islands/triage/overview.ts';
import type { Decision, Person } from '../../src/islands/triage/person.ts';
import { suggest, type RuleId } from '../../src/islands/triage/rules.ts';
import { anyDay, anyFacts, people, person } from '../support/people.ts';

const ruleOf = (somebody: Person): RuleId => suggest(somebody, { neverTouch: new Set(), off: new Set(), today: 20_261_127 }).rule;

const list: readonly Person[] = [
  person({
    key: 'bjorn',
    name: 'Bjørn Sämple',
    company: 'Example & Co.',
    position: 'Engineer',
    connected: 20_120_106,
    facts: { theyWrote: 1, lastMessage: 20_200_101 },
  }),
  person({
    key: 'dan',
    name: 'Da\u200Bn Example',
    company: 'NORTHWIND',
    position: 'Cook',
    connected: 20_240_101,
    facts: { youWrote: 1, endorsedYou: 1 },
  }),
  person({ key: 'ada', name: 'Ada Example', company: 'Northwind', position: 'Head of Engineering', connected: 20_240_304 }),
  person({
    key: 'chi',
    name: '𝓒𝓱𝓲 O’Sample',
    company: '',
    position: '',
    connected: 0,
    facts: { youWrote: 2, theyWrote: 2, lastMessage: 20_230_101 },
  }),
  person({
    key: 'eve',
    name: 'عينة مثال',
    company: 'Northwind Shipping',
    position: '技術者',
    connected: 20_190_101,
    facts: { youRecommended: true },
  }),
];

const decided: Partial<Record<string, Decision>> = { ada: 'keep', bjorn: 'remove' };

const find = (query: Partial<Query>, among = list): string[] =>
  new Narrowing(among).find({ words: '', sort: 'newest', ...query }, ({ key }) => decided[key], ruleOf).map(({ key }) => key);

describe('a search', () => {
  test.each([
    ['', ['ada', 'dan', 'eve', 'bjorn', 'chi']],
    ['  example ', ['ada', 'dan', 'bjorn']],
    ['EXAMPLE north', ['ada', 'dan']],
    ['north example engineering', ['ada']],
    ['bjorn sample', ['bjorn']],
    ['BJØRN', ['bjorn']],
    ['chi', ['chi']],
    ["o'sample", ['chi']],
    ['dan example', ['dan']],
    ['مثال', ['eve']],
    ['技術', ['eve']],
    ['adaexample', []],
    ['ada cook', []],
  ])('for “%s” finds %o', (words, keys) => {
    expect(find({ words })).toEqual(keys);
  });

  test('finds the same where they came bit by bit, and were put in order between', () => {
    const narrowing = new Narrowing();
    narrowing.add(list.slice(0, 2));
    narrowing.prepare('newest');
    narrowing.add(list.slice(2));
    expect(narrowing.find({ words: 'sample', sort: 'newest' }, () => undefined, ruleOf).map(({ key }) => key)).toEqual(['bjorn', 'chi']);
  });

  test('finds by a word what is found by a part of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.nat(8), (name, cut) => {
        const somebody = person({ name });
        const part = fold(name).trim().split(/\s+/)[0]?.slice(0, cut) ?? '';
        expect(find({ words: part }, [somebody])).toEqual([somebody.key]);
      }),
    );
  });
});

describe('a filter', () => {
  test.each<[Partial<Query>, string[]]>([
    [{ year: 2024 }, ['ada', 'dan']],
    [{ year: 0 }, ['chi']],
    [{ company: 'northwind' }, ['ada', 'dan']],
    [{ company: '' }, ['chi']],
    [{ company: 'shipping' }, []],
    [{ company: 'Ada Example' }, []],
    [{ position: 'engineer' }, ['ada', 'bjorn']],
    [{ position: 'example' }, []],
    [{ contact: 'both' }, ['chi']],
    [{ contact: 'they' }, ['bjorn']],
    [{ contact: 'you' }, ['dan']],
    [{ contact: 'none' }, ['ada', 'eve']],
    [{ contact: 'endorsed' }, ['dan']],
    [{ contact: 'recommended' }, ['eve']],
    [{ decision: 'keep' }, ['ada']],
    [{ decision: 'undecided' }, ['dan', 'eve', 'chi']],
    [{ rule: 'only-they-wrote' }, ['bjorn']],
    [{ rule: 'both-wrote' }, ['chi']],
    [{ year: 2024, words: 'cook', contact: 'you' }, ['dan']],
    [{ year: undefined, company: undefined, decision: undefined }, ['ada', 'dan', 'eve', 'bjorn', 'chi']],
  ])('%o leaves %o', (query, keys) => {
    expect(find(query)).toEqual(keys);
  });
});

describe('an order', () => {
  test.each<[Query['sort'], string[]]>([
    ['newest', ['ada', 'dan', 'eve', 'bjorn', 'chi']],
    ['oldest', ['bjorn', 'eve', 'dan', 'ada', 'chi']],
    ['name', ['ada', 'bjorn', 'chi', 'dan', 'eve']],
    ['company', ['bjorn', 'ada', 'dan', 'eve', 'chi']],
    ['last-contact', ['chi', 'bjorn', 'ada', 'dan', 'eve']],
  ])('%s is %o', (sort, keys) => {
    expect(find({ sort })).toEqual(keys);
  });

  test('never changes who is there', () => {
    const anyList = fc
      .array(fc.record({ name: fc.string(), company: fc.string(), connected: fc.oneof(fc.constant(0), anyDay), facts: anyFacts }))
      .map((parts) => people(parts.length, (index) => parts[index] ?? {}));
    fc.assert(
      fc.property(anyList, fc.constantFrom('newest', 'oldest', 'name', 'company', 'last-contact'), (among, sort) => {
        expect(find({ sort }, among).sort()).toEqual(among.map(({ key }) => key).sort());
      }),
    );
  });
});

describe('the overview', () => {
  test('counts by year, with the years between, and those without a day last', () => {
    expect(byYear(list)).toEqual([
      [2012, 1],
      ...[2013, 2014, 2015, 2016, 2017, 2018].map((year) => [year, 0]),
      [2019, 1],
      ...[2020, 2021, 2022, 2023].map((year) => [year, 0]),
      [2024, 2],
      [0, 1],
    ]);
    expect(byYear([])).toEqual([]);
    expect(byYear([person({ connected: 0 })])).toEqual([[0, 1]]);
  });

  test('counts by company, however it is written', () => {
    expect(byCompany(list, 1)).toEqual({ top: [{ company: 'NORTHWIND', count: 2 }], others: 2, without: 1 });
    expect(byCompany(list, 9)).toMatchObject({ others: 0, without: 1 });
  });

  test('counts by decision', () => {
    expect(byDecision(list, ({ key }) => decided[key])).toEqual({ keep: 1, unfollow: 0, remove: 1, look: 0, undecided: 3 });
  });
});
