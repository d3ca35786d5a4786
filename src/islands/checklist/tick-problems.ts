/** What is told where ticks are not kept as they should be. Loaded where there is something to tell: few browsers ever do. */
import type { ProgressStatus } from '../../browser/progress.ts';

const forgetting =
  'press “Forget everything on this device” below the steps, or on the page of all checklists: that removes your ticks too.';

export const PROBLEMS: Readonly<Record<Exclude<ProgressStatus, 'saved'>, string>> = {
  blocked:
    'Your browser does not let this site save anything, so your ticks last only while this page is open: to keep them, allow site data in the browser’s settings.',
  full: `The browser’s storage is full, so new ticks last only while this page is open: to keep them, free some space on this device, then tick one more step. If that does not help, ${forgetting}`,
  'later-version': `A newer version of this site saved your ticks, so they are left alone and new ones last only while this page is open: to see and keep them, load the page again. If that does not help, ${forgetting}`,
  'set-aside': `Some of your ticks could not be read. They are set aside in this browser, and the others are shown. To be rid of them, ${forgetting}`,
};
