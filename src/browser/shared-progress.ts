/** The one progress store of a page: every island that shows progress shares it. */
import { ProgressStore } from './progress.ts';
import { kept } from './shared-kept.ts';

export const progress = new ProgressStore({ kept, now: () => new Date() });
