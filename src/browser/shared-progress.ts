/** The one progress store of a page, bound to this window: every island that shows progress shares it. */
import { createProgressStore, NAMESPACE } from './progress.ts';

export const progress = createProgressStore({ storage: () => localStorage, now: () => new Date() });

// Another tab wrote what this site keeps; the key is null where it cleared all storage.
addEventListener('storage', ({ key }) => {
  if (key?.startsWith(NAMESPACE) ?? true) progress.reload();
});

// The Back button can bring the page back as it was left, without running any script again.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) progress.reload();
});
