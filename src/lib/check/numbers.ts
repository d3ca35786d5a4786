import { didYouMean } from '../written/nearest.ts';
import type { NumberedChecklist } from '../written/schema.ts';
import type { Check, Rule } from './rule.ts';

const file = 'numbers.yaml';

/** Every checklist has one number for good, and so has every step it has or had: links that carry progress are made of them. */
export const checkNumbers: Rule = (check) => {
  const { content, unread, problems } = check;
  if (unread.has(file)) return;
  const numbered = new Map<string, NumberedChecklist>();
  content.numbers.forEach((entry, number) => {
    if (numbered.has(entry.id))
      problems.at(file, `${number}.checklist`)(`"${entry.id}" stands twice: delete the later one, unless somebody has made links with it`);
    numbered.set(entry.id, entry);
    checkEntry(entry, number, check);
  });
  for (const { id, steps, retired } of content.checklists.values()) {
    const report = problems.at(file, 'whole file');
    const all = [...steps.map((step) => step.id), ...retired];
    const entry = numbered.get(id);
    const missing = all.filter((step) => !entry?.steps.includes(step));
    if (!entry)
      report(`the checklist "${id}" has no number: add "- checklist: ${id}" at the end, with "steps: [${all.join(', ')}]" below it`);
    else if (missing.length > 0)
      report(`steps of "${id}" have no number: add ${missing.map((step) => `"${step}"`).join(', ')} at the end of its steps`);
  }
};

function checkEntry({ id, steps, gone }: NumberedChecklist, number: number, { content, unread, problems }: Check): void {
  const checklist = content.checklists.get(id);
  if (checklist && gone) problems.at(file, `${number}.gone`)(`there is a checklist "${id}": leave the field out`);
  if (unread.has(`checklists/${id}.yaml`)) return;
  if (!checklist) {
    if (!gone)
      problems.at(
        file,
        `${number}.checklist`,
      )(`there is no checklist "${id}"${didYouMean(id, content.checklists.keys())}; if there was one, add gone: true and leave its steps`);
    return;
  }
  const known = new Set([...checklist.steps.map((step) => step.id), ...checklist.retired]);
  for (const step of steps)
    if (!known.has(step))
      problems.at(
        file,
        `${number}.steps`,
      )(`"${id}" has no step "${step}"${didYouMean(step, known)}; if it had one, put it into "retired" of checklists/${id}.yaml`);
}
