import type { Guide, Text } from '../written/schema.ts';
import { guideComponents, targetsOf, type MdxElement } from '../written/references.ts';
import { restingSentences, unlessUnread } from './blocks.ts';
import { checkComponents, linesAbove } from './components.ts';
import { checkButton, checkChecklistName, checkClaimName, checkText, checkTipName, isGuide } from './names.ts';
import type { Check, Rule } from './rule.ts';

/** What a guide's fields and its text name is there, and its text is made of what guides are made of. */
export const checkGuides: Rule = (check) => {
  for (const guide of check.content.guides.values()) {
    const file = `guides/${guide.id}.mdx`;
    checkFields(file, guide, check);
    const elements = checkComponents(file, guide.body, guideComponents, check);
    for (const element of elements) checkTargets(file, element, check);
    checkShownOnce(file, elements, check);
    checkRestsInLines(file, guide, check);
  }
};

function checkFields(file: string, guide: Text<Guide>, check: Check): void {
  const { problems } = check;
  checkText(guide.answer, 'line', check, problems.at(file, 'answer'));
  if (guide.updated > check.today)
    problems.at(file, 'updated')(`lies in the future (today is ${check.today} in UTC): write the day it was edited`);
  for (const field of ['before', 'related'] as const) {
    const report = problems.at(file, field);
    for (const other of guide[field]) {
      if (!isGuide(other, check) || other === guide.id) report(`"${other}" is no other guide: write "stage/slug" of one that is there`);
    }
  }
}

/** What a component names by `id`, `name` or `on`. */
function checkTargets(file: string, element: MdxElement, check: Check): void {
  const { component, line, given } = element;
  const report = check.problems.at(file, `line ${line}, <${component}>`);
  for (const target of targetsOf(element)) {
    if (component === 'Ui') checkButton(target, check, report, given.has('announced'));
    if (component === 'Claim' || component === 'BothSides' || component === 'Rests') checkClaimName(target, check, report);
    if (component === 'Tip') checkTipName(target, check, report);
    if (component === 'Checklist') checkChecklistName(target, check, report);
  }
}

/** The mark of a sentence stands behind its last word, where a paragraph of its own would leave no place for it. */
function checkRestsInLines(file: string, { body }: Text<Guide>, { content, files, problems }: Check): void {
  const above = linesAbove(body, files.get(file) ?? body);
  for (const { line, holdsBlocks } of unlessUnread(() => restingSentences(body, content))) {
    if (holdsBlocks)
      problems.at(
        file,
        `line ${line + above}, <Rests>`,
      )('holds a paragraph or the like: write its words right behind <Rests on="…"> and </Rests> right behind them, without an empty line');
  }
}

function checkShownOnce(file: string, elements: readonly MdxElement[], { problems }: Check): void {
  const shown = new Set<unknown>();
  for (const { component, line, given } of elements) {
    if (component !== 'Checklist') continue;
    const id = given.get('id');
    if (shown.has(id))
      problems.at(
        file,
        `line ${line}, <Checklist>`,
      )(`shows "${String(id)}" twice: ids would stand twice on the page, so link to the first instead`);
    shown.add(id);
  }
}
