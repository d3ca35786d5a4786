import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decisions, isToDo, type Decided } from '../../src/islands/triage/decisions.ts';
import { next, queueOf, type Queue } from '../../src/islands/triage/queue.ts';
import { anyDecided, anyKey, people } from '../support/people.ts';

const today = 20_261_127;

/** Connected on the days 1, 2, 3 … of a month: the last is the newest. */
const list = people(8, (index) => ({ connected: 20_220_301 + index }));

function removing(count: number, size = 3): { decisions: Decisions; queue: () => Queue } {
  const decisions = new Decisions(() => today);
  decisions.decide(list.slice(0, count), 'remove');
  return { decisions, queue: () => queueOf(decisions.entries(), size, today) };
}

const keysOf = (of: readonly (readonly [string, Decided])[]): string[] => of.map(([key]) => key);

describe('the queue', () => {
  test('has unfollows first, then removals, each with the newest first, and nobody else', () => {
    const { decisions, queue } = removing(6);
    decisions.decide(list.slice(0, 2), 'unfollow');
    decisions.decide(list.slice(6, 7), 'keep');
    decisions.decide(list.slice(7, 8), 'look');
    expect(keysOf(queue().waiting)).toEqual(['p1', 'p0', 'p5', 'p4', 'p3', 'p2']);
    expect(next(queue())?.[1].who?.name).toBe('Person p1');
  });

  test('goes on after each press, and knows where it was', () => {
    const { decisions, queue } = removing(5);
    decisions.mark('p4', 'done');
    decisions.mark('p3', 'skipped');
    decisions.mark('p2', 'keep');
    expect(keysOf(queue().waiting)).toEqual(['p1', 'p0']);
    expect(keysOf(queue().done)).toEqual(['p4']);
    expect(keysOf(queue().skipped)).toEqual(['p3']);
    decisions.mark('p3', 'waiting');
    expect(next(queue())?.[0]).toBe('p3');
  });

  test('is empty where nobody is to be removed', () => {
    const queue = queueOf([['p0', { decision: 'keep', on: today }]], 20, today);
    expect(next(queue)).toBeUndefined();
    expect(queue).toMatchObject({ sitting: { done: 0, of: 0 }, sittingsLeft: 0, pace: undefined });
  });
});

describe('a sitting', () => {
  test('counts to its size, and starts anew', () => {
    const { decisions, queue } = removing(7);
    const seen = [];
    for (let waiting = next(queue()); waiting; waiting = next(queue())) {
      const { sitting, sittingsToday, sittingsLeft } = queue();
      seen.push([sitting.done, sitting.of, sittingsToday, sittingsLeft]);
      decisions.mark(waiting[0], 'done');
    }
    expect(seen).toEqual([
      [0, 3, 0, 3],
      [1, 3, 0, 3],
      [2, 3, 0, 3],
      [0, 3, 1, 2],
      [1, 3, 1, 2],
      [2, 3, 1, 2],
      [0, 1, 2, 1],
    ]);
    expect(queue().sittingsLeft).toBe(0);
  });

  test('of another day does not count today', () => {
    const queue = queueOf(
      [
        ['p0', { decision: 'remove', on: today, done: today - 1 }],
        ['p1', { decision: 'remove', on: today }],
      ],
      20,
      today,
    );
    expect(queue.sitting).toEqual({ done: 0, of: 1 });
  });

  test('skipped ones are not counted as done', () => {
    const { decisions, queue } = removing(2);
    decisions.mark('p0', 'skipped');
    expect(queue()).toMatchObject({ sitting: { done: 0, of: 1 }, sittingsLeft: 1 });
  });
});

test('the pace is per day on which any were done', () => {
  const done = (day: number, count: number): [string, Decided][] =>
    Array.from({ length: count }, (_, index) => [`d${day}-${index}`, { decision: 'remove', on: day, done: day }]);
  const waiting = Array.from({ length: 10 }, (_, index): [string, Decided] => [`w${index}`, { decision: 'unfollow', on: today }]);
  const queue = queueOf([...done(20_261_101, 5), ...done(20_261_120, 3), ...waiting], 20, today);
  expect(queue.pace).toEqual({ perDay: 4, daysLeft: 3 });
});

test('everybody who is to be unfollowed or removed is in one place, whatever is kept', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(anyKey, anyDecided), { selector: ([key]) => key }),
      fc.integer({ min: 1, max: 30 }),
      (entries, size) => {
        const { waiting, skipped, done, sitting } = queueOf(entries, size, today);
        const expected = entries.flatMap(([key, decided]) => (isToDo(decided) ? [key] : []));
        expect(keysOf([...waiting, ...skipped, ...done]).sort()).toEqual(expected.sort());
        expect(sitting.done).toBeLessThanOrEqual(sitting.of);
        expect(sitting.of).toBeLessThanOrEqual(size);
      },
    ),
  );
});
