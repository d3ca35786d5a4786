/** What helps to choose a way to step back: its table is whole, its texts are no surer than their claims, and these stand as they did when it was written. */
import { combinations, fitting, stepsOf, treeOf, type Answers } from '../written/decision-tree.ts';
import type { RestingText, Way } from '../written/schema.ts';
import { surerThanSome } from './certainty.ts';
import { checkChecklistName, checkClaimName, checkGuideName, checkText } from './names.ts';
import { comparable } from './phrases.ts';
import type { Check, Rule } from './rule.ts';

const file = 'ways.yaml';

/** Questions that somebody in a hurry answers. */
const most = 5;

export const checkWays: Rule = (check) => {
  const { ways } = check.content;
  // What can't be read has been told.
  if (check.unread.has(file)) return;
  const sound = [checkIds(check), ...ways.map((way) => checkAnswers(way, check))].every(Boolean) && checkTable(check);
  if (sound) checkTree(check);
  for (const way of ways) {
    for (const field of ['why', 'notice', 'undo'] as const) checkResting(way[field], `ways.${way.id}.${field}`, check);
    for (const field of ['start', 'more'] as const) checkLink(way[field].to, `ways.${way.id}.${field}.to`, check);
  }
};

const twiceIn = (ids: readonly string[]): string[] => ids.filter((id, at) => ids.indexOf(id) !== at);

/** Whether nothing that is named has the name of another. */
function checkIds({ content: { wayQuestions, ways }, problems }: Check): boolean {
  const lists = [
    { field: 'questions', ids: wayQuestions.map(({ id }) => id) },
    { field: 'ways', ids: ways.map(({ id }) => id) },
    ...wayQuestions.map(({ id, answers }) => ({ field: `questions.${id}.answers`, ids: answers.map((answer) => answer.id) })),
  ];
  const twice = lists.flatMap(({ field, ids }) => twiceIn(ids).map((id) => ({ field, id })));
  for (const { field, id } of twice) problems.at(file, field)(`the id "${id}" stands twice: give one of the two another`);
  return twice.length === 0;
}

/** Whether a way asks for answers that there are. */
function checkAnswers({ id, when }: Way, { content: { wayQuestions }, problems }: Check): boolean {
  const wrong = Object.entries(when).flatMap(([question, answer]) => {
    const asked = wayQuestions.find((each) => each.id === question);
    if (!asked) return `there is no question "${question}": use one of ${wayQuestions.map((each) => each.id).join(', ')}`;
    const known = asked.answers.map((each) => each.id);
    return known.includes(answer) ? [] : `the question "${question}" has no answer "${answer}": use one of ${known.join(', ')}`;
  });
  for (const cure of wrong) problems.at(file, `ways.${id}.when`)(cure);
  return wrong.length === 0;
}

const asWords = (answers: Answers): string =>
  Object.entries(answers)
    .map(([question, answer]) => `${question}: ${answer}`)
    .join(', ');

/** Whether each combination of answers leads to exactly one way. Of those that don't, the first is told of, so that mending one does not wait for all. */
function checkTable({ content: { wayQuestions, ways }, problems }: Check): boolean {
  const outcomes = combinations(wayQuestions).map((answers) => ({ answers, ids: fitting(ways, answers).map(({ id }) => id) }));
  const none = outcomes.find(({ ids }) => ids.length === 0);
  const several = outcomes.find(({ ids }) => ids.length > 1);
  if (none) problems.at(file, 'ways')(`no way fits the answers ${asWords(none.answers)}: add one, or ask less of another in its "when"`);
  if (several)
    problems.at(file, 'ways')(`${several.ids.join(' and ')} fit the answers ${asWords(several.answers)}: ask more of one in its "when"`);
  return !none && !several;
}

/** Each way is reached, once, by few questions: what leads back from it is one place. */
function checkTree({ content: { wayQuestions, ways }, problems }: Check): void {
  const ends = stepsOf(treeOf(wayQuestions, ways)).flatMap(({ place, depth }) => ('way' in place ? [{ id: place.way.id, depth }] : []));
  for (const { id } of ways) {
    const report = problems.at(file, `ways.${id}.when`);
    const [first, ...others] = ends.filter((end) => end.id === id);
    if (!first) report('no answers lead here: delete the way, or change what others ask for');
    if (others.length > 0) report('is reached by several series of answers: ask for each answer that leads to it, or make two ways of it');
    if (first && first.depth > most) report(`takes ${first.depth} questions, and ${most} are the most: ask less before it`);
  }
}

/** A text says no more than the weakest of its claims, and each of these stands as the text takes it to stand. */
function checkResting({ says, rests = [] }: RestingText, field: string, check: Check): void {
  const report = check.problems.at(file, field);
  checkText(says, 'line', check, report);
  for (const { claim: id, answer, verdict } of rests) {
    checkClaimName(id, check, report);
    const claim = check.content.claims.get(id);
    if (claim && (claim.answer !== answer || claim.verdict !== verdict))
      report(
        `was written when the claim "${id}" was "${verdict}" with the answer "${answer}", and it is "${claim.verdict}" with "${claim.answer}": read it again, mend what it says, and write how the claim stands now`,
      );
  }
  const claims = rests.flatMap(({ claim }) => check.content.claims.get(claim) ?? []);
  for (const cure of surerThanSome(comparable(says).text, claims)) report(cure);
}

/** A checklist or a guide has to be there; other pages, and places on any, are for the tests of the built site. */
function checkLink(address: string, field: string, check: Check): void {
  const report = check.problems.at(file, field);
  const [, folder = '', name = ''] = /^\/([a-z0-9-]+)\/([a-z0-9-]+)\/(?:#|$)/.exec(address) ?? [];
  if (folder === 'checklists') checkChecklistName(name, check, report);
  else if (check.content.journey.some(({ id }) => id === folder)) checkGuideName(`${folder}/${name}`, check, report);
}
