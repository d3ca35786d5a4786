import { describe, expect, test } from 'vitest';
import { compare, newestOf } from '../../src/islands/triage/compare.ts';
import { Decisions, type Decided } from '../../src/islands/triage/decisions.ts';
import { people, person } from '../support/people.ts';

const kept: Decided = { decision: 'keep', on: 20_261_127 };
const list = people(4, (index) => ({ connected: 20_260_101 + index }));

describe('a newer file', () => {
  test('shows who was decided and is gone', () => {
    const removed: Decided = { decision: 'remove', on: 20_261_127 };
    expect(
      compare(list, [
        ['p0', kept],
        ['gone', removed],
      ]).gone,
    ).toEqual([['gone', removed]]);
  });

  test('has a newest connection', () => {
    expect(newestOf(list)).toBe(20_260_104);
    expect(newestOf([])).toBe(0);
  });
});

describe('what was decided by name, in a file without addresses', () => {
  const ada = person({ name: 'Ada  Éxample', connected: 20_220_304 });

  test('is kept under the address, once it is there', () => {
    const decisions = new Decisions(() => 20_261_127);
    decisions.take([['name:ada éxample|20220304', kept]], 'before');
    const { carried, gone } = compare([{ ...ada, name: 'Ada Éxample' }], decisions.entries());
    expect(gone).toEqual([]);
    decisions.take(carried, 'carried over');
    expect([...decisions.entries()]).toEqual([[ada.key, kept]]);
  });

  test.each([
    ['name:ada o example phd|20220304', 'Ada O’Example, PhD'],
    ['name:عينة مثال|20220304', 'عينة مثال'],
    ['name:🌱|20220304', '🌱'],
  ])('is found by letters alone: %s, %s', (key, name) => {
    expect(compare([person({ name }), person({ key: 'other', name: '🌲' })], [[key, kept]]).gone).toEqual([]);
  });

  test.each([
    ['of another day', 'name:ada example|20220305', [person()]],
    ['of another name', 'name:ben sample|20220304', [person()]],
    ['of two with that name and day', 'name:ada example|20220304', [person(), person({ key: 'ada-example-fictional-2' })]],
    ['of the second with that name and day', 'name:ada example|20220304#2', [person()]],
  ])('goes to nobody %s', (_, key, among) => {
    const { carried, gone } = compare(among, [[key, kept]]);
    expect(carried).toEqual([]);
    expect(gone).toEqual([[key, kept]]);
  });

  test('does not replace what was decided since', () => {
    const old: [string, Decided] = ['name:ada example|20220304', kept];
    const { carried, gone } = compare([person()], [old, [person().key, { decision: 'look', on: 20_261_127 }]]);
    expect(carried).toEqual([]);
    expect(gone).toEqual([old]);
  });
});
