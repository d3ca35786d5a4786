/** Removes what is kept of one list. A file of its own: by what it is loaded with it would weigh more in what loads it. */
import { refused, remove } from './forgetting.ts';
import { SET_ASIDE_KEY, type Kept } from './kept.ts';
import type { ProgressStatus } from './progress.ts';

/** Removes what was set aside and may be of a checklist, once its ticks are cleared and that came out so. Returns what is to be told. */
export function forgetList(kept: Kept, checklist: string, status: ProgressStatus): string {
  const isForgotten = remove(kept, SET_ASIDE_KEY, checklist) && ['saved', 'set-aside'].includes(status);
  return isForgotten ? 'Forgotten: nothing of this list is kept.' : refused;
}
