import { spokenDate } from '../dates.ts';
import type { Claim, Source } from '../written/schema.ts';

/** How old a claim’s evidence is, in two sentences. `newest`: the newest source to name, where there is one. */
export const datesInWords = ({ verified }: Pick<Claim, 'verified'>, newest: Source | undefined): string =>
  `${newest ? `Newest source: ${newest.publisher}, ${spokenDate(newest.date)}.` : 'No source of weight is dated.'} Read on ${spokenDate(verified.date)}.`;
