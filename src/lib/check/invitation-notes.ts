import { draftOf, filled, freeLength } from '../written/invitation-drafts.ts';
import { noteWarnings, type Occasion } from '../written/schema.ts';
import { surerThanSome } from './certainty.ts';
import { checkClaimName, checkText } from './names.ts';
import { comparable } from './phrases.ts';
import type { Check, Rule } from './rule.ts';

const file = 'invitation-notes.yaml';

/** Every blank has a label, every draft fits a note of a free account once it is filled in, and no warning is surer than the claims it rests on. */
export const checkInvitationNotes: Rule = (check) => {
  const { occasions, blanks, warnings } = check.content.invitationNotes;
  const used = new Set(occasions.flatMap((occasion, index) => checkOccasion(occasion, index, check)));
  tellTwice('occasions', occasions, check);
  tellTwice('blanks', blanks, check);
  tellTwice('warnings', warnings, check);
  blanks.forEach(({ id, example, letters }, index) => {
    const at = (field: string) => check.problems.at(file, `blanks.${index}.${field}`);
    if (!used.has(id)) at('id')(`no occasion has the blank {${id}}: use it or delete it`);
    if (example.length > letters) at('example')(`has ${example.length} letters, and ${letters} are said to be the most: shorten it`);
  });
  warnings.forEach(({ says, rests }, index) => {
    const at = (field: string) => check.problems.at(file, `warnings.${index}.${field}`);
    checkText(says, 'line', check, at('says'));
    for (const claim of rests) checkClaimName(claim, check, at('rests'));
    const claims = rests.flatMap((id) => check.content.claims.get(id) ?? []);
    for (const cure of surerThanSome(comparable(says).text, claims)) at('says')(cure);
  });
  if (occasions.length > 0)
    for (const id of noteWarnings)
      if (!warnings.some((warning) => warning.id === id)) check.problems.at(file, 'warnings')(`"${id}" is missing: say what it tells`);
};

/** Returns the blanks of its draft. */
function checkOccasion(occasion: Occasion, index: number, check: Check): string[] {
  const { invitationNotes: notes } = check.content;
  const at = (field: string) => check.problems.at(file, `occasions.${index}.${field}`);
  const most = new Map(notes.blanks.map(({ id, letters }) => [id, letters]));
  const draft = draftOf(notes, occasion);
  const names = draft.flatMap((piece) => ('blank' in piece ? [piece.blank] : []));
  for (const name of new Set(names)) {
    if (!most.has(name)) at('known')(`nothing says what {${name}} is: add it to blanks, with a label, an example and its letters`);
    if (names.filter((other) => other === name).length > 1) at('known')(`has {${name}} twice: somebody fills it in once`);
  }
  if (!/^[a-zI{]/.test(occasion.known)) at('known')('goes on after the greeting and a comma: begin in lower case');
  const { length } = filled(draft, (name) => 'x'.repeat(most.get(name) ?? 0));
  if (length > freeLength)
    at('known')(`makes a draft of ${length} characters with its blanks filled, of which a free account has ${freeLength}: shorten it`);
  const stray = /[{}[\]<>]/.exec(filled(draft, () => ''))?.[0];
  if (stray) at('known')(`holds "${stray}", which is sent as it stands: write a blank as {name}, in lower-case words joined by hyphens`);
  if (occasion.hint !== undefined) checkText(occasion.hint, 'line', check, at('hint'));
  return names;
}

function tellTwice(list: string, entries: readonly { readonly id: string }[], { problems }: Check): void {
  const ids = new Set<string>();
  entries.forEach(({ id }, index) => {
    if (ids.has(id)) problems.at(file, `${list}.${index}.id`)(`"${id}" stands twice in the list: give the later one another name`);
    ids.add(id);
  });
}
