/** Each file is where something reads it, and under a name that leads nowhere else. */
import { didYouMean } from '../written/nearest.ts';
import type { Rule } from './rule.ts';

const folders = ['guides', 'checklists', 'tips', 'questions', 'evidence/claims', 'evidence/sources'];
const single = ['journey.yaml', 'interface.yaml', 'synonyms.yaml', 'first-things.yaml', 'about.mdx'];

/** What the site has there already. */
const taken = ['404', 'about', 'cards', 'checklists', 'evidence', 'pagefind', 'questions', 'search', 'tips'];

/** Places on the pages that claims, tips, questions and sources share, which these pages have themselves. */
export const placesOfPages = [
  'claims',
  'data',
  'here',
  'look-up',
  'main',
  'menu',
  'on-this-page',
  'rests-on',
  'search-results',
  'stage-title',
  'standing',
  'under-way',
  'verdicts',
];

export const checkPlaces: Rule = ({ files, content, problems }) => {
  for (const file of files.keys()) {
    if (single.includes(file) || folders.some((folder) => file.startsWith(`${folder}/`))) continue;
    const folder = /^(evidence\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? '';
    const hint = folder === '' ? didYouMean(file, single) : didYouMean(folder, folders, (other) => `${other}/`);
    problems.at(
      file,
      'file name',
    )(`nothing reads it: everything is ${single.join(', ')}, or lies in ${folders.join('/, ')}/${hint || '; move it there or delete it'}`);
  }
  for (const { id } of content.journey) {
    if (taken.includes(id))
      problems.at(
        'journey.yaml',
        `${id}.id`,
      )(`"${id}" is the address of pages of the site itself: choose another id, and name its folder so`);
  }
};
