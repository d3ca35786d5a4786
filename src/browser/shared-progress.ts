/** The one progress store of a page, bound to this window: every island that shows progress shares it. */
import { createProgressStore, PROGRESS_KEY } from './progress.ts';

export const progress = createProgressStore({ storage: () => localStorage, now: () => new Date() });

// Another tab wrote; the key is null where it cleared all storage.
addEventListener('storage', ({ key }) => {
  if (key === PROGRESS_KEY || key === null) progress.reload();
});

// The Back button can bring the page back as it was left, without running any script again.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) progress.reload();
});
