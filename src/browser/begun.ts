/** Where somebody has ticked anything, links to guides say how far they are (mark-guides.ts). */
import { PROGRESS_KEY } from './kept.ts';

// Vite takes an address that is written in one as that of a file to bundle.
const here = import.meta.url;

/** Throws where storage is blocked. Then nothing is kept that could be told. */
async function markWhereBegun(): Promise<void> {
  if (localStorage.getItem(PROGRESS_KEY)) await (await import('./mark-guides.ts')).markGuides(new URL('../guides.json', here));
}

markWhereBegun().catch(() => {
  // Links are as they were served.
});
