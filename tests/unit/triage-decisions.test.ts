import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decisions, type Change, type Decided, type MarkedAs } from '../../src/islands/triage/decisions.ts';
import { decisions as allDecisions, type Decision } from '../../src/islands/triage/person.ts';
import { people, person } from '../support/people.ts';

const today = 20_261_127;
const five = people(5);

/** What there is of everybody. */
const stateOf = (decisions: Decisions): Record<string, Decided> => Object.fromEntries(decisions.entries());

const counted = (state: Record<string, Decided>): Record<Decision, number> =>
  Object.fromEntries(
    allDecisions.map((decision) => [decision, Object.values(state).filter((decided) => decided.decision === decision).length]),
  ) as Record<Decision, number>;

describe('deciding', () => {
  test('for a group is one step, that undo takes back as a whole', () => {
    const decisions = new Decisions(() => today);
    decisions.decide(five.slice(0, 1), 'keep');
    decisions.decide(five, 'remove');
    expect(decisions.count()).toEqual({ keep: 0, unfollow: 0, remove: 5, look: 0 });
    expect(decisions.lastStep).toBe('remove for 5 people');
    expect(decisions.undo()).toEqual({ says: 'Undone: remove for 5 people', keys: five.map(({ key }) => key) });
    expect(stateOf(decisions)).toEqual({ p0: { decision: 'keep', on: today } });
    expect(decisions.lastStep).toBe('keep for Person p0');
  });

  test('keeps what the queue needs of those to unfollow or remove, and of nobody else', () => {
    const decisions = new Decisions(() => today);
    const ada = person({ facts: { recommendedYou: true, youWrote: 3 } });
    decisions.decide([ada], 'remove');
    const { name, company, position, profile, connected } = ada;
    expect(decisions.of(ada.key)).toEqual({
      decision: 'remove',
      on: today,
      who: { name, company, position, profile, connected, warnings: [expect.stringContaining('recommended you')] },
    });
    decisions.decide([ada], 'look');
    expect(decisions.of(ada.key)).toEqual({ decision: 'look', on: today });
    decisions.decide([ada], undefined);
    expect(decisions.of(ada.key)).toBeUndefined();
    expect(decisions.lastStep).toBe('no decision for Ada Example');
  });

  test('again the same changes nothing: no step, no new day, and what is done stays done', () => {
    let day = today;
    const decisions = new Decisions(() => day);
    decisions.decide(five.slice(0, 1), 'remove');
    decisions.mark('p0', 'done');
    day += 1;
    decisions.decide(five.slice(0, 1), 'remove');
    expect(decisions.of('p0')).toMatchObject({ on: today, done: today });
    expect(decisions.lastStep).toBe('done for Person p0');
  });

  test('counts in thousands with a comma', () => {
    const decisions = new Decisions(() => today);
    decisions.decide(people(1200), 'look');
    expect(decisions.lastStep).toBe('look again for 1,200 people');
  });
});

describe('in the queue', () => {
  test.each([
    ['done', { decision: 'remove', done: today }, 'done for Person p0'],
    ['skipped', { decision: 'remove', skipped: true }, 'skip for Person p0'],
    ['keep', { decision: 'keep', on: today }, 'keep for Person p0'],
  ] as const)('%s is one press, and undone by one', (as, expected, says) => {
    const decisions = new Decisions(() => today);
    decisions.decide(five, 'remove');
    const before = stateOf(decisions);
    decisions.mark('p0', as);
    expect(decisions.of('p0')).toMatchObject(expected);
    expect(decisions.lastStep).toBe(says);
    decisions.undo();
    expect(stateOf(decisions)).toEqual(before);
  });

  test('who waits again is neither done nor skipped', () => {
    const decisions = new Decisions(() => today);
    decisions.decide(five, 'unfollow');
    const before = stateOf(decisions);
    decisions.mark('p0', 'skipped');
    decisions.mark('p1', 'done');
    decisions.mark(['p0', 'p1', 'nobody'], 'waiting');
    expect(stateOf(decisions)).toEqual(before);
  });

  test('who is not in it is passed over', () => {
    const decisions = new Decisions(() => today);
    decisions.decide(five, 'keep');
    decisions.mark('p0', 'done');
    expect(decisions.of('p0')).toEqual({ decision: 'keep', on: today });
    expect(decisions.lastStep).toBe('keep for 5 people');
  });
});

describe('what comes from elsewhere', () => {
  test('is no step, and undo leaves it as it is', () => {
    const decisions = new Decisions(() => today);
    decisions.decide(five, 'remove');
    decisions.receive([['p0', { decision: 'keep', on: today }]]);
    expect(decisions.undo()?.keys).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(stateOf(decisions)).toEqual({ p0: { decision: 'keep', on: today } });
  });

  test('takes a step with it of which nothing stands any more', () => {
    const decisions = new Decisions(() => today);
    decisions.decide(five.slice(1, 2), 'keep');
    decisions.decide(five.slice(0, 1), 'remove');
    decisions.receive([['p0', undefined]]);
    expect(decisions.lastStep).toBe('keep for Person p1');
  });

  test('does not bring back a step that was undone', () => {
    const decisions = new Decisions(() => today);
    decisions.decide(five.slice(0, 1), 'keep');
    decisions.decide(five.slice(0, 1), undefined);
    decisions.undo();
    decisions.receive([['p0', undefined]]);
    expect(decisions.undo()).toBeUndefined();
  });

  test('is told as such, and not at all where it is known already', () => {
    const decisions = new Decisions(() => today);
    const told: unknown[] = [];
    const end = decisions.subscribe((keys, origin) => told.push([keys, origin]));
    decisions.decide(five.slice(0, 1), 'keep');
    decisions.receive([
      ['p0', { decision: 'keep', on: today }],
      ['p1', { decision: 'look', on: today }],
    ]);
    decisions.undo();
    decisions.undo();
    end();
    decisions.decide(five, 'remove');
    expect(told).toEqual([
      [['p0'], 'here'],
      [['p1'], 'elsewhere'],
      [['p0'], 'here'],
    ]);
  });
});

test('a step that names somebody twice is undone as a whole', () => {
  const decisions = new Decisions(() => today);
  decisions.take(
    [
      ['p0', { decision: 'keep', on: today }],
      ['p0', { decision: 'look', on: today }],
    ],
    'two for one',
  );
  expect(stateOf(decisions)).toEqual({ p0: { decision: 'look', on: today } });
  decisions.undo();
  expect(stateOf(decisions)).toEqual({});
  expect(decisions.count()).toEqual({ keep: 0, unfollow: 0, remove: 0, look: 0 });
});

test('what is forgotten is not brought back by undo', () => {
  const decisions = new Decisions(() => today);
  decisions.decide(five, 'remove');
  decisions.decide(five, undefined);
  decisions.forget();
  expect(stateOf(decisions)).toEqual({});
  expect(decisions.count()).toEqual({ keep: 0, unfollow: 0, remove: 0, look: 0 });
  expect(decisions.undo()).toBeUndefined();
});

type Act =
  | { act: 'decide'; who: readonly string[]; decision: Decision | undefined }
  | { act: 'mark'; who: readonly string[]; as: MarkedAs }
  | { act: 'take'; who: readonly string[]; decision: Decision }
  | { act: 'undo' };

const who = fc.subarray(five.map(({ key }) => key));
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('decide'), who, decision: fc.constantFrom(...allDecisions, undefined) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('mark'), who, as: fc.constantFrom('done', 'skipped', 'keep', 'waiting') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('take'), who, decision: fc.constantFrom(...allDecisions) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('undo') }) },
);

function perform(decisions: Decisions, step: Exclude<Act, { act: 'undo' }>): void {
  if (step.act === 'decide')
    decisions.decide(
      five.filter(({ key }) => step.who.includes(key)),
      step.decision,
    );
  else if (step.act === 'mark') decisions.mark(step.who, step.as);
  else
    decisions.take(
      step.who.map((key): Change => [key, { decision: step.decision, on: today - 1 }]),
      'taken',
    );
}

test('undo brings back what was there before each step, in turn, and the counts agree', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
      const decisions = new Decisions(() => today);
      const past = [stateOf(decisions)];
      let changes = 0;
      decisions.subscribe(() => (changes += 1));
      for (const step of acts) {
        const before = changes;
        if (step.act === 'undo') {
          expect(decisions.undo() !== undefined).toBe(past.length > 1);
          if (past.length > 1) past.pop();
        } else {
          perform(decisions, step);
          if (changes > before) past.push(stateOf(decisions));
        }
        expect(stateOf(decisions)).toEqual(past.at(-1));
        expect(decisions.count()).toEqual(counted(stateOf(decisions)));
      }
    }),
  );
});
