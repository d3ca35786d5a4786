import { externalAddressesIn } from '../markdown/addresses-in-text.ts';
import { refusalOf } from '../written/refused-hosts.ts';
import type { Rule } from './rule.ts';

/** Nothing links where this site never links. The addresses of sources are checked by their schema; these are all the others. Whether one is an address at all is told of where it stands. */
export const checkAddresses: Rule = ({ files, problems }) => {
  for (const [file, source] of files) {
    if (file.startsWith('evidence/sources/')) continue;
    for (const { address, line } of externalAddressesIn(source)) {
      const problem = URL.canParse(address) ? refusalOf(address) : undefined;
      if (problem) problems.at(file, `line ${line}`)(problem);
    }
  }
};
