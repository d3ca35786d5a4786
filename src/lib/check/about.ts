import { aboutComponents } from '../written/references.ts';
import { checkComponents } from './components.ts';
import type { Rule } from './rule.ts';

/** The pages of which there is one are made of what the page about the site is made of. */
export const checkAbout: Rule = (check) => {
  for (const file of ['about.mdx', 'carry.mdx', 'triage.mdx', 'invitation-note.mdx', 'formula.mdx']) {
    const body = check.files.get(file);
    if (body !== undefined) checkComponents(file, body, aboutComponents, check);
  }
};
