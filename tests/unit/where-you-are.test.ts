/** Where somebody uses LinkedIn, as it is kept. */
import { expect, test } from 'vitest';
import { forgetEverything } from '../../src/browser/forgetting.ts';
import { Kept } from '../../src/browser/kept.ts';
import { keepPlace, PLACE_KEY, readPlace } from '../../src/islands/where-you-are/place.ts';
import { FakeStorage } from '../support/fake-storage.ts';

test('is what was chosen last', () => {
  const kept = new Kept(() => new FakeStorage());
  expect(readPlace(kept)).toBeUndefined();
  const storage = new FakeStorage();
  const lasting = new Kept(() => storage);
  keepPlace(lasting, 'app');
  expect(readPlace(lasting)).toBe('app');
  forgetEverything(lasting);
  expect(readPlace(lasting)).toBeUndefined();
});

test('is none where another version kept something else', () => {
  const storage = new FakeStorage({ [PLACE_KEY]: 'watch' });
  expect(readPlace(new Kept(() => storage))).toBeUndefined();
});

test('is none where the browser allows no storage, and to keep it fails in silence', () => {
  const kept = new Kept(() => {
    throw new Error('blocked');
  });
  keepPlace(kept, 'app');
  expect(readPlace(kept)).toBeUndefined();
});
