/** What is read in one go is hedged once: a doubt that is said twice is not doubted more. */
import { hedgesIn } from '../evidence/certainty-words.ts';
import { blocksOfMarkdown, blocksOfMdx, unlessUnread, type Block } from './blocks.ts';
import { linesAbove } from './components.ts';
import { comparable } from './phrases.ts';
import type { Check, Rule } from './rule.ts';

export const checkHedges: Rule = (check) => {
  const { guides, checklists, tips, questions, claims, invitationNotes, ways } = check.content;
  for (const guide of guides.values()) {
    const file = `guides/${guide.id}.mdx`;
    checkFields(file, { answer: guide.answer }, check);
    checkBody(
      file,
      guide.body,
      unlessUnread(() => blocksOfMdx(guide.body, check.content)),
      check,
    );
  }
  for (const { id, summary, finish, steps } of checklists.values()) {
    const file = `checklists/${id}.yaml`;
    checkFields(file, { summary, finish }, check);
    for (const { id: step, action, expect, ifNot, undo, detail } of steps)
      checkFields(file, { action, expect, ifNot, undo, detail }, check, `steps.${step}.`);
  }
  for (const { id, why, notice, undo } of ways)
    checkFields('ways.yaml', { why: why.says, notice: notice.says, undo: undo.says }, check, `ways.${id}.`);
  for (const { id, body } of tips.values()) checkBody(`tips/${id}.md`, body, blocksOfMarkdown(body, check.content), check);
  for (const { id, body } of questions.values()) checkBody(`questions/${id}.md`, body, blocksOfMarkdown(body, check.content), check);
  invitationNotes.occasions.forEach(({ hint }, index) => {
    checkFields('invitation-notes.yaml', { hint }, check, `occasions.${index}.`);
  });
  for (const { id, statement, why } of claims.values()) checkFields(`evidence/claims/${id}.yaml`, { statement, why }, check);
};

function checkFields(file: string, fields: Readonly<Record<string, string | undefined>>, { content, problems }: Check, within = ''): void {
  for (const [field, text] of Object.entries(fields))
    for (const cure of hedgedTwice(blocksOfMarkdown(text ?? '', content))) problems.at(file, within + field)(cure.cure);
}

function checkBody(file: string, body: string, blocks: readonly Block[], { files, problems }: Check): void {
  const above = linesAbove(body, files.get(file) ?? body);
  for (const { line, cure } of hedgedTwice(blocks)) problems.at(file, `line ${line + above}`)(cure);
}

const hedgedTwice = (blocks: readonly Block[]): { line: number; cure: string }[] =>
  blocks.flatMap(({ text, line }) => {
    const hedges = hedgesIn(comparable(text).text);
    if (hedges.length < 2) return [];
    const cure = `hedges ${hedges.length} times in one go ("${[...new Set(hedges)].join('", "')}"), the sentences of claims counted: hedge once, or say who says so`;
    return [{ line, cure }];
  });
