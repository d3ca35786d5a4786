/** Which colours somebody wants: kept, read back, and never trusted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kept, type StorageLike } from '../../src/browser/kept.ts';
import { beforeFirstPaint } from '../../src/islands/colours/before-first-paint.ts';
import { COLOURS_KEY, keepChoice, readChoice } from '../../src/islands/colours/choice.ts';
import { FakeStorage } from '../support/fake-storage.ts';

const storageWith = (kept?: string): StorageLike => new FakeStorage(kept === undefined ? {} : { [COLOURS_KEY]: kept });

const blocked = (): StorageLike => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

test.each(['light', 'dark', 'system'] as const)('%s is kept and read back', (choice) => {
  const storage = storageWith();
  const kept = new Kept(() => storage);
  expect(keepChoice(kept, choice)).toBe(true);
  expect(readChoice(kept)).toBe(choice);
});

test('where nothing is kept, or no choice of ours, it is as the system says', () => {
  expect(readChoice(new Kept(() => storageWith()))).toBe('system');
  fc.assert(
    fc.property(fc.string(), (kept) => {
      fc.pre(kept !== 'light' && kept !== 'dark');
      expect(readChoice(new Kept(() => storageWith(kept)))).toBe('system');
    }),
  );
});

test('where storage is blocked, reading gives the system and keeping says that it failed', () => {
  expect(readChoice(new Kept(blocked))).toBe('system');
  expect(keepChoice(new Kept(blocked), 'dark')).toBe(false);
});

test('the button that forgets everything finds it: the key begins as all of them do', () => {
  expect(COLOURS_KEY).toBe('loose-ties:colours');
});

describe('the script before the first paint', () => {
  /** What it sets on the page, run in a world of its own. */
  function setBy(storage: () => StorageLike): string | undefined {
    const dataset: { colours?: string } = {};
    const world = {
      get localStorage() {
        // As in a browser: what is kept can be read like a property.
        const kept = storage().getItem(COLOURS_KEY);
        return kept === null ? {} : { [COLOURS_KEY]: kept };
      },
      document: { documentElement: { dataset } },
    };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the very text that stands in the page is tried
    new Function('world', `with (world) { ${beforeFirstPaint} }`)(world);
    return dataset.colours;
  }

  test('says what the island says, whatever is kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('light', 'dark', 'system')), (kept) => {
        expect(setBy(() => storageWith(kept)) ?? 'system').toBe(readChoice(new Kept(() => storageWith(kept))));
      }),
    );
    expect(setBy(() => storageWith())).toBeUndefined();
  });

  test('does nothing where storage is blocked', () => {
    expect(setBy(blocked)).toBeUndefined();
  });

  test('is small: it stands in every page', () => {
    expect(beforeFirstPaint.length).toBeLessThan(150);
    expect(beforeFirstPaint).not.toMatch(/[<\n]/);
  });
});
