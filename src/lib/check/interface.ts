import { earliestDay } from '../dates.ts';
import { checkSourceName } from './names.ts';
import type { Check, Rule } from './rule.ts';

/** Each name of a button was read somewhere, in every language, and not tomorrow. */
export const checkInterface: Rule = (check) => {
  for (const { languages, ...entry } of check.content.interface.values()) {
    checkLabel(entry.id, entry, check);
    for (const [language, labels] of Object.entries(languages))
      for (const label of labels) checkLabel(`${entry.id}.languages.${language}`, label, check);
  }
};

function checkLabel(field: string, { source, date }: { readonly source: string; readonly date: string }, check: Check): void {
  const { problems, today } = check;
  checkSourceName(source, check, problems.at('interface.yaml', `${field}.source`));
  if ((earliestDay(date) ?? '') > today)
    problems.at('interface.yaml', `${field}.date`)(`lies in the future (today is ${today} in UTC): write the source’s own date`);
}
