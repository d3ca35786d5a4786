import { checkText } from './names.ts';
import type { Rule } from './rule.ts';

/** What changed stands under its day, the newest first, since a day is told of once and its entry in the feed is known by it. */
export const checkChanges: Rule = (check) => {
  const { content, problems, today } = check;
  for (const [index, { date, what }] of content.changes.entries()) {
    const report = problems.at('changes.yaml', `${index}.date`);
    const before = content.changes[index - 1];
    if (date > today) report(`lies in the future (today is ${today} in UTC): write the day it changed`);
    if (before && date >= before.date)
      report(date === before.date ? 'stands twice: write one entry for a day' : 'is newer than the one above it: put the newest first');
    checkText(what, 'line', check, problems.at('changes.yaml', `${index}.what`));
  }
};
