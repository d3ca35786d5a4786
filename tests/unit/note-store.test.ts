/** What is kept of notes: two tabs lose nothing, and storage that is blocked, full, wrong or of a later version takes nothing away. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgetEverything } from '../../src/browser/forgetting.ts';
import { Kept, type StorageLike } from '../../src/browser/kept.ts';
import { longest, NOTES_KEY, NOTES_SET_ASIDE_KEY, NoteStore } from '../../src/islands/note/note-store.ts';
import { FakeStorage } from '../support/fake-storage.ts';

const failing = (name: string) => (): never => {
  throw new DOMException('Not today.', name);
};
const blocked = failing('SecurityError');
const full = (operation: 'read' | 'write'): void => {
  if (operation === 'write') failing('QuotaExceededError')();
};

/** One tab: its store, and what tells it that something changed elsewhere. */
function tabOver(storage: () => StorageLike) {
  const kept = new Kept(storage);
  let minute = 0;
  const now = (): Date => new Date(Date.UTC(2026, 10, 27, 10, (minute += 1)));
  return { kept, notes: new NoteStore({ kept, now, chance: () => 0.5 }) };
}
const over = (storage: StorageLike) => tabOver(() => storage);

const draft = 'draft:met-at-an-event';
const own = (text: string) => ({ text, occasion: 'met-at-an-event' });

test('what is kept is there for the next page, under keys of this site, and goes when it is taken away', () => {
  const storage = new FakeStorage();
  const { notes } = over(storage);
  notes.change([
    [draft, { text: 'Hello Dana' }],
    ['fact:event', { text: 'Pretend Food Day' }],
  ]);
  expect([...storage.entries.keys()].every((key) => key.startsWith(NOTES_KEY) && key.startsWith('loose-ties:'))).toBe(true);
  expect(over(storage).notes.item(draft)?.text).toBe('Hello Dana');
  notes.change([[draft, undefined]]);
  expect(over(storage).notes.item(draft)).toBeUndefined();
  expect(over(storage).notes.item('fact:event')?.text).toBe('Pretend Food Day');
  expect(notes.status()).toBe('saved');
});

test('an empty text is one: who deletes all words has deleted them', () => {
  const storage = new FakeStorage();
  over(storage).notes.change([[draft, { text: '' }]]);
  expect(over(storage).notes.item(draft)).toEqual({ text: '' });
});

test('a change can be taken back, whatever was there before', () => {
  const names = ['draft:a', 'draft:b', 'fact:a', '__proto__', 'constructor'];
  const change = fc.tuple(fc.constantFrom(...names), fc.option(fc.record({ text: fc.string() }), { nil: undefined }));
  fc.assert(
    fc.property(fc.array(change), fc.uniqueArray(change, { selector: ([name]) => name }), (before, changes) => {
      const { notes } = over(new FakeStorage());
      notes.change(before);
      const was = names.map((name) => notes.item(name));
      notes.change(changes).undo();
      expect(names.map((name) => notes.item(name))).toEqual(was);
    }),
  );
});

describe('a change holds', () => {
  const changes = [
    [draft, { text: 'a'.repeat(longest + 1) }],
    ['fact:event', undefined],
  ] as const;

  test('while all of it is as it was made, whatever is written under other names', () => {
    const { kept, notes } = over(new FakeStorage());
    notes.change([['fact:event', { text: 'Food Day' }]]);
    const { holds } = notes.change(changes);
    notes.change([['fact:their-name', { text: 'Dana' }]]);
    kept.notify();
    expect(holds()).toBe(true);
  });

  test.for([
    [draft, { text: 'Hello' }],
    [draft, undefined],
    ['fact:event', { text: 'Made-Up Fair' }],
  ] as const)('no longer once another is made of it, here or in another tab: %j', (later) => {
    const storage = new FakeStorage();
    const [here, there] = [over(storage), over(storage)];
    for (const { notes } of [here, there]) {
      const { holds } = here.notes.change(changes);
      notes.change([later]);
      here.kept.notify();
      expect(holds()).toBe(false);
    }
  });

  test('where it was there already, until it goes', () => {
    const { notes } = over(new FakeStorage());
    notes.keep(own('one'));
    const { holds } = notes.keep(own('one'));
    expect(holds()).toBe(true);
    notes.change(notes.own().map((name) => [name, undefined]));
    expect(holds()).toBe(false);
  });
});

describe('notes that are kept', () => {
  test('stand newest first, and none stands twice', () => {
    const { notes } = over(new FakeStorage());
    notes.keep(own('one'));
    notes.keep(own('two'));
    expect(notes.keep(own('one')).undo).toBeUndefined();
    expect(notes.own().map((name) => notes.item(name))).toEqual([own('two'), own('one')]);
  });

  test('come back with what took them away', () => {
    const { notes } = over(new FakeStorage());
    notes.keep(own('one'));
    const [name = ''] = notes.own();
    const { undo } = notes.change([[name, undefined]]);
    expect(notes.own()).toEqual([]);
    undo();
    expect(notes.own()).toEqual([name]);
  });
});

test('two tabs that write without hearing of each other lose nothing', () => {
  const name = fc.constantFrom('draft:a', 'draft:b', 'fact:a', 'fact:b');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), name, fc.string())), (writes) => {
      const storage = new FakeStorage();
      const tabs = [over(storage), over(storage)];
      const expected = new Map<string, string>();
      for (const [tab, key, text] of writes) {
        tabs[tab]?.notes.change([[key, { text }]]);
        expected.set(key, text);
      }
      for (const { kept, notes } of tabs) {
        kept.notify();
        for (const [key, text] of expected) expect(notes.item(key)?.text).toBe(text);
      }
    }),
  );
});

describe('where storage', () => {
  test.for([
    ['is blocked', blocked, 'blocked'],
    ['is full', full, 'full'],
  ] as const)('%s, what is written lasts as long as the page, and is saved once that can be', ([, fault, status]) => {
    const storage = new FakeStorage();
    over(storage).notes.change([['fact:event', { text: 'before' }]]);
    const { kept, notes } = over(storage);
    storage.fault = fault;
    notes.change([
      [draft, { text: 'Hello' }],
      ['fact:event', undefined],
    ]);
    expect(notes.status()).toBe(status);
    expect(notes.item(draft)?.text).toBe('Hello');
    expect(notes.item('fact:event')).toBeUndefined();
    storage.fault = () => undefined;
    kept.notify();
    expect(notes.status()).toBe('saved');
    const next = over(storage).notes;
    expect(next.item(draft)?.text).toBe('Hello');
    expect(next.item('fact:event')).toBeUndefined();
  });

  test('can’t even be asked for, nothing is thrown', () => {
    const { notes } = tabOver(blocked);
    notes.change([[draft, { text: 'Hello' }]]);
    expect(notes.item(draft)?.text).toBe('Hello');
    expect(notes.status()).toBe('blocked');
  });

  test('accepts and forgets, what is written stays on the page, and that is told', () => {
    class Forgetful extends FakeStorage {
      override setItem(): void {
        // Kept by nothing.
      }
    }
    const { kept, notes } = over(new Forgetful());
    notes.change([[draft, { text: 'Hello' }]]);
    kept.notify();
    expect(notes.item(draft)?.text).toBe('Hello');
    expect(notes.status()).toBe('blocked');
  });
});

describe('what can’t be read', () => {
  test.for([
    '',
    'null',
    '[]',
    '5',
    '{"version":1}',
    '{"version":1,"text":5}',
    '{"text":"a"}',
    '{"version":1.5,"text":"a"}',
    '{"version":0,"text":"a"}',
    '{"version":1,"text":',
  ])('is set aside and told, and the rest is there: %s', (text) => {
    const storage = new FakeStorage({ [NOTES_KEY + draft]: text, [`${NOTES_KEY}fact:event`]: '{"version":1,"text":"Food Day"}' });
    const { notes } = over(storage);
    expect(notes.item(draft)).toBeUndefined();
    expect(notes.item('fact:event')?.text).toBe('Food Day');
    expect(notes.status()).toBe('set-aside');
    expect(storage.entries.get(NOTES_SET_ASIDE_KEY + draft)).toBe(text);
    notes.change([[draft, { text: 'Hello' }]]);
    const next = over(storage).notes;
    expect([next.item(draft)?.text, next.status()]).toEqual(['Hello', 'saved']);
  });

  test('is never laid over what lies there already', () => {
    const storage = new FakeStorage({ [NOTES_SET_ASIDE_KEY + draft]: 'older', [NOTES_KEY + draft]: 'newer' });
    over(storage);
    expect([...storage.entries.values()].sort()).toEqual(['newer', 'older']);
  });

  test('stays where it is where there is no room to set it aside', () => {
    const storage = new FakeStorage({ [NOTES_KEY + draft]: 'x' });
    storage.fault = full;
    const { notes } = over(storage);
    notes.change([[draft, { text: 'Hello' }]]);
    expect([notes.item(draft)?.text, notes.status()]).toEqual(['Hello', 'full']);
    expect(storage.entries.get(NOTES_KEY + draft)).toBe('x');
  });

  test('may be any text at all: nothing is thrown, and none of it is lost', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const storage = new FakeStorage({ [NOTES_KEY + draft]: text });
        over(storage);
        expect([...storage.entries.values()]).toContain(text);
      }),
    );
  });
});

test('what a later version keeps is left alone, and told once it would be written over', () => {
  const later = '{"version":2,"words":["a"]}';
  const storage = new FakeStorage({ [NOTES_KEY + draft]: later });
  const { notes } = over(storage);
  expect(notes.status()).toBe('saved');
  notes.change([
    [draft, { text: 'Hello' }],
    ['fact:event', { text: 'Food Day' }],
  ]);
  expect([notes.item(draft)?.text, notes.status()]).toEqual(['Hello', 'later-version']);
  expect(storage.entries.get(NOTES_KEY + draft)).toBe(later);
  expect(over(storage).notes.item('fact:event')?.text).toBe('Food Day');
});

describe('forgetting everything', () => {
  test('here takes what is kept and what waits to be', () => {
    const storage = new FakeStorage();
    const { kept, notes } = over(storage);
    notes.change([[draft, { text: 'Hello' }]]);
    const { holds } = notes.change([[draft, undefined]]);
    notes.keep(own('one'));
    expect(forgetEverything(kept)).toBe(true);
    expect([notes.item(draft), notes.own(), storage.length]).toEqual([undefined, [], 0]);
    // Nothing is there, as it was made; but what would come back with its undo was to be forgotten.
    expect(holds()).toBe(false);
  });

  test('where the browser does not allow it takes what waits all the same', () => {
    const storage = new FakeStorage();
    storage.fault = full;
    const { kept, notes } = over(storage);
    notes.change([[draft, { text: 'Hello' }]]);
    forgetEverything(kept);
    expect(notes.item(draft)).toBeUndefined();
  });

  test('in another tab takes what waits here, and does not bring it back', () => {
    const storage = new FakeStorage();
    const { kept, notes } = over(storage);
    notes.change([['fact:event', { text: 'Food Day' }]]);
    storage.fault = full;
    notes.change([[draft, { text: 'Hello' }]]);
    storage.fault = () => undefined;
    storage.entries.clear();
    kept.notify();
    expect([notes.item(draft), storage.length]).toEqual([undefined, 0]);
  });
});

test('who removes the last that is kept has not forgotten everything: that may still be taken back', () => {
  const { kept, notes } = over(new FakeStorage());
  notes.change([[draft, { text: 'Hello' }]]);
  const { holds, undo } = notes.change([[draft, undefined]]);
  kept.notify();
  expect(holds()).toBe(true);
  undo();
  expect(notes.item(draft)?.text).toBe('Hello');
});

test('what finds no room is not lost where the last that is kept is removed before it', () => {
  const storage = new FakeStorage();
  const { kept, notes } = over(storage);
  notes.change([['fact:event', { text: 'Food Day' }]]);
  // Removing needs no room.
  storage.setItem = failing('QuotaExceededError');
  notes.change([
    ['fact:event', undefined],
    [draft, { text: 'Hello' }],
  ]);
  kept.notify();
  expect([notes.item(draft)?.text, notes.item('fact:event'), notes.status()]).toEqual(['Hello', undefined, 'full']);
});

test('what is pasted by mistake fills no storage', () => {
  const storage = new FakeStorage();
  over(storage).notes.change([[draft, { text: 'a'.repeat(1_000_000) }]]);
  expect(over(storage).notes.item(draft)?.text).toHaveLength(longest);
  expect([...storage.entries.values()].join('').length).toBeLessThan(longest + 100);
});
