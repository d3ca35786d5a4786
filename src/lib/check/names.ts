/** Whether what is named is there, for every rule that meets names. What is there and can't be read has been told of. */
import type { Report } from '../written/problems.ts';
import { findTokens } from '../written/tokens.ts';
import { checkMarkdown } from './markdown.ts';
import type { Check } from './rule.ts';

/** Of a text: its name tokens. */
export function checkTokens(text: string, check: Check, report: Report): void {
  const { tokens, malformed } = findTokens(text);
  for (const raw of malformed) report(`"${raw}" is no token: write {ui:name}, {ui:name:announced} or {claim:name}`);
  for (const token of tokens) {
    if (token.kind === 'ui') checkButton(token.name, check, report, token.announced);
    else checkClaimName(token.name, check, report);
  }
}

/** Of a text in Markdown: its tokens, and whether it holds what there is room for where it is printed. */
export function checkText(text: string, room: 'line' | 'block', check: Check, report: Report): void {
  checkTokens(text, check, report);
  checkMarkdown(text, room, report);
}

/** Of LinkedIn's buttons; with `announced` also that there is a name a screen reader speaks. */
export function checkButton(name: string, { content, unread }: Check, report: Report, announced = false): void {
  const entry = content.interface.get(name);
  if (!entry && !unread.has('interface.yaml')) report(`no button is called "${name}": add it to interface.yaml or use one that is there`);
  if (entry && announced && !entry.announced) report(`interface.yaml has no announced name for "${name}": add one or drop ":announced"`);
}

const nameOf = (path: string): string =>
  path
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
const folderOf = (path: string): string => /^(evidence\/)?[^/]*\//.exec(path)?.[0] ?? '';

/** Whether a file is there and could not be read, though its place or its form be wrong: then that has been told, and what it would hold is not missing. */
export const isUnread = (file: string, { unread }: Check): boolean =>
  [...unread].some((other) => folderOf(other) === folderOf(file) && nameOf(other) === nameOf(file));

/** What is written in a file of its own: the claims, sources, tips and checklists. */
const folders = {
  claim: { of: ({ content }: Check) => content.claims, fileOf: (id: string) => `evidence/claims/${id}.yaml` },
  source: { of: ({ content }: Check) => content.sources, fileOf: (id: string) => `evidence/sources/${id}.yaml` },
  tip: { of: ({ content }: Check) => content.tips, fileOf: (id: string) => `tips/${id}.md` },
  checklist: { of: ({ content }: Check) => content.checklists, fileOf: (id: string) => `checklists/${id}.yaml` },
} as const;

const checkName =
  (kind: keyof typeof folders) =>
  (id: string, check: Check, report: Report): void => {
    const { of, fileOf } = folders[kind];
    if (!of(check).has(id) && !isUnread(fileOf(id), check))
      report(`no ${kind} is called "${id}": write ${fileOf(id)} or use one that is there`);
  };

export const checkClaimName = checkName('claim');
export const checkSourceName = checkName('source');
export const checkTipName = checkName('tip');
export const checkChecklistName = checkName('checklist');

/** `id` is "stage/slug". */
export const isGuide = (id: string, check: Check): boolean => check.content.guides.has(id) || isUnread(`guides/${id}.mdx`, check);

export function checkGuideName(id: string, check: Check, report: Report): void {
  if (!isGuide(id, check)) report(`"${id}" is no guide: write "stage/slug" of one that is there`);
}
