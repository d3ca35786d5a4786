/** Removes what this site keeps. Loaded with the buttons that do so, which few people press. */
import { NAMESPACE, type Kept, type StorageLike } from './kept.ts';

export const refused = 'The browser did not allow it: clear the data of this site in the browser’s settings.';

/** All of them first: their order may change with every removal. */
const ownKeys = (storage: StorageLike): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(NAMESPACE));

/** Also where that can't be known. */
export function isAnythingKept(kept: Kept): boolean {
  let isKept = true;
  kept.attempt((storage) => {
    isKept = ownKeys(storage).length > 0;
  });
  return isKept;
}

/** Removes what is kept under keys that begin so, and holds the text. False where the browser did not allow it. */
export function remove(kept: Kept, beginning: string, holding = ''): boolean {
  return !kept.attempt((storage) => {
    for (const key of ownKeys(storage)) {
      if (!key.startsWith(beginning) || (holding && !storage.getItem(key)?.includes(holding))) continue;
      storage.removeItem(key);
      if (storage.getItem(key) !== null) throw new Error(`${key} is still kept`);
    }
  });
}

/** Is there while the page for sorting connections keeps anything, in databases. */
export const SORTING_KEY = `${NAMESPACE}triage`;

export function isSortingKept(kept: Kept): boolean {
  let isKept = false;
  kept.attempt((storage) => {
    isKept = storage.getItem(SORTING_KEY) !== null;
  });
  return isKept;
}

/** Removes all that this site keeps in storage, whichever island kept it. False where the browser did not allow it. */
export function forgetEverything(kept: Kept): boolean {
  const isForgotten = remove(kept, NAMESPACE);
  kept.notify(true);
  return isForgotten;
}
