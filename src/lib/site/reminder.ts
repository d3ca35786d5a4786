/** The reminder of the yearly review, as the file for calendars and the page that offers it have it. */
import { buildDay, monthsAfter } from '../dates.ts';
import { checklistPath, href } from './addresses.ts';
import { checklistAt, wording } from './content.ts';

const checklist = checklistAt('yearly-review');

/** Without the base path. */
export const reminderPath = '/yearly-review.ics';

export const reminder = {
  /** Whoever looks for it on the site has just looked over their list: a year after the build, until somebody chooses. */
  day: monthsAfter(buildDay(), 12),
  title: 'Look over my LinkedIn connections',
  text: await wording.plainText(checklist.summary),
} as const;

/** What is to be done then. `origin` is the site's own, where that is known. */
export const reminderPage = (origin: URL | undefined): string => {
  const path = href(checklistPath(checklist.id));
  return origin ? new URL(path, origin).href : path;
};
