/** What a text in MDX may hold beside components: words, and nothing that a page would drop, refuse or print as it is written. */
import type { MdastNode } from 'satteri';
import { didYouMean } from '../written/nearest.ts';
import { nameIn, treeOf } from '../written/references.ts';
import { childrenOf, faultsOfNode, visitAll } from './markdown.ts';
import { placesOfPages } from './places.ts';

type Node = Readonly<MdastNode>;
type Tag = Extract<Node, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The line is counted from 1, in the text that was given. */
export interface Fault {
  readonly line: number;
  readonly what: string;
  readonly cure: string;
}

const isTag = (node: Node): node is Tag => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const isComment = (code: string): boolean => /^\s*(\/\*[\s\S]*?\*\/\s*)*$/.test(code);

const wordsOf = (node: Node): string =>
  'value' in node && !node.type.startsWith('mdx') ? node.value : childrenOf(node).map(wordsOf).join('');

/** The id that a heading gets, as Astro makes it. */
export const headingId = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

const allIn = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(allIn)];

function faultOfTag(tag: Tag, known: readonly string[]): string | undefined {
  const name = tag.name ?? '';
  if (/^\p{Lu}/u.test(name)) return undefined;
  if (name === '') return '<>…</> is for code: write what is in it alone';
  if (name === 'span') {
    const isPlace = tag.children.length === 0 && tag.attributes.length === 1 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(nameIn(tag, 'id'));
    return isPlace ? undefined : 'a span is an old address of a heading, and nothing else: write <span id="the-old-address"></span>';
  }
  const meant = didYouMean(name, known, (other) => `<${other}>`);
  return `HTML is not written here${meant || ': write Markdown, or one of the components in CONTRIBUTING.md'}`;
}

function faultsOfHeading(heading: Extract<Node, { type: 'heading' }>): string[] {
  const faults: string[] = [];
  if (heading.depth === 1) faults.push('“#” is the page’s own heading, its title: write “##”');
  if (allIn(heading).some((node) => isTag(node) || node.type === 'mdxTextExpression'))
    faults.push('holds a component, which “On this page” would leave out: write its words');
  else if (!/[\p{L}\p{N}]/u.test(headingId(wordsOf(heading)))) faults.push('holds no word, and so has no address: write some');
  return faults;
}

function faultsOf(node: Node, known: readonly string[]): [what: string, cure: string][] {
  if (isTag(node)) {
    const fault = faultOfTag(node, known);
    return fault === undefined ? [] : [[`<${node.name ?? ''}>`, fault]];
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return isComment(node.value)
      ? []
      : [
          [
            `{${node.value.trim().slice(0, 30)}}`,
            'nothing is computed here: write the words themselves, and \\{ where the character is meant',
          ],
        ];
  if (node.type === 'mdxjsEsm') return [['import or export', 'components need no import, and a text has no code: delete it']];
  if (node.type === 'heading') return faultsOfHeading(node).map((cure) => ['heading', cure]);
  return faultsOfNode(node).map((cure) => [node.type === 'definition' ? 'link' : node.type, cure]);
}

const lineOf = (node: Node): number => node.position?.start.line ?? 1;

interface PlaceOfText {
  readonly id: string;
  readonly line: number;
  readonly isChecklist: boolean;
}

/** The ids that a text gives its page, each with its line. */
function idsOf(tree: Node): PlaceOfText[] {
  const ids: PlaceOfText[] = [];
  const headings = new Set<string>();
  visitAll(tree, (node) => {
    const isChecklist = isTag(node) && node.name === 'Checklist';
    if (isChecklist || (isTag(node) && node.name === 'span')) ids.push({ id: nameIn(node, 'id'), line: lineOf(node), isChecklist });
    if (node.type !== 'heading') return;
    const id = headingId(wordsOf(node));
    // Of two headings alike, the second gets a number.
    if (!headings.has(id)) ids.push({ id, line: lineOf(node), isChecklist: false });
    headings.add(id);
  });
  return ids.filter(({ id }) => id !== '');
}

function faultsOfIds(tree: Node): Fault[] {
  const places = new Map<string, { line: number; isChecklist: boolean }>();
  return idsOf(tree).flatMap(({ id, line, isChecklist }) => {
    const other = places.get(id);
    places.set(id, { line, isChecklist });
    // A checklist that is shown twice is told of as such.
    if (other?.isChecklist && isChecklist) return [];
    const cure = 'call it something else, since an address leads to one place';
    if (placesOfPages.includes(id)) return [{ line, what: `the id "${id}"`, cure: `is that of a part of every page: ${cure}` }];
    return other === undefined ? [] : [{ line, what: `the id "${id}"`, cure: `stands above already: ${cure}` }];
  });
}

/** Everything that is wrong with a text, in its order. `known` are the names of components. Throws an MdxSyntaxError. */
export function faultsOfMdx(mdx: string, known: readonly string[]): Fault[] {
  const tree = treeOf(mdx);
  const faults: Fault[] = [];
  visitAll(tree, (node) => {
    for (const [what, cure] of faultsOf(node, known)) faults.push({ line: lineOf(node), what, cure });
  });
  return [...faults, ...faultsOfIds(tree)];
}
