import type { APIRoute } from 'astro';
import { createEvent, type EventAttributes } from 'ics';
import { buildDay } from '../lib/dates.ts';
import { reminder, reminderPage } from '../lib/site/reminder.ts';

/** The yearly reminder as a file for calendars, the same bytes on the same day. A browser makes its own (`src/browser/calendar.ts`), which a test holds to this one. */
export const GET: APIRoute = ({ site }) => {
  const { day, title, text } = reminder;
  const page = site && reminderPage(site);
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  // The library's types lack the moment at which it is made, which would be now.
  const event: EventAttributes & { timestamp: number } = {
    productId: '-//Loose Ties//EN',
    uid: 'yearly-review@loose-ties',
    timestamp: Date.parse(buildDay()),
    start: [year, month, dayOfMonth],
    duration: { days: 1 },
    recurrenceRule: 'FREQ=YEARLY',
    title,
    description: page ? `${text}\n\n${page}` : text,
    ...(page === undefined ? {} : { url: page }),
    // A whole day that takes none of its time, with a notice at nine.
    transp: 'TRANSPARENT',
    alarms: [{ action: 'display', description: title, trigger: { hours: 9, before: false } }],
  };
  const { error, value } = createEvent(event);
  if (error) throw new Error('The reminder could not be made', { cause: error });
  return new Response(value, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
