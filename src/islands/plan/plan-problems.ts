/** What is told where a plan is not kept as it should be. Loaded where there is something to tell: few browsers ever do. */
import type { ProgressStatus } from '../../browser/progress.ts';

const untilThen = 'so this plan lasts only while this page is open';

export const PROBLEMS: Readonly<Record<Exclude<ProgressStatus, 'saved'>, string>> = {
  blocked: `Your browser does not let this site save anything, ${untilThen}: to keep it, allow site data in the browser’s settings, or print it.`,
  full: `The browser’s storage is full, ${untilThen}: to keep it, free some space on this device, then change one more thing here.`,
  'later-version': `A newer version of this site saved a plan, ${untilThen}, and the other is left alone: to see that, load the page again.`,
  'set-aside': 'Some of what was kept could not be read. It is set aside in this browser, and the rest is shown.',
};
