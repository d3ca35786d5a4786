/** What this site keeps, bound to this window: every island that keeps or shows anything of it shares this. */
import { Kept, NAMESPACE } from './kept.ts';

export const kept = new Kept(() => localStorage);

// Another tab changed something; the key is null where it cleared all storage.
addEventListener('storage', ({ key }) => {
  if (key?.startsWith(NAMESPACE) ?? true) kept.notify();
});

// The Back button can bring the page back as it was left, without running any script again.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) kept.notify();
});
