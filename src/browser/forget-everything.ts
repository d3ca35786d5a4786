/** Apart from the store, since only who wants to forget needs it. */
import { NAMESPACE, type Kept } from './kept.ts';

/** Removes all that this site keeps, whichever island kept it. False where the browser did not allow it. */
export function forgetEverything(kept: Kept): boolean {
  const fault = kept.attempt((storage) => {
    // All names first: the order of keys may change with every removal.
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const key of keys) if (key?.startsWith(NAMESPACE)) storage.removeItem(key);
  });
  kept.notify(true);
  return !fault;
}
