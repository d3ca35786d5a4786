/** Where somebody uses LinkedIn, as it is kept. */
import { expect, test } from 'vitest';
import { Kept } from '../../src/browser/kept.ts';
import { keepPlace, PLACE_KEY, readPlace } from '../../src/islands/where-you-are/place.ts';

function storageWith(entries: Readonly<Record<string, string>>) {
  const stored = new Map(Object.entries(entries));
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
    key: (index: number) => Array.from(stored.keys())[index] ?? null,
    get length() {
      return stored.size;
    },
  };
}

test('is what was chosen last', () => {
  const kept = new Kept(() => storageWith({}));
  expect(readPlace(kept)).toBeUndefined();
  const storage = storageWith({});
  const lasting = new Kept(() => storage);
  keepPlace(lasting, 'app');
  expect(readPlace(lasting)).toBe('app');
  lasting.forgetEverything();
  expect(readPlace(lasting)).toBeUndefined();
});

test('is none where another version kept something else', () => {
  const storage = storageWith({ [PLACE_KEY]: 'watch' });
  expect(readPlace(new Kept(() => storage))).toBeUndefined();
});

test('is none where the browser allows no storage, and to keep it fails in silence', () => {
  const kept = new Kept(() => {
    throw new Error('blocked');
  });
  keepPlace(kept, 'app');
  expect(readPlace(kept)).toBeUndefined();
});
