/** The sentence of a claim stands on a page so often and no oftener: whoever reads it again and again stops reading. */
import { referencesIn } from '../written/references.ts';
import type { Checklist, Guide, Text } from '../written/schema.ts';
import { findTokens } from '../written/tokens.ts';
import { unlessUnread } from './blocks.ts';
import type { Check, Rule } from './rule.ts';

const most = 3;

/** The claims a text prints by tokens, as often as it does. */
const printedIn = (...texts: readonly (string | undefined)[]): string[] =>
  texts.flatMap((text) => findTokens(text ?? '').tokens.flatMap(({ kind, name }) => (kind === 'claim' ? [name] : [])));

const printedByChecklist = ({ summary, steps, finish }: Checklist): string[] =>
  printedIn(summary, ...steps.flatMap(({ action, expect, ifNot, undo, detail }) => [action, expect, ifNot, undo, detail]), finish);

function printedByGuide({ answer, body }: Text<Guide>, { checklists, tips }: Check['content']): string[] {
  const inBody = unlessUnread(() => referencesIn(body)).flatMap(({ component, targets }) =>
    targets.flatMap((id) => {
      const checklist = component === 'Checklist' ? checklists.get(id) : undefined;
      if (checklist) return printedByChecklist(checklist);
      if (component === 'Tip') return printedIn(tips.get(id)?.body);
      return component === 'Claim' ? [id] : [];
    }),
  );
  return [...printedIn(answer), ...inBody];
}

export const checkRepetition: Rule = (check) => {
  const { guides, checklists, tips, questions } = check.content;
  for (const guide of guides.values()) checkPage(printedByGuide(guide, check.content), 'this page', `guides/${guide.id}.mdx`, check);
  for (const checklist of checklists.values())
    checkPage(printedByChecklist(checklist), 'this page', `checklists/${checklist.id}.yaml`, check);
  for (const [kind, texts] of Object.entries({ tips, questions }))
    checkPage(
      [...texts.values()].flatMap(({ body }) => printedIn(body)),
      `/${kind}/`,
      `${kind}/`,
      check,
    );
};

function checkPage(printed: readonly string[], page: string, file: string, { problems }: Check): void {
  for (const id of new Set(printed)) {
    const count = printed.filter((other) => other === id).length;
    if (count <= most) continue;
    problems.at(
      file,
      `the claim "${id}"`,
    )(`its sentence stands ${count} times on ${page}, and ${most} times is the most: leave it out, or say it in words for its place`);
  }
}
