/** What this site keeps, bound to this window: every island that keeps or shows anything of it shares this. */
import { Kept } from './kept.ts';

export const kept = new Kept(() => localStorage);

// Another tab may have changed something. The Back button can bring the page back as it was left, without running any script again. And a browser that
// reopens a tab puts what its boxes held back into them, after script has started and without an event: what is kept is what counts, so it is shown anew.
for (const type of ['storage', 'pageshow', 'visibilitychange']) {
  addEventListener(type, () => {
    kept.notify();
  });
}
