import { checkGuideName } from './names.ts';
import type { Rule } from './rule.ts';

/** The pages of the site that are neither guide nor checklist. A test of the built pages holds the list against them. */
export const ownAddresses = [
  '/',
  '/about/',
  '/checklists/',
  '/evidence/',
  '/evidence/sources/',
  '/handbook/',
  '/questions/',
  '/search/',
  '/tips/',
  '/tools/invitation-note/',
  '/tools/carry/',
  '/tools/plan/',
  '/tools/triage/',
  '/tools/which-way/',
];

/** No word of the search stands in two places, since only one could count; and what comes first, or what people come for, is there. */
export const checkSearchWords: Rule = (check) => {
  const { content, problems } = check;
  const { groups, direction, stop, pages } = content.searchWords;
  const places = new Map<string, string>();
  const place = (word: string, at: string): void => {
    const other = places.get(word);
    if (other) problems.at('synonyms.yaml', at)(`"${word}" stands in ${other} already: keep one of the two`);
    places.set(word, at);
  };
  groups.forEach(({ ours, theirs, first }, index) => {
    for (const word of [...ours, ...theirs]) place(word, `groups.${index} (${ours[0] ?? ''})`);
    if (first !== undefined) checkGuideName(first, check, problems.at('synonyms.yaml', `groups.${index}.first`));
  });
  direction.forEach((words, index) => {
    for (const word of words) place(word, `direction.${index}`);
  });
  for (const word of stop) place(word, 'stop');
  const articles = [...content.sources.values()].flatMap(({ id, startingArticle }) => (startingArticle ? [`/evidence/${id}/`] : []));
  pages.forEach(({ page }, index) => {
    const known = [...ownAddresses, ...articles];
    if (!known.includes(page))
      problems.at(
        'synonyms.yaml',
        `pages.${index}.page`,
      )(`"${page}" is no page of the site itself: write one of ${known.join(', ')}; a guide or a checklist has aliases`);
  });
  content.firstThings.forEach(({ guide }, index) => {
    checkGuideName(guide, check, problems.at('first-things.yaml', `${index}.guide`));
  });
};
