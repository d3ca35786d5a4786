/** Each file is where something reads it, and under a name that leads nowhere else. */
import { didYouMean } from '../written/nearest.ts';
import { claimTopicNames, questionTopicNames, tipTopicNames } from '../written/topics.ts';
import type { Check, Rule } from './rule.ts';

const folders = ['guides', 'checklists', 'tips', 'questions', 'evidence/claims', 'evidence/sources'];
const single = [
  'journey.yaml',
  'interface.yaml',
  'synonyms.yaml',
  'first-things.yaml',
  'invitation-notes.yaml',
  'ways.yaml',
  'changes.yaml',
  'numbers.yaml',
  'about.mdx',
  'carry.mdx',
  'triage.mdx',
  'invitation-note.mdx',
  'formula.mdx',
];

/** What the site has there already. */
const taken = ['404', 'about', 'cards', 'checklists', 'evidence', 'handbook', 'pagefind', 'questions', 'search', 'tips', 'tools'];

/** Places on the pages that claims, tips, questions and sources share, which these pages have themselves. */
export const placesOfPages = [
  'claims',
  'data',
  'filter',
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

export const checkPlaces: Rule = (check) => {
  checkFiles(check);
  checkIds(check);
};

function checkFiles({ files, problems }: Check): void {
  for (const file of files.keys()) {
    if (single.includes(file) || folders.some((folder) => file.startsWith(`${folder}/`))) continue;
    const folder = /^(evidence\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? '';
    const hint = folder === '' ? didYouMean(file, single) : didYouMean(folder, folders, (other) => `${other}/`);
    problems.at(
      file,
      'file name',
    )(`nothing reads it: everything is ${single.join(', ')}, or lies in ${folders.join('/, ')}/${hint || '; move it there or delete it'}`);
  }
}

/** One namespace for what writers name and what the pages have already. */
function checkIds({ content, problems }: Check): void {
  const shared = 'is the address of a part of the page it stands on: give the file another name';
  const tell = (folder: string, ending: string, ids: Iterable<string>, topics: readonly string[]): void => {
    const taken = new Set([...placesOfPages, ...topics]);
    for (const id of ids) if (taken.has(id)) problems.at(`${folder}/${id}${ending}`, 'file name')(`"${id}" ${shared}`);
  };
  // Guides, checklists and the pages of a source lie where the pages of a long list do.
  const tellNumbers = (folder: string, ending: string, ids: Iterable<string>): void => {
    for (const id of ids)
      if (/(^|\/)\d+$/.test(id))
        problems.at(
          `${folder}/${id}${ending}`,
          'file name',
        )('a number alone is the address of a page of a list: give the file a name of words');
  };
  tellNumbers('guides', '.mdx', content.guides.keys());
  tellNumbers('checklists', '.yaml', content.checklists.keys());
  tellNumbers('evidence/sources', '.yaml', content.sources.keys());
  tell('checklists', '.yaml', content.checklists.keys(), []);
  tell('evidence/claims', '.yaml', content.claims.keys(), claimTopicNames);
  tell('evidence/sources', '.yaml', content.sources.keys(), ['sources']);
  tell('tips', '.md', content.tips.keys(), tipTopicNames);
  tell('questions', '.md', content.questions.keys(), questionTopicNames);
  for (const { id } of content.journey) {
    if ([...taken, ...placesOfPages].includes(id))
      problems.at(
        'journey.yaml',
        `${id}.id`,
      )(`"${id}" is the address of pages or parts of the site itself: choose another id, and name its folder so`);
  }
}
