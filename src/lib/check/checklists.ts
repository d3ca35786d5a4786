import type { Checklist, Screen } from '../written/schema.ts';
import { checkButton, checkText } from './names.ts';
import type { Check, Rule } from './rule.ts';

/** What checklists name is there, ids of steps are never used twice, and nothing is drawn that nobody has seen. */
export const checkChecklists: Rule = (check) => {
  const { content, problems } = check;
  for (const checklist of content.checklists.values()) {
    const file = `checklists/${checklist.id}.yaml`;
    for (const field of ['summary', 'finish'] as const) checkText(checklist[field], 'line', check, problems.at(file, field));
    checkStepIds(file, checklist, check);
    for (const step of checklist.steps) checkStep(file, step, check);
  }
};

function checkStepIds(file: string, { steps, retired }: Checklist, { problems }: Check): void {
  const ids = new Set<string>();
  for (const { id } of steps) {
    const report = problems.at(file, `steps.${id}`);
    if (ids.has(id)) report('this id stands twice in the list: give the later step another one');
    if (retired.includes(id)) report('this id is retired: somebody’s tick may still carry it, so choose a new one');
    ids.add(id);
  }
}

function checkStep(file: string, step: Checklist['steps'][number], check: Check): void {
  const { problems } = check;
  for (const field of ['action', 'expect', 'ifNot', 'undo', 'detail'] as const) {
    const text = step[field];
    if (text !== undefined) checkText(text, field === 'detail' ? 'block' : 'line', check, problems.at(file, `steps.${step.id}.${field}`));
  }
  if (/^If\b/.test(step.ifNot ?? ''))
    problems.at(
      file,
      `steps.${step.id}.ifNot`,
    )('it is printed after “If not:”: begin with what to do, since “If not: If” makes one think twice');
  if (step.screen) checkScreen(file, `steps.${step.id}.screen`, step.screen, check);
}

/** A drawing is a claim: nothing that nobody has seen is drawn. */
function checkScreen(file: string, field: string, { target, near }: Screen, check: Check): void {
  const report = check.problems.at(file, field);
  for (const name of [target, ...near]) {
    checkButton(name, check, report);
    const entry = check.content.interface.get(name);
    if (entry?.platform === 'app') report(`"${name}" is of the app, which nobody has seen: draw nothing of it`);
    if (entry?.sure === 'unknown') report(`nobody has verified the name of "${name}": draw nothing that shows it`);
  }
}
