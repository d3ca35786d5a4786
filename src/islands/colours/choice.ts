/** Which colours somebody wants here, kept on this device. No page and no storage of its own: storage comes in as an argument. */
import { NAMESPACE, type StorageLike } from '../../browser/progress.ts';

export const COLOURS_KEY = `${NAMESPACE}colours`;

export type Choice = 'system' | 'light' | 'dark';

/** "system" where nothing is kept, nothing can be read, or what is kept is no choice of this version. */
export function readChoice(storage: () => StorageLike): Choice {
  try {
    const kept = storage().getItem(COLOURS_KEY);
    if (kept === 'light' || kept === 'dark') return kept;
  } catch {
    // Nothing can be read.
  }
  return 'system';
}

/** False where the browser does not allow it. */
export function keepChoice(storage: () => StorageLike, choice: Choice): boolean {
  try {
    storage().setItem(COLOURS_KEY, choice);
    return true;
  } catch {
    return false;
  }
}
