import { checkGuideName } from './names.ts';
import type { Rule } from './rule.ts';

/** No source is of tomorrow, and what an article also treats has its home in a guide that is there. */
export const checkSources: Rule = (check) => {
  const { content, today, problems } = check;
  for (const source of content.sources.values()) {
    const file = `evidence/sources/${source.id}.yaml`;
    const future = `lies in the future (today is ${today})`;
    if (source.readOn > today) problems.at(file, 'readOn')(`${future}: write the day it was read`);
    if (/^\d/.test(source.date) && source.date > today) problems.at(file, 'date')(`${future}: write the source’s own date`);
    for (const { guide } of source.alsoTreats ?? []) checkGuideName(guide, check, problems.at(file, 'alsoTreats'));
  }
};
