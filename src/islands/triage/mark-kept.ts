/** Says to all pages of this site whether anything is kept here, and hears when somebody forgets everything on one of them. */
import { askToKeep } from '../../browser/ask-to-keep.ts';
import { kept } from '../../browser/shared-kept.ts';
import { write } from '../../browser/kept.ts';
import { SORTING_KEY } from '../../browser/forgetting.ts';

/** Only what was there and is gone was forgotten: a browser that keeps nothing never had it. */
let isMarked = false;

export function markKept(isKept: boolean): void {
  isMarked = false;
  kept.attempt((storage) => {
    if (!isKept) {
      storage.removeItem(SORTING_KEY);
      return;
    }
    if (storage.getItem(SORTING_KEY) === null) {
      write(storage, SORTING_KEY, '1');
      askToKeep();
    }
    isMarked = true;
  });
}

/** Calls `forgotten` when the mark is gone. Returns what ends that. */
export function onForgottenElsewhere(forgotten: () => void): () => void {
  return kept.subscribe(() => {
    kept.attempt((storage) => {
      if (!isMarked || storage.getItem(SORTING_KEY) !== null) return;
      isMarked = false;
      forgotten();
    });
  });
}
