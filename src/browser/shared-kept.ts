/** What this site keeps, bound to this window: every island that keeps or shows anything of it shares this. */
import { Kept } from './kept.ts';

export const kept = new Kept(() => localStorage);

const look = (): void => {
  kept.notify();
};

// Another tab may have changed something, and the Back button can bring the page back as it was left, without running any script again.
for (const type of ['storage', 'pageshow', 'visibilitychange']) addEventListener(type, look);

// Firefox, where a tab is opened again, puts what its boxes held back into them after all that, and tells of it as of something typed. What is kept is what
// counts, so it is shown anew: after the change that follows where it was the person.
addEventListener('input', () => {
  setTimeout(look);
});
