/** What this site keeps on the device: used so that nothing throws, followed by all, forgotten all at once. */
import { describe, expect, test } from 'vitest';
import { forgetList } from '../../src/browser/forget-list.ts';
import { forgetEverything, isAnythingKept } from '../../src/browser/forgetting.ts';
import { Kept, SET_ASIDE_KEY, write, type StorageLike } from '../../src/browser/kept.ts';
import { ProgressStore } from '../../src/browser/progress.ts';
import { keepChoice, readChoice } from '../../src/islands/colours/choice.ts';

/** `isWritable` may change while it is used. */
class FakeStorage implements StorageLike {
  readonly entries = new Map<string, string>();
  isWritable = true;

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (!this.isWritable) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    if (!this.isWritable) throw new DOMException('The operation is insecure.', 'SecurityError');
    this.entries.delete(key);
  }
}

const failWith = (name: string) => (): never => {
  throw new DOMException('Not today.', name);
};

describe('work with storage', () => {
  test('is done, and no fault is told', () => {
    const storage = new FakeStorage();
    const fault = new Kept(() => storage).attempt((found) => {
      found.setItem('a', 'b');
    });
    expect(fault).toBeUndefined();
    expect(storage.getItem('a')).toBe('b');
  });

  test.each([
    ['QuotaExceededError', 'full'],
    ['NS_ERROR_DOM_QUOTA_REACHED', 'full'],
    ['SecurityError', 'blocked'],
  ])('that ends in a %s is told as %s, whether the storage or the work throws', (name, fault) => {
    expect(new Kept(failWith(name)).attempt(() => {})).toBe(fault);
    expect(new Kept(() => new FakeStorage()).attempt(failWith(name))).toBe(fault);
  });
});

describe('forgetting everything', () => {
  test('removes the keys of every island and no other, however many', () => {
    const storage = new FakeStorage();
    for (const key of ['loose-ties:a', 'other', 'loose-ties:b', 'loose-ties:c:set-aside', 'loose']) storage.setItem(key, key);
    expect(forgetEverything(new Kept(() => storage))).toBe(true);
    expect([...storage.entries.keys()]).toEqual(['other', 'loose']);
  });

  test('is heard by every island: ticks and colours are gone at once, without either knowing of the other', () => {
    const storage = new FakeStorage();
    const kept = new Kept(() => storage);
    const progress = new ProgressStore({ kept, now: () => new Date(0) });
    progress.setDone('remove-from-list', 'open-network', true);
    keepChoice(kept, 'dark');
    const heard: unknown[] = [];
    progress.subscribe(() => heard.push(progress.isDone('remove-from-list', 'open-network')));
    kept.subscribe(() => heard.push(readChoice(kept)));
    forgetEverything(kept);
    expect(heard).toEqual([false, 'system']);
    expect(storage.length).toBe(0);
  });

  test('that the browser does not allow says so, and is heard all the same', () => {
    const storage = new FakeStorage();
    const kept = new Kept(() => storage);
    storage.setItem('loose-ties:a', 'a');
    storage.isWritable = false;
    const heard: boolean[] = [];
    kept.subscribe((forgotten) => heard.push(forgotten));
    expect(forgetEverything(kept)).toBe(false);
    expect(heard).toEqual([true]);
  });
});

describe('a store that accepts and forgets', () => {
  class Forgetful extends FakeStorage {
    override setItem(): void {
      // Stubbed out.
    }
    override removeItem(): void {
      // Stubbed out.
    }
  }

  test('is a fault when something is written', () => {
    const kept = new Kept(() => new Forgetful());
    expect(
      kept.attempt((storage) => {
        write(storage, 'loose-ties:a', 'b');
      }),
    ).toBe('blocked');
    expect(keepChoice(kept, 'dark')).toBe(false);
  });

  test('is told where it does not let go of what is there', () => {
    const storage = new Forgetful();
    storage.entries.set('loose-ties:a', 'b');
    expect(forgetEverything(new Kept(() => storage))).toBe(false);
  });
});

describe('what is kept', () => {
  test('is known to be something or nothing, and something where that can’t be known', () => {
    const storage = new FakeStorage();
    storage.setItem('other', 'a');
    expect(isAnythingKept(new Kept(() => storage))).toBe(false);
    storage.setItem('loose-ties:a', '');
    expect(isAnythingKept(new Kept(() => storage))).toBe(true);
    expect(isAnythingKept(new Kept(failWith('SecurityError')))).toBe(true);
  });

  test('of one list goes with what was set aside and may be of it, and with nothing else', () => {
    const storage = new FakeStorage();
    storage.setItem(SET_ASIDE_KEY, '{"bothered":{"block":null}}');
    storage.setItem(`${SET_ASIDE_KEY}:2026`, '{"other":{}}');
    storage.setItem('loose-ties:bothered', 'bothered');
    expect(forgetList(new Kept(() => storage), 'bothered', 'set-aside')).toContain('Forgotten');
    expect([...storage.entries.keys()]).toEqual([`${SET_ASIDE_KEY}:2026`, 'loose-ties:bothered']);
    expect(forgetList(new Kept(() => storage), 'bothered', 'full')).toContain('did not allow it');
  });
});

test('a listener hears of what changed elsewhere until it leaves', () => {
  const kept = new Kept(() => new FakeStorage());
  const heard: boolean[] = [];
  const leave = kept.subscribe((forgotten) => heard.push(forgotten));
  kept.notify();
  leave();
  kept.notify();
  expect(heard).toEqual([false]);
});
