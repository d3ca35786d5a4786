import { checkSourceName } from './names.ts';
import type { Rule } from './rule.ts';

/** Each name of a button was read somewhere. */
export const checkInterface: Rule = (check) => {
  for (const { id, source } of check.content.interface.values())
    checkSourceName(source, check, check.problems.at('interface.yaml', `${id}.source`));
};
