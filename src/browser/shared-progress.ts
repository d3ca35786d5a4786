/** The one progress store of a page: every island that shows progress shares it. */
import { PROGRESS_KEY } from './kept.ts';
import { ProgressStore, type StepChange } from './progress.ts';
import { kept } from './shared-kept.ts';

let others: BroadcastChannel | undefined;

export const progress = new ProgressStore({
  kept,
  now: () => new Date(),
  tell: (changes) => {
    others?.postMessage(changes);
  },
});

// Throws where site data are blocked, as storage does.
kept.attempt(() => {
  others = new BroadcastChannel(PROGRESS_KEY);
  others.onmessage = ({ data }: MessageEvent<readonly StepChange[]>) => {
    progress.hear(data);
  };
});
