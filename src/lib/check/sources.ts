import { earliestDay } from '../dates.ts';
import { checkGuideName } from './names.ts';
import type { Rule } from './rule.ts';

/** No source is of tomorrow, and what an article also treats has its home in a guide that is there. */
export const checkSources: Rule = (check) => {
  const { content, today, problems } = check;
  for (const source of content.sources.values()) {
    const file = `evidence/sources/${source.id}.yaml`;
    const future = `lies in the future (today is ${today} in UTC)`;
    if (source.readOn > today) problems.at(file, 'readOn')(`${future}: write the day it was read`);
    const begins = earliestDay(source.date) ?? '';
    if (begins > today) problems.at(file, 'date')(`${future}: write the source’s own date`);
    if (begins <= today && begins > source.readOn)
      problems.at(file, 'readOn')(`lies before the source’s own date (${source.date}): mend one of the two`);
    for (const { guide } of source.alsoTreats ?? []) checkGuideName(guide, check, problems.at(file, 'alsoTreats'));
  }
};
