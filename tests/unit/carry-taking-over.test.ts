/** What goes over, and what it changes where it arrives. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kept, PROGRESS_KEY } from '../../src/browser/kept.ts';
import { PLAN, type PlanEntry } from '../../src/browser/plan.ts';
import { ProgressStore, REMEMBERED, type StepChange } from '../../src/browser/progress.ts';
import {
  dayOf,
  fromNumbers,
  gather,
  isPrivateKept,
  readDay,
  timeOf,
  toNumbers,
  writtenDay,
  type Carried,
} from '../../src/islands/carry/carried.ts';
import { decodeFile, encodeFile } from '../../src/islands/carry/file-text.ts';
import { decode, encode } from '../../src/islands/carry/numbers-text.ts';
import { withPlan, type NumberedChecklist } from '../../src/islands/carry/numbers.ts';
import { propose } from '../../src/islands/carry/proposal.ts';
import { FakeStorage } from '../support/fake-storage.ts';

const steps = ['open', 'look', 'choose', 'check', 'note', 'close'];
const numbers: readonly NumberedChecklist[] = [
  { id: 'first', title: 'First list', steps, count: 5, retired: ['close'] },
  { id: 'gone', title: '', steps: ['open'], count: 0 },
  { id: 'second', title: 'Second list', steps, count: 6 },
  { id: 'closed', title: 'Private list', steps, count: 6, private: true },
  { id: 'third', title: 'Third list', steps: steps.slice(0, 3), count: 3 },
];
const open = ['first', 'second', 'third'];
const now = new Date(2026, 10, 28, 9);

type Ticked = Readonly<Record<string, readonly string[]>>;

function storeWith(ticked: Ticked, time = '2026-11-20T10:00:00.000Z'): { store: ProgressStore; kept: Kept; storage: FakeStorage } {
  const checklists = Object.fromEntries(
    Object.entries(ticked).flatMap(([id, all]) => (all.length > 0 ? [[id, Object.fromEntries(all.map((step) => [step, time]))]] : [])),
  );
  const storage = new FakeStorage({ [PROGRESS_KEY]: JSON.stringify({ version: 1, checklists }) });
  const kept = new Kept(() => storage);
  return { store: new ProgressStore({ kept, now: () => now }), kept, storage };
}

const isDone = (store: ProgressStore): string[] =>
  numbers.flatMap(({ id, steps: all }) => all.filter((step) => store.isDone(id, step)).map((step) => `${id}.${step}`));

const someSteps = fc.subarray(steps);
const ticked: fc.Arbitrary<Ticked> = fc.record({
  first: someSteps,
  second: someSteps,
  closed: someSteps,
  third: fc.subarray(steps.slice(0, 3)),
});
const plan: fc.Arbitrary<readonly PlanEntry[]> = fc.uniqueArray(
  fc.record({ checklist: fc.constantFrom(...numbers.map(({ id }) => id)), on: fc.constantFrom('', '2026-12-05', '2027-01-31') }),
  { selector: ({ checklist }) => checklist },
);

/** What another device of the same version makes of what this one holds. */
function overALink(carried: Carried): Carried {
  const found = decode(encode(toNumbers(carried, numbers)));
  if (typeof found === 'string') throw new Error(found);
  return fromNumbers(found, numbers);
}
function overAFile(carried: Carried): Carried {
  const found = decodeFile(encodeFile(carried), numbers);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe.each([
  ['a link', overALink],
  ['a file', overAFile],
])('over %s', (_, over) => {
  test('goes what is ticked and planned, on an empty device it is as it was', () => {
    fc.assert(
      fc.property(ticked, plan, (there, planned) => {
        const from = storeWith(there).store;
        const carried = over(gather({ numbers, progress: from, plan: planned }, false));
        const { store } = storeWith({});
        const { merge } = propose(carried, { numbers, progress: store, plan: [], now });
        const change = merge(true);
        store.change(change.ticks);
        // What is retired has nowhere to be shown, and what is private was left out.
        expect(isDone(store)).toEqual(isDone(from).filter((step) => !/^closed|^first\.close$/.test(step)));
        expect(change.plan ?? []).toEqual(planned.filter(({ checklist }) => open.includes(checklist)));
      }),
    );
  });

  test('merging loses no tick and no entry of the plan, and adds all that is new', () => {
    fc.assert(
      fc.property(ticked, ticked, plan, plan, fc.boolean(), (there, here, planned, ours, withPrivate) => {
        const from = storeWith(there).store;
        const { store } = storeWith(here);
        const before = isDone(store);
        const times = open.flatMap((id) => store.ticks(id));
        const carried = over(gather({ numbers, progress: from, plan: planned }, true));
        const change = propose(carried, { numbers, progress: store, plan: ours, now }).merge(withPrivate);
        store.change(change.ticks);
        expect(isDone(store)).toEqual(expect.arrayContaining(before));
        for (const one of times) expect(open.flatMap((id) => store.ticks(id))).toContainEqual(one);
        const taken = isDone(from).filter((step) => step !== 'first.close' && (withPrivate || !step.startsWith('closed')));
        expect(isDone(store).toSorted()).toEqual([...new Set([...before, ...taken])].sort());
        const after = change.plan ?? ours;
        for (const { checklist, on } of ours) expect(after.find((entry) => entry.checklist === checklist)?.on || '').toMatch(on || /^/);
        for (const { checklist } of planned.filter((entry) => open.includes(entry.checklist)))
          expect(after.map((entry) => entry.checklist)).toContain(checklist);
      }),
    );
  });

  test('replacing makes this device as the other, but for what is private and what it does not know; what it takes away is named', () => {
    fc.assert(
      fc.property(ticked, ticked, plan, plan, (there, here, planned, ours) => {
        const from = storeWith(there).store;
        const { store } = storeWith({ ...here, unheard: ['of'] });
        const mine = isDone(store);
        const carried = over(gather({ numbers, progress: from, plan: planned }, true));
        const proposal = propose(carried, { numbers, progress: store, plan: ours, now });
        const change = proposal.replace(false);
        store.change(change.ticks);
        const isOpen = (step: string): boolean => !/^closed|^first\.close$/.test(step);
        expect(isDone(store).filter(isOpen)).toEqual(isDone(from).filter(isOpen));
        expect(isDone(store).filter((step) => !isOpen(step))).toEqual(mine.filter((step) => !isOpen(step)));
        expect(store.isDone('unheard', 'of')).toBe(true);
        const lost = mine.filter((step) => !isDone(store).includes(step));
        expect(proposal.losses.reduce((sum, loss) => sum + loss.lost.length, 0)).toBe(lost.length);
        expect(change.plan ?? ours).toEqual(planned.filter(({ checklist }) => open.includes(checklist)));
        if (ours.length > 0 && !proposal.isPlanLost) {
          const after = propose(carried, { numbers, progress: store, plan: ours, now }).merge(false).plan ?? ours;
          expect(after).toEqual(change.plan ?? ours);
        }
      }),
    );
  });
});

test('what is private goes over only where somebody asks for it, and is then remembered there', () => {
  const { store: from } = storeWith({ closed: ['open', 'look', REMEMBERED], third: ['open'] });
  expect(gather({ numbers, progress: from, plan: [{ checklist: 'closed', on: '' }] }, false)).toMatchObject({
    lists: [{ id: 'third' }],
    plan: [],
  });
  const carried = overALink(gather({ numbers, progress: from, plan: [] }, true));
  const { store } = storeWith({});
  const proposal = propose(carried, { numbers, progress: store, plan: [], now });
  expect(proposal.lists.map(({ list }) => list.id)).toEqual(['third']);
  expect(proposal.privateSteps).toBe(2);
  expect(proposal.merge(false).ticks.map(([id]) => id)).toEqual(['third']);
  store.change(proposal.merge(true).ticks);
  expect(store.ticks('closed').map(([, step]) => step)).toEqual(['open', 'look', REMEMBERED]);
  // Nothing shows until it was forgotten or shown on its own page, which holds back what nobody asked for.
  store.holdBack('closed');
  expect(store.isHeldBack('closed')).toBe(false);
});

test('of a private list nothing is kept where only a step is ticked that is gone: no box could take it along', () => {
  const closed: NumberedChecklist = { id: 'closed', title: 'Private list', steps, count: 5, private: true, retired: ['close'] };
  const { store } = storeWith({ closed: ['close', REMEMBERED] });
  expect(isPrivateKept({ numbers: [closed], progress: store })).toBe(false);
  expect(isPrivateKept({ numbers, progress: store })).toBe(true);
});

test('days go over, no times; none lies in the future', () => {
  const { store: from } = storeWith({ third: ['open'] }, new Date(2026, 10, 20, 23, 59).toISOString());
  const [list] = overALink(gather({ numbers, progress: from, plan: [] }, false)).lists;
  expect(writtenDay(list?.day ?? 0)).toBe('2026-11-20');
  expect(timeOf(list?.day ?? 0, now)).toBe(new Date(2026, 10, 20, 12).toISOString());
  expect(timeOf(dayOf(now.toISOString()), now)).toBe(now.toISOString());
  expect(timeOf(999_999, now)).toBe(now.toISOString());
});

test('whatever the clock said when something was ticked, it goes over', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (time) => {
      const { store: from } = storeWith({ third: ['open'] }, time.toISOString());
      const carried = gather({ numbers, progress: from, plan: [] }, false);
      expect(overALink(carried)).toEqual(carried);
      expect(overAFile(carried)).toEqual(carried);
    }),
    // A clock that was never set, west of Greenwich, and as far as dates go.
    { examples: [[new Date(Date.UTC(1969, 11, 31, 12))], [new Date(-8.64e15)], [new Date(8.64e15)]] },
  );
});

test('what a newer version knows is left out, and counted', () => {
  const newer: readonly NumberedChecklist[] = [
    ...numbers.map((list) => ({ ...list, steps: [...list.steps, 'brand-new'] })),
    { id: 'new-list', title: 'New', steps: ['open'], count: 1 },
  ];
  const carried: Carried = {
    lists: [
      { id: 'second', steps: ['open', 'brand-new'], day: 20_000 },
      { id: 'new-list', steps: ['open'], day: 20_000 },
    ],
    plan: [{ checklist: 'new-list', on: '' }],
    unknown: 0,
  };
  const found = decode(encode(toNumbers(carried, newer)));
  const known = { lists: [{ id: 'second', steps: ['open'], day: 20_000 }], plan: [], unknown: 3 };
  expect(typeof found === 'string' ? found : fromNumbers(found, numbers)).toEqual(known);
  expect(decodeFile(encodeFile(carried), numbers)).toEqual(known);
});

describe('a file', () => {
  test('of any text gives what is known of it, or a refusal', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((text) => `{"kind":"loose-ties progress","version":1,"checklists":[${text}],"plan":[${text}]}`),
      fc.jsonValue().map((value) => JSON.stringify({ kind: 'loose-ties progress', version: 1, checklists: value, plan: [] })),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const found = decodeFile(text, numbers);
        if (typeof found === 'string') return;
        for (const { id, steps: all } of found.lists) {
          const known = numbers.find((list) => list.id === id);
          expect(known?.steps).toEqual(expect.arrayContaining([...all]));
        }
      }),
      { numRuns: 500 },
    );
  });

  const file = (rest: object): string => JSON.stringify({ kind: 'loose-ties progress', version: 1, checklists: [], plan: [], ...rest });

  test.each([
    ['that is empty', '', 'damaged'],
    ['with HTML', '<script>alert(1)</script>', 'damaged'],
    ['of another kind', file({ kind: 'connections' }), 'damaged'],
    ['of no version', file({ version: '1' }), 'damaged'],
    ['of a later version', file({ version: 2 }), 'later'],
    ['without lists', file({ checklists: {} }), 'damaged'],
    ['that is null', 'null', 'damaged'],
  ])('%s is refused', (_, text, why) => {
    expect(decodeFile(text, numbers)).toBe(why);
  });

  test('with names of prototypes, HTML, doubled and wrong days takes nothing but what is known', () => {
    const list = { checklist: 'third', day: '2026-11-20', steps: ['open', '__proto__', 'constructor', '<b>look</b>', 'open'] };
    const text = file({
      checklists: [
        list,
        { ...list, checklist: '__proto__' },
        { ...list, checklist: 'constructor' },
        { ...list, checklist: 'second', day: '2026-02-30' },
        { ...list, checklist: 'first', day: 20_000 },
      ],
      plan: [
        { checklist: 'toString', on: '' },
        { checklist: 'third', on: 'tomorrow' },
        { checklist: 'third', on: '2026-12-05' },
      ],
    }).replace('{"kind"', '{"__proto__":{"polluted":true},"kind"');
    expect(decodeFile(text, numbers)).toEqual({
      lists: [{ id: 'third', steps: ['open'], day: 20_777 }],
      plan: [{ checklist: 'third', on: '2026-12-05' }],
      unknown: 9,
    });
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});

test('a day is one of the calendar', () => {
  expect(readDay('2026-11-28')).toBe(20_785);
  for (const wrong of ['2026-02-30', '2026-1-1', '', 'tomorrow', undefined, 7, '1969-12-31', '+002026-11-28'])
    expect(readDay(wrong)).toBeUndefined();
});

test('a plan that is of a later version is left alone', () => {
  const { store } = storeWith({});
  const carried = { lists: [], plan: [{ checklist: 'third', on: '' }], unknown: 0 };
  const proposal = propose(carried, { numbers, progress: store, plan: undefined, now });
  expect([proposal.merge(false).plan, proposal.replace(false).plan, proposal.planned, proposal.isPlanLost]).toEqual([
    undefined,
    undefined,
    0,
    false,
  ]);
  expect(proposal.isPlanLeft).toBe(true);
  expect(propose({ ...carried, plan: [] }, { numbers, progress: store, plan: undefined, now }).isPlanLeft).toBe(false);
  expect(propose(carried, { numbers, progress: store, plan: [], now }).isPlanLeft).toBe(false);
});

test('what is private or gone is no part of a plan, neither where somebody made a link that says so nor where it is kept', () => {
  const all = withPlan(numbers);
  const named = ['third', 'closed', 'gone'];
  const crafted = fromNumbers({ lists: [{ checklist: 0, steps: [4, 3, 1], day: 20_000 }], plan: [] }, all);
  expect(crafted.lists[0]?.steps).toEqual(named);
  const { store } = storeWith({});
  const proposal = propose(crafted, { numbers: all, progress: store, plan: [], now });
  expect(proposal.lists.map(({ added }) => added)).toEqual([['third']]);
  for (const { ticks } of [proposal.merge(true), proposal.replace(true)]) expect(ticks.map(([, step]) => step)).toEqual(['third']);

  const { store: from } = storeWith({ [PLAN]: named });
  expect(gather({ numbers: all, progress: from, plan: [] }, true).lists).toMatchObject([{ id: PLAN, steps: ['third'] }]);
  const empty = propose({ lists: [], plan: [], unknown: 0 }, { numbers: all, progress: from, plan: [], now });
  expect(empty.losses).toMatchObject([{ list: { id: PLAN }, lost: ['third'] }]);
});

test('what is ticked in a plan goes along, and is no entry of it', () => {
  const all = withPlan(numbers);
  const own = [{ checklist: 'third', on: '' }];
  const there = storeWith({}).store;
  there.setDone(PLAN, 'third', true);
  const carried = gather({ numbers: all, progress: there, plan: own }, false);
  const arrived = fromNumbers(toNumbers(carried, all), all);
  expect(arrived).toEqual(carried);
  const { store } = storeWith({});
  const { ticks, plan: planned } = propose(arrived, { numbers: all, progress: store, plan: [], now }).merge(false);
  store.change(ticks);
  expect(store.isDone(PLAN, 'third')).toBe(true);
  expect(planned).toEqual(own);
});

test('an undo is the change turned around: all times are as they were', () => {
  fc.assert(
    fc.property(ticked, ticked, fc.boolean(), (there, here, isReplaced) => {
      const { store, storage } = storeWith(here);
      const before = JSON.stringify(numbers.map(({ id }) => store.ticks(id).toSorted()));
      const carried = gather({ numbers, progress: storeWith(there, '2026-11-25T10:00:00.000Z').store, plan: [] }, true);
      const proposal = propose(carried, { numbers, progress: store, plan: [], now });
      const { ticks } = isReplaced ? proposal.replace(true) : proposal.merge(true);
      const was = ticks.map(([id, step]): StepChange => [id, step, store.ticks(id).find(([, other]) => other === step)?.[2]]);
      store.change(ticks);
      store.change(was);
      expect(JSON.stringify(numbers.map(({ id }) => store.ticks(id).toSorted()))).toBe(before);
      expect(storage.entries.has(PROGRESS_KEY)).toBe(true);
    }),
  );
});
