import { checkSourceName } from './names.ts';
import type { Rule } from './rule.ts';

/** Each name of a button was read somewhere, in every language. */
export const checkInterface: Rule = (check) => {
  for (const { id, source, languages } of check.content.interface.values()) {
    checkSourceName(source, check, check.problems.at('interface.yaml', `${id}.source`));
    for (const [language, labels] of Object.entries(languages))
      for (const label of labels) checkSourceName(label.source, check, check.problems.at('interface.yaml', `${id}.languages.${language}`));
  }
};
