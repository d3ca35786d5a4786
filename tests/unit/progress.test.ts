import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgetEverything } from '../../src/browser/forgetting.ts';
import { Kept, PROGRESS_KEY, SET_ASIDE_KEY, type StorageLike } from '../../src/browser/kept.ts';
import { describeProgress, ProgressStore, REMEMBERED, type StepChange } from '../../src/browser/progress.ts';
import { FakeStorage } from '../support/fake-storage.ts';

const none = (): undefined => undefined;

const blocked = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

const full = (): never => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};

const fullForWrites = (operation: 'read' | 'write'): void => {
  if (operation === 'write') full();
};

/** A clock that moves on by a minute whenever it is looked at. */
function clockFrom(start: string): () => Date {
  let time = Date.parse(start);
  return () => new Date((time += 60_000));
}

const stoppedClock = (): Date => new Date('2026-11-22T10:00:00.000Z');

/** The store of one tab, and what that tab keeps. */
class Tab extends ProgressStore {
  readonly kept: Kept;

  constructor(storage: () => StorageLike, now: () => Date, tell?: (changes: readonly StepChange[]) => void) {
    const kept = new Kept(storage);
    super({ kept, now, ...(tell && { tell }) });
    this.kept = kept;
  }
}

function storeOver(storage: StorageLike, now: () => Date = clockFrom('2026-11-22T10:00:00Z')): Tab {
  return new Tab(() => storage, now);
}

/** Names an object already has are among them: they must be as good as any. */
const CHECKLISTS = ['remove-from-list', 'get-your-data', 'constructor', '__proto__'];

const lastTicked = (store: ProgressStore, checklist: string): string | undefined =>
  store
    .ticks(checklist)
    .map(([, , time]) => time)
    .toSorted()
    .at(-1);

/** Undefined where none of them has a tick. */
const latestIn = (store: ProgressStore): string | undefined =>
  CHECKLISTS.filter((checklist) => lastTicked(store, checklist) !== undefined).toSorted((one, other) =>
    (lastTicked(store, other) ?? '').localeCompare(lastTicked(store, one) ?? ''),
  )[0];
const STEPS = ['open-network', 'press-remove', 'toString', '__proto__'];

/** What a store shows, for every name there is. */
function shownBy(store: ProgressStore): Record<string, string[]> {
  return Object.fromEntries(CHECKLISTS.map((checklist) => [checklist, STEPS.filter((step) => store.isDone(checklist, step)).sort()]));
}

/** Which steps of which checklists are in storage, whatever they are called, read without the code under test. */
function savedIn(storage: FakeStorage): Record<string, string[]> {
  const { checklists } = JSON.parse(storage.getItem(PROGRESS_KEY) ?? '{"checklists":{}}') as { checklists: Record<string, object> };
  return Object.fromEntries(Object.entries(checklists).map(([checklist, steps]) => [checklist, Object.keys(steps).sort()]));
}

const checklistName = fc.constantFrom(...CHECKLISTS);
const stepName = fc.constantFrom(...STEPS);

type Act =
  | { act: 'tick' | 'untick'; checklist: string; step: string }
  | { act: 'clear'; checklist: string }
  | { act: 'restore' | 'hear of another tab' | 'forget' | 'open again' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constantFrom('tick', 'untick'), checklist: checklistName, step: stepName }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('clear'), checklist: checklistName }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('restore', 'hear of another tab') }) },
);

/** With those that take a storage that works. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: act },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('forget', 'open again') }) },
);

/** What ought to be done, kept the simplest way: which steps of which checklist, and what the last clearing took. */
class Model {
  readonly done = new Map(CHECKLISTS.map((checklist) => [checklist, new Set<string>()]));
  cleared: { checklist: string; steps: string[] } = { checklist: '', steps: [] };

  steps(checklist: string): Set<string> {
    return this.done.get(checklist) ?? new Set();
  }

  apply(made: Act): void {
    if (made.act === 'tick') this.steps(made.checklist).add(made.step);
    if (made.act === 'untick') this.steps(made.checklist).delete(made.step);
    if (made.act === 'clear') {
      this.cleared = { checklist: made.checklist, steps: [...this.steps(made.checklist)] };
      this.steps(made.checklist).clear();
    }
    if (made.act === 'forget') for (const steps of this.done.values()) steps.clear();
    if (made.act === 'restore') for (const step of this.cleared.steps) this.steps(this.cleared.checklist).add(step);
  }

  shown(): Record<string, string[]> {
    return Object.fromEntries([...this.done].map(([checklist, steps]) => [checklist, [...steps].sort()]));
  }

  saved(): Record<string, string[]> {
    return Object.fromEntries(Object.entries(this.shown()).filter(([, steps]) => steps.length > 0));
  }
}

/** The same act on a store. Returns what the last clearing can be undone with. */
function perform(store: Tab, made: Act, cleared: readonly StepChange[]): readonly StepChange[] {
  if (made.act === 'tick' || made.act === 'untick') store.setDone(made.checklist, made.step, made.act === 'tick');
  if (made.act === 'clear') return store.clear(made.checklist);
  if (made.act === 'restore') store.change(cleared);
  if (made.act === 'hear of another tab') store.kept.notify();
  if (made.act === 'forget') forgetEverything(store.kept);
  return cleared;
}

describe('a storage that works', () => {
  test('shows what was ticked, unticked, cleared and restored, and shows it again when opened again', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
        const storage = new FakeStorage();
        const model = new Model();
        let store = storeOver(storage);
        let cleared: readonly StepChange[] = [];
        for (const made of acts) {
          if (made.act === 'open again') store = storeOver(storage);
          cleared = perform(store, made, cleared);
          model.apply(made);
          expect(shownBy(store)).toEqual(model.shown());
          expect(savedIn(storage)).toEqual(model.saved());
          expect(store.status()).toBe('saved');
        }
        expect(shownBy(storeOver(storage))).toEqual(model.shown());
      }),
    );
  });

  test('holds one key, in the shape that is written down', () => {
    const storage = new FakeStorage();
    storeOver(storage, stoppedClock).setDone('remove-from-list', 'open-network', true);
    expect([...storage.entries.keys()]).toEqual(['loose-ties:checklists']);
    expect(JSON.parse(storage.getItem('loose-ties:checklists') ?? '')).toEqual({
      version: 1,
      checklists: { 'remove-from-list': { 'open-network': '2026-11-22T10:00:00.000Z' } },
    });
  });

  test('holds nothing of a checklist once its last tick is gone', () => {
    const storage = new FakeStorage();
    const store = storeOver(storage);
    store.setDone('remove-from-list', 'open-network', true);
    store.setDone('remove-from-list', 'open-network', false);
    expect(storage.getItem(PROGRESS_KEY)).not.toContain('remove-from-list');
  });

  test('is not written to by reading', () => {
    const storage = new FakeStorage();
    storeOver(storage).kept.notify();
    expect(storage.entries.size).toBe(0);
  });

  test('two tabs over one storage agree, whoever writes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 1 }), anyAct), { maxLength: 40 }), (acts) => {
        const storage = new FakeStorage();
        const tabs = [storeOver(storage), storeOver(storage)];
        const model = new Model();
        let cleared: readonly StepChange[] = [];
        for (const [number, made] of acts) {
          if (made.act === 'open again') tabs[number] = storeOver(storage);
          const tab = tabs[number];
          if (!tab) throw new Error(`there is no tab ${number}`);
          cleared = perform(tab, made, cleared);
          model.apply(made);
          // The tab that acted knows what the other one did, without having been told.
          expect(shownBy(tab)).toEqual(model.shown());
        }
        for (const tab of tabs) {
          tab.kept.notify();
          expect(shownBy(tab)).toEqual(model.shown());
        }
      }),
    );
  });

  test('keeps checklists, steps and fields that this version does not know', () => {
    const found = {
      version: 1,
      note: 'from somewhere else',
      checklists: {
        'long-gone': { 'old-step': '2025-01-01T00:00:00.000Z' },
        'remove-from-list': { 'retired-step': '2025-02-01T00:00:00.000Z' },
      },
    };
    const storage = new FakeStorage({ [PROGRESS_KEY]: JSON.stringify(found) });
    const store = storeOver(storage, stoppedClock);
    store.setDone('remove-from-list', 'open-network', true);
    expect(JSON.parse(storage.getItem(PROGRESS_KEY) ?? '')).toEqual({
      ...found,
      checklists: {
        ...found.checklists,
        'remove-from-list': {
          'retired-step': '2025-02-01T00:00:00.000Z',
          'open-network': '2026-11-22T10:00:00.000Z',
        },
      },
    });
  });
});

describe('more than a person makes', () => {
  test('is read, counted and added to', () => {
    const many = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [index, '2026-11-01T10:00:00Z']));
    const store = storeOver(new FakeStorage({ [PROGRESS_KEY]: JSON.stringify({ version: 1, checklists: { profile: many } }) }));
    store.setDone('profile', 'photo', true);
    expect(store.ticks('profile')).toHaveLength(200_001);
    expect(store.clear('profile')).toHaveLength(200_001);
    expect(store.status()).toBe('saved');
  });
});

describe('what was ticked last', () => {
  test('is known of each checklist', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(checklistName, stepName), { minLength: 1, maxLength: 20 }), (ticks) => {
        const store = storeOver(new FakeStorage());
        for (const [checklist, step] of ticks) store.setDone(checklist, step, true);
        const lastFirst = ticks.map(([checklist]) => checklist).reverse();
        expect(latestIn(store)).toBe(lastFirst[0]);
        expect(CHECKLISTS.filter((checklist) => lastTicked(store, checklist) === undefined)).toEqual(
          CHECKLISTS.filter((checklist) => !lastFirst.includes(checklist)),
        );
      }),
    );
  });

  test('is nowhere before the first tick and after the last untick', () => {
    const store = storeOver(new FakeStorage());
    expect(latestIn(store)).toBeUndefined();
    store.setDone('get-your-data', 'ask', true);
    store.setDone('get-your-data', 'ask', false);
    expect(latestIn(store)).toBeUndefined();
  });
});

describe('text that is no progress', () => {
  const nearlyRight = fc.record(
    {
      version: fc.constantFrom<unknown>(1, 1, 1, 0, -1, 0.5, 2, '1', null),
      checklists: fc.oneof(
        fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.oneof(fc.date().map(String), fc.jsonValue()))),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  );
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    nearlyRight.map((value) => JSON.stringify(value)),
  );

  /** Every tick in a text, found without the code under test. */
  function ticksIn(text: string): [string, string, unknown][] {
    const { checklists } = JSON.parse(text) as { checklists: Record<string, Record<string, unknown>> };
    return Object.entries(checklists).flatMap(([checklist, steps]) =>
      Object.entries(steps).map(([step, time]): [string, string, unknown] => [checklist, step, time]),
    );
  }

  function isKept(storage: FakeStorage, text: string): boolean {
    if ([...storage.entries.values()].includes(text)) return true;
    const now = ticksIn(storage.getItem(PROGRESS_KEY) ?? '').map((tick) => JSON.stringify(tick));
    return ticksIn(text).every((tick) => now.includes(JSON.stringify(tick)));
  }

  test('never stops anything and is never destroyed, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(anyText.filter(Boolean), { minLength: 1, maxLength: 4 }), (texts) => {
        const storage = new FakeStorage();
        for (const text of texts) {
          storage.entries.set(PROGRESS_KEY, text);
          const store = storeOver(storage, stoppedClock);
          store.setDone('remove-from-list', 'a-new-step', true);
          expect(store.isDone('remove-from-list', 'a-new-step')).toBe(true);
          if (store.status() !== 'later-version') expect(storeOver(storage).isDone('remove-from-list', 'a-new-step')).toBe(true);
          expect(isKept(storage, text)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['broken JSON', '{"version":1,"checklists":{'],
    ['no object', '"remove-from-list"'],
    ['null', 'null'],
    ['no version', '{"checklists":{}}'],
    ['a version in words', '{"version":"1","checklists":{}}'],
    ['half a version', '{"version":1.5,"checklists":{}}'],
    ['a version beyond all', '{"version":1e999,"checklists":{}}'],
    ['a version before the first', '{"version":0,"checklists":{}}'],
    ['no checklists', '{"version":1}'],
    ['checklists in a row', '{"version":1,"checklists":[]}'],
    ['a checklist that is none', '{"version":1,"checklists":{"a":"b"}}'],
    ['steps in a row', '{"version":1,"checklists":{"a":["b"]}}'],
    ['a tick without a time', '{"version":1,"checklists":{"a":{"b":true}}}'],
    ['a time that is none', '{"version":1,"checklists":{"a":{"b":"yes"}}}'],
  ])('is set aside, and reading goes on as empty: %s', (_, text) => {
    const storage = new FakeStorage({ [PROGRESS_KEY]: text });
    const store = storeOver(storage);
    expect(latestIn(store)).toBeUndefined();
    expect(store.status()).toBe('set-aside');
    expect(storage.getItem(SET_ASIDE_KEY)).toBe(text);
    expect(Object.values(savedIn(storage)).flat()).toEqual([]);
    // Once: whoever comes next finds all that there is.
    expect(storeOver(storage).status()).toBe('saved');
  });

  test('is set aside whole, and all of it that can be read is shown', () => {
    const text = JSON.stringify({
      version: 1,
      note: 'from somewhere else',
      checklists: {
        'remove-from-list': { 'open-network': '2026-11-01T10:00:00Z', 'press-remove': true, search: 'yes' },
        'before-you-remove': { 'right-person': null },
        'get-your-data': { ask: '2026-11-02T10:00:00Z' },
        profile: [],
      },
    });
    const storage = new FakeStorage({ [PROGRESS_KEY]: text });
    const store = storeOver(storage);
    expect(store.status()).toBe('set-aside');
    expect(store.isDone('remove-from-list', 'open-network')).toBe(true);
    expect(store.isDone('get-your-data', 'ask')).toBe(true);
    expect(Object.values(savedIn(storage)).flat().toSorted()).toEqual(['ask', 'open-network']);
    expect(storage.getItem(SET_ASIDE_KEY)).toBe(text);
    store.setDone('remove-from-list', 'search', true);
    expect(store.status()).toBe('set-aside');
    forgetEverything(store.kept);
    expect(store.status()).toBe('saved');
  });

  test('is set aside beside what already lies there, with the time, however often and fast', () => {
    const storage = new FakeStorage({ [SET_ASIDE_KEY]: 'first' });
    for (const text of ['second', 'third', 'fourth']) {
      storage.setItem(PROGRESS_KEY, text);
      storeOver(storage, stoppedClock);
    }
    expect(storage.getItem(SET_ASIDE_KEY)).toBe('first');
    expect(storage.getItem(`${SET_ASIDE_KEY}:2026-11-22T10:00:00.000Z`)).toBe('second');
    expect([...storage.entries.values()]).toEqual(expect.arrayContaining(['third', 'fourth']));
  });

  test('stays where it is while there is no room to set it aside', () => {
    const storage = new FakeStorage({ [PROGRESS_KEY]: 'broken' });
    storage.fault = fullForWrites;
    const store = storeOver(storage);
    store.setDone('remove-from-list', 'open-network', true);
    expect(store.status()).toBe('full');
    expect(store.isDone('remove-from-list', 'open-network')).toBe(true);
    expect([...storage.entries]).toEqual([[PROGRESS_KEY, 'broken']]);

    storage.fault = none;
    store.kept.notify();
    expect(store.status()).toBe('set-aside');
    expect(storage.getItem(SET_ASIDE_KEY)).toBe('broken');
    expect(storeOver(storage).isDone('remove-from-list', 'open-network')).toBe(true);
  });

  test('takes no tick away from a page that is open when it arrives', () => {
    const storage = new FakeStorage();
    const store = storeOver(storage);
    store.setDone('remove-from-list', 'open-network', true);
    storage.setItem(PROGRESS_KEY, 'broken');
    store.kept.notify();
    expect(store.isDone('remove-from-list', 'open-network')).toBe(true);
    expect(storeOver(storage).isDone('remove-from-list', 'open-network')).toBe(true);
  });
});

describe('a storage that fails', () => {
  test('at random loses no tick, never claims to have saved one that it has not, and saves all once it works', () => {
    const faults = fc.infiniteStream(fc.constantFrom(undefined, undefined, undefined, blocked, full));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), faults, (acts, nextFault) => {
        const storage = new FakeStorage();
        const failing = (): void => {
          const [fault] = nextFault.take(1);
          fault?.();
        };
        storage.fault = failing;
        const store = storeOver(storage);
        const model = new Model();
        let cleared: readonly StepChange[] = [];
        for (const made of acts) {
          cleared = perform(store, made, cleared);
          model.apply(made);
          expect(shownBy(store)).toEqual(model.shown());
          storage.fault = none;
          if (store.status() === 'saved') expect(shownBy(storeOver(storage))).toEqual(model.shown());
          storage.fault = failing;
        }
        storage.fault = none;
        store.kept.notify();
        expect(store.status()).toBe('saved');
        expect(shownBy(store)).toEqual(model.shown());
        expect(shownBy(storeOver(storage))).toEqual(model.shown());
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['asking for it throws', blocked],
    ['there is none', () => null as unknown as StorageLike],
  ])('from the start is blocked, and ticks live in memory: %s', (_, storage) => {
    const store = new Tab(storage, stoppedClock);
    expect(store.status()).toBe('blocked');
    store.setDone('remove-from-list', 'open-network', true);
    expect(store.isDone('remove-from-list', 'open-network')).toBe(true);
    expect(latestIn(store)).toBe('remove-from-list');
    expect(store.clear('remove-from-list')).toHaveLength(1);
    expect(store.isDone('remove-from-list', 'open-network')).toBe(false);
    expect(forgetEverything(store.kept)).toBe(false);
  });

  test.each(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])('for lack of room is full: %s', (name) => {
    const storage = new FakeStorage();
    storage.fault = (operation) => {
      if (operation === 'write') throw new DOMException('no room', name);
    };
    const store = storeOver(storage);
    expect(store.status()).toBe('saved');
    store.setDone('remove-from-list', 'open-network', true);
    expect(store.status()).toBe('full');
  });

  test('saves the waiting ticks with the next one, into what another tab has saved meanwhile', () => {
    const storage = new FakeStorage();
    const store = storeOver(storage);
    storage.fault = fullForWrites;
    store.setDone('remove-from-list', 'open-network', true);
    storage.fault = none;
    storeOver(storage).setDone('remove-from-list', 'search', true);
    store.setDone('remove-from-list', 'press-remove', true);
    expect(savedIn(storage)).toEqual({ 'remove-from-list': ['open-network', 'press-remove', 'search'] });
  });
});

describe('a storage that accepts and forgets', () => {
  test.each<[string, Partial<StorageLike>]>([
    ['setItem does nothing', { setItem: none }],
    ['getItem finds nothing', { getItem: () => null }],
  ])('is blocked, and takes no tick away: %s', (_, stub) => {
    const storage = Object.assign(new FakeStorage(), stub);
    const store = storeOver(storage);
    for (const step of STEPS) store.setDone('get-your-data', step, true);
    expect(store.status()).toBe('blocked');
    expect(shownBy(store)['get-your-data']).toEqual([...STEPS].sort());
  });

  test('while a page is open takes no tick from it', () => {
    const storage = new FakeStorage();
    const store = storeOver(storage);
    store.setDone('get-your-data', 'toString', true);
    Object.assign(storage, { getItem: () => null });
    store.setDone('get-your-data', 'search', true);
    expect(store.status()).toBe('blocked');
    expect(store.isDone('get-your-data', 'toString')).toBe(true);
    expect(store.isDone('get-your-data', 'search')).toBe(true);
  });
});

describe('tabs that write at one moment', () => {
  /** A storage as a tab sees it whose browser takes a while to tell it of what others wrote. The last that is written wins. */
  class Late {
    readonly shared = new FakeStorage();
    readonly seen = [new FakeStorage(), new FakeStorage()];
    /** For each tab what was written, then for each what was told: either may come first. */
    readonly arriving: (() => void)[][] = [[], [], [], []];
    readonly tabs: Tab[];

    constructor() {
      this.tabs = this.seen.map((own, number) => {
        const write = own.setItem.bind(own);
        own.setItem = (key, text) => {
          write(key, text);
          this.shared.setItem(key, text);
          this.toOther(number, 0, (tab, storage) => {
            // What a tab wrote later stands in what it sees.
            if (this.shared.getItem(key) === text) storage.entries.set(key, text);
            tab.kept.notify();
          });
        };
        return new Tab(
          () => own,
          stoppedClock,
          (changes) => {
            this.toOther(number, 2, (tab) => {
              tab.hear(changes);
            });
          },
        );
      });
    }

    toOther(from: number, queue: 0 | 2, tell: (tab: Tab, storage: FakeStorage) => void): void {
      const to = 1 - from;
      const [tab, storage] = [this.tabs[to], this.seen[to]];
      if (tab && storage)
        this.arriving[queue + to]?.push(() => {
          tell(tab, storage);
        });
    }

    /** What is on its way arrives, in its order. */
    deliver(queue: number): void {
      this.arriving[queue]?.shift()?.();
    }
  }

  test('lose no tick, however their writes and what they are told cross', () => {
    const steps = Array.from({ length: 8 }, (_, index) => `step-${index}`);
    const move = fc.oneof(
      fc.record({ tab: fc.nat({ max: 1 }), step: fc.constantFrom(...steps) }),
      fc.record({ tab: fc.nat({ max: 3 }), step: fc.constant(undefined) }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const browser = new Late();
        const ticked = new Set<string>();
        for (const { tab, step } of moves) {
          if (step === undefined) browser.deliver(tab);
          else if (!ticked.has(step)) {
            browser.tabs[tab]?.setDone('get-your-data', step, true);
            ticked.add(step);
          }
        }
        for (let rest = 0; rest < 1000 && browser.arriving.some((queue) => queue.length > 0); rest += 1) {
          for (const queue of browser.arriving.keys()) browser.deliver(queue);
        }
        expect(savedIn(browser.shared)['get-your-data'] ?? []).toEqual([...ticked].sort());
        for (const tab of browser.tabs) for (const step of ticked) expect(tab.isDone('get-your-data', step)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('bring nothing back that was unticked since, though the clock was set back', () => {
    const storage = new FakeStorage();
    let time = Date.parse('2026-11-22T10:00:00Z');
    const now = (): Date => new Date(time);
    const [here, there] = [storeOver(storage, now), storeOver(storage, now)];
    here.setDone('get-your-data', 'search', true);
    time -= 3_600_000;
    there.kept.notify();
    there.setDone('get-your-data', 'search', false);
    here.hear([['get-your-data', 'search', undefined]]);
    time += 60_000;
    here.setDone('get-your-data', 'toString', true);
    expect(savedIn(storage)['get-your-data']).toEqual(['toString']);
  });

  test('put nothing in that was unticked, or forgotten, since', () => {
    const storage = new FakeStorage();
    const [here, there] = [storeOver(storage), storeOver(storage)];
    here.setDone('get-your-data', 'ask', true);
    there.setDone('get-your-data', 'ask', false);
    here.hear([['get-your-data', 'ask', '2026-11-22T10:00:00.000Z']]);
    expect(here.isDone('get-your-data', 'ask')).toBe(false);
    forgetEverything(there.kept);
    here.hear([['get-your-data', 'ask', '2026-11-22T10:00:00.000Z']]);
    expect(storage.entries.size).toBe(0);
  });

  test('tell nothing of a private checklist that is not remembered', () => {
    const told: StepChange[] = [];
    const store = new Tab(
      () => new FakeStorage(),
      stoppedClock,
      (changes) => told.push(...changes),
    );
    store.holdBack('get-your-data');
    store.setDone('get-your-data', 'ask', true);
    expect(told).toEqual([]);
  });
});

describe('data of a later version', () => {
  const laterText = fc.record({ version: fc.integer({ min: 2 }), checklists: fc.jsonValue() }).map((value) => ` ${JSON.stringify(value)} `);

  test('is left byte for byte as it is, while ticks live in memory', () => {
    fc.assert(
      fc.property(laterText, fc.array(act, { maxLength: 20 }), (text, acts) => {
        const storage = new FakeStorage({ [PROGRESS_KEY]: text });
        const store = storeOver(storage);
        const model = new Model();
        let cleared: readonly StepChange[] = [];
        expect(store.status()).toBe('later-version');
        for (const made of acts) {
          cleared = perform(store, made, cleared);
          model.apply(made);
          expect(store.status()).toBe('later-version');
          expect(shownBy(store)).toEqual(model.shown());
        }
        expect([...storage.entries]).toEqual([[PROGRESS_KEY, text]]);
      }),
    );
  });

  test('that arrives while a page is open takes nothing away from it', () => {
    const storage = new FakeStorage();
    const store = storeOver(storage);
    store.setDone('remove-from-list', 'open-network', true);
    storage.setItem(PROGRESS_KEY, '{"version":2}');
    store.kept.notify();
    expect(store.status()).toBe('later-version');
    expect(store.isDone('remove-from-list', 'open-network')).toBe(true);
    expect(storage.getItem(PROGRESS_KEY)).toBe('{"version":2}');
  });
});

describe('forgetting everything', () => {
  test('removes all that is ours, set aside and later versions included, and nothing else', () => {
    const storage = new FakeStorage({
      [PROGRESS_KEY]: '{"version":2}',
      [SET_ASIDE_KEY]: 'broken',
      'loose-ties:triage': '[]',
      'somebody-else': 'stays',
    });
    const store = storeOver(storage);
    store.setDone('remove-from-list', 'open-network', true);
    expect(forgetEverything(store.kept)).toBe(true);
    expect([...storage.entries]).toEqual([['somebody-else', 'stays']]);
    expect(latestIn(store)).toBeUndefined();
    expect(store.status()).toBe('saved');
  });

  test('brings nothing back afterwards from other tabs whose ticks were waiting to be saved', () => {
    const storage = new FakeStorage();
    const tabThatWrote = storeOver(storage);
    tabThatWrote.setDone('remove-from-list', 'open-network', true);
    const tabThatRead = storeOver(storage);
    storage.fault = blocked;
    tabThatWrote.setDone('remove-from-list', 'search', true);
    tabThatRead.setDone('get-your-data', 'ask', true);
    storage.fault = none;
    forgetEverything(storeOver(storage).kept);
    for (const tab of [tabThatWrote, tabThatRead]) {
      tab.kept.notify();
      expect(latestIn(tab)).toBeUndefined();
    }
    expect(storage.entries.size).toBe(0);
  });

  test('does not swallow the next tick of a tab that has not heard of it', () => {
    const storage = new FakeStorage();
    const tab = storeOver(storage);
    tab.setDone('remove-from-list', 'open-network', true);
    forgetEverything(storeOver(storage).kept);
    tab.setDone('get-your-data', 'ask', true);
    expect(tab.isDone('get-your-data', 'ask')).toBe(true);
    expect(latestIn(storeOver(storage))).toBe('get-your-data');
    expect(storeOver(storage).isDone('remove-from-list', 'open-network')).toBe(false);
  });

  test.each([
    ['blocked', blocked],
    ['full', fullForWrites],
  ])('takes ticks that were never saved along, where storage is %s', (_, fault) => {
    const storage = new FakeStorage();
    storage.fault = fault;
    const store = storeOver(storage);
    store.setDone('remove-from-list', 'open-network', true);
    forgetEverything(store.kept);
    expect(latestIn(store)).toBeUndefined();
    storage.fault = none;
    store.kept.notify();
    expect(latestIn(store)).toBeUndefined();
    expect(storage.entries.size).toBe(0);
  });

  test('takes no tick along that is made after it, while nothing can be saved', () => {
    const storage = new FakeStorage();
    const store = storeOver(storage);
    store.setDone('remove-from-list', 'open-network', true);
    let isWritable = false;
    const write = storage.setItem.bind(storage);
    storage.setItem = (key, text) => {
      if (!isWritable) blocked();
      write(key, text);
    };
    forgetEverything(store.kept);
    store.setDone('remove-from-list', 'search', true);
    isWritable = true;
    store.kept.notify();
    expect(savedIn(storage)).toEqual({ 'remove-from-list': ['search'] });
  });

  test('says so where it was not allowed, and shows what is still kept', () => {
    const storage = new FakeStorage();
    const store = storeOver(storage);
    store.setDone('remove-from-list', 'open-network', true);
    storage.fault = (operation) => {
      if (operation === 'write') blocked();
    };
    expect(forgetEverything(store.kept)).toBe(false);
    expect(store.isDone('remove-from-list', 'open-network')).toBe(true);
  });
});

describe('a private checklist', () => {
  const list = 'remove-from-list';
  const holdingBack = (storage: StorageLike): Tab => {
    const store = storeOver(storage);
    store.holdBack(list);
    return store;
  };

  test('leaves nothing in storage, whatever is done with it', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const storage = new FakeStorage();
        const store = storeOver(storage);
        for (const checklist of CHECKLISTS) store.holdBack(checklist);
        const model = new Model();
        let cleared: readonly StepChange[] = [];
        for (const made of acts) {
          cleared = perform(store, made, cleared);
          model.apply(made);
          expect(shownBy(store)).toEqual(model.shown());
          expect(storage.entries.size).toBe(0);
        }
      }),
    );
  });

  test('is not written when another is', () => {
    const storage = new FakeStorage();
    const store = holdingBack(storage);
    store.setDone(list, 'open-network', true);
    store.setDone('get-your-data', 'ask', true);
    expect(Object.keys(savedIn(storage))).toEqual(['get-your-data']);
    expect(store.isDone(list, 'open-network')).toBe(true);
  });

  test('is remembered with all its ticks once somebody asks for it, and forgotten by storage, not by the page, once they no longer do', () => {
    const storage = new FakeStorage();
    const store = holdingBack(storage);
    store.setDone(list, 'open-network', true);
    store.setDone(list, REMEMBERED, true);
    store.setDone(list, 'search', true);
    const later = holdingBack(storage);
    expect(later.isHeldBack(list)).toBe(false);
    expect(['open-network', 'search'].every((step) => later.isDone(list, step))).toBe(true);

    later.setDone(list, REMEMBERED, false);
    expect(storage.getItem(PROGRESS_KEY)).not.toContain(list);
    expect(['open-network', 'search'].every((step) => later.isDone(list, step))).toBe(true);
    later.setDone(list, 'press-remove', true);
    expect(storage.getItem(PROGRESS_KEY)).not.toContain(list);
    expect(holdingBack(storage).isDone(list, 'open-network')).toBe(false);
  });

  test('stays remembered while nothing of it is ticked', () => {
    const storage = new FakeStorage();
    const store = holdingBack(storage);
    store.setDone(list, REMEMBERED, true);
    store.setDone(list, 'search', true);
    store.setDone(list, 'search', false);
    expect(holdingBack(storage).isHeldBack(list)).toBe(false);
  });

  test('that an earlier version kept is remembered, and loses no tick', () => {
    const storage = new FakeStorage();
    storeOver(storage).setDone(list, 'open-network', true);
    const store = holdingBack(storage);
    expect(store.isHeldBack(list)).toBe(false);
    store.setDone(list, 'search', true);
    expect(holdingBack(storage).isDone(list, 'open-network')).toBe(true);

    // In a tab of that version, which knows no mark.
    const shared = new FakeStorage();
    const here = holdingBack(shared);
    storeOver(shared).setDone(list, 'open-network', true);
    here.kept.notify();
    here.setDone('get-your-data', 'ask', true);
    expect(savedIn(shared)[list]).toContain('open-network');
  });

  test('is cleared with its mark, so that nothing is left', () => {
    const storage = new FakeStorage();
    const store = holdingBack(storage);
    store.setDone(list, 'search', true);
    store.setDone(list, REMEMBERED, true);
    store.clear(list);
    expect(store.isHeldBack(list)).toBe(true);
    expect(store.isDone(list, 'search')).toBe(false);
    expect(storage.getItem(PROGRESS_KEY)).not.toContain(list);
  });

  test('held back here takes nothing from what another tab remembers, and adds to it', () => {
    const storage = new FakeStorage();
    const [here, there] = [holdingBack(storage), holdingBack(storage)];
    here.setDone(list, 'open-network', true);
    here.setDone(list, 'search', true);
    here.setDone(list, 'search', false);
    there.setDone(list, REMEMBERED, true);
    there.setDone(list, 'search', true);
    here.kept.notify();
    expect(here.isHeldBack(list)).toBe(false);
    expect(savedIn(storage)[list]?.toSorted()).toEqual([REMEMBERED, 'open-network', 'search']);
  });

  test('is forgotten with everything else, ticks that were never kept included', () => {
    const store = holdingBack(new FakeStorage());
    store.setDone(list, 'open-network', true);
    forgetEverything(store.kept);
    expect(store.isDone(list, 'open-network')).toBe(false);
  });

  test('works where storage does not', () => {
    const storage = new FakeStorage();
    storage.fault = blocked;
    const store = holdingBack(storage);
    store.setDone(list, 'open-network', true);
    store.setDone(list, REMEMBERED, true);
    expect(store.status()).toBe('blocked');
    expect(store.isHeldBack(list)).toBe(false);
    storage.fault = none;
    store.kept.notify();
    expect(savedIn(storage)[list]).toContain('open-network');
  });
});

describe('listeners', () => {
  test('hear of every change after it was made, and of nothing once they have left', () => {
    const storage = new FakeStorage();
    const store = storeOver(storage);
    const heard: [number, string][] = [];
    const done = (): number => ['open-network', 'search', 'press-remove'].filter((step) => store.isDone('remove-from-list', step)).length;
    const leave = store.subscribe(() => heard.push([done(), store.status()]));
    store.setDone('remove-from-list', 'open-network', true);
    store.setDone('remove-from-list', 'search', true);
    const cleared = store.clear('remove-from-list');
    store.change(cleared);
    storeOver(storage).setDone('remove-from-list', 'press-remove', true);
    store.kept.notify();
    storage.fault = blocked;
    store.setDone('remove-from-list', 'search', false);
    storage.fault = none;
    forgetEverything(store.kept);
    expect(heard).toEqual([
      [1, 'saved'],
      [2, 'saved'],
      [0, 'saved'],
      [2, 'saved'],
      [3, 'saved'],
      [2, 'blocked'],
      [0, 'saved'],
    ]);
    leave();
    store.setDone('remove-from-list', 'search', true);
    expect(heard).toHaveLength(7);
  });
});

describe('progress in words', () => {
  test.each([
    [0, 4, '0 of 4 done'],
    [3, 8, '3 of 8 done'],
    [8, 8, 'All 8 done'],
  ])('%i of %i', (done, total, words) => {
    expect(describeProgress(done, total)).toBe(words);
  });
});
