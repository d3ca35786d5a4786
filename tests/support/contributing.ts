/** CONTRIBUTING.md as somebody follows it: the files it has them write, and the tables of what these hold. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { markdownToMdast, type MdastNode } from 'satteri';

export const contributing = readFileSync(fileURLToPath(new URL('../../CONTRIBUTING.md', import.meta.url)), 'utf8');

function* nodesOf(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}
const nodes = [...nodesOf(markdownToMdast(contributing))];

/** What is shown of a terminal. */
export const terminalTexts = nodes.flatMap((node) => (node.type === 'code' && node.lang === 'text' ? [node.value] : []));

/** Path → text: each code block of a file, under the path that was named last before it. */
export const recipes: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>();
  let path: string | undefined;
  for (const node of nodes) {
    if (node.type === 'inlineCode' && /^src\/.+\.\w+$/.test(node.value)) path = node.value;
    if (node.type !== 'code' || !['mdx', 'md', 'yaml', 'astro', 'ts'].includes(node.lang ?? '')) continue;
    if (path === undefined || found.has(path)) throw new Error(`CONTRIBUTING.md does not say which file this is:\n${node.value}`);
    found.set(path, `${node.value}\n`);
  }
  return found;
})();

/** The line that the recipe for a guide adds to journey.yaml, and the stage it goes to. */
export const journeyLine = (() => {
  const [, line = '', stage = ''] = /add the line `(- [a-z-]+)` under `guides:` of the stage `([a-z]+)`/.exec(contributing) ?? [];
  return { line, stage };
})();

/** journey.yaml with that line in it. */
export function withJourneyLine(journey: string): string {
  const { line, stage } = journeyLine;
  const changed = journey.replace(new RegExp(`(- id: ${stage}\\n(?:  .*\\n)*?  guides:\\n)`), `$1    ${line}\n`);
  if (changed === journey) throw new Error(`journey.yaml has no stage "${stage}" to add "${line}" to`);
  return changed;
}

/** numbers.yaml with the line in it that the recipe for a checklist adds. */
export function withNumbersLine(numbers: string): string {
  const [, line] = /the line `(- \{ checklist: [^`]+)` at the end of `src\/content\/numbers\.yaml`/.exec(contributing) ?? [];
  if (!line) throw new Error('CONTRIBUTING.md does not say which line a checklist needs in numbers.yaml');
  return `${numbers}${line}\n`;
}

/** Every field that stands in the first column of a table, or names one in its second. */
export const fieldsInTables: ReadonlySet<string> = new Set(
  nodes.flatMap((node) =>
    node.type === 'table'
      ? node.children.flatMap((row) => [...nodesOf(row)].flatMap((inside) => (inside.type === 'inlineCode' ? [inside.value] : [])))
      : [],
  ),
);
