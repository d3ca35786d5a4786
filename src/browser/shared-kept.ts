/** What this site keeps, bound to this window: every island that keeps or shows anything of it shares this. */
import { Kept, NAMESPACE } from './kept.ts';

export const kept = new Kept(() => localStorage);

// Another tab changed something; the key is null where it cleared all storage.
addEventListener('storage', ({ key }) => {
  if (key?.startsWith(NAMESPACE) ?? true) kept.notify();
});

// The Back button can bring the page back as it was left, without running any script again. And a browser that reopens a tab puts what its boxes held
// back into them, after script has started and without an event. What is kept is what counts: so it is shown anew whenever that may have happened.
for (const type of ['load', 'pageshow', 'visibilitychange']) {
  addEventListener(type, () => {
    kept.notify();
  });
}
