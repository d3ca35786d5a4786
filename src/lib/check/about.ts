import { aboutComponents } from '../written/references.ts';
import { checkComponents } from './components.ts';
import type { Rule } from './rule.ts';

/** The page about the site is made of what that page is made of. */
export const checkAbout: Rule = (check) => {
  const file = 'about.mdx';
  const body = check.files.get(file);
  if (body !== undefined) checkComponents(file, body, aboutComponents, check);
};
