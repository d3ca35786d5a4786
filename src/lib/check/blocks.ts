/** A text as a reader takes it in: paragraph by paragraph, each list item and each row of a table as one, with the sentences of claims in their places. */
import { markdownToMdast, type MdastNode } from 'satteri';
import { follows, isSentence } from '../markdown/lone-sentences.ts';
import { MdxSyntaxError, nameIn, namesIn, treeOf } from '../written/references.ts';
import { findTokens, replaceTokens } from '../written/tokens.ts';
import type { Content } from '../written/reading.ts';
import { childrenOf } from './markdown.ts';

/** Something that is read in one go. The line is counted from 1, in the text that was given. */
export interface Block {
  readonly text: string;
  readonly line: number;
}

/** A sentence of the writer's own, with the claims it rests on. */
export interface RestingSentence extends Block {
  readonly on: readonly string[];
  /** As it is written. */
  readonly source: string;
  /** Whether it holds a paragraph, a list or the like, and not just words. */
  readonly holdsBlocks: boolean;
}

type Names = Pick<Content, 'claims' | 'interface'>;

/** A text with its tokens said. What is named and not there leaves a gap, and what is no token stays: both are told elsewhere. */
export function spoken(text: string, { claims, interface: buttons }: Names): string {
  if (findTokens(text).malformed.length > 0) return text;
  return replaceTokens(text, ({ kind, name }) =>
    kind === 'ui' ? (buttons.get(name)?.shown ?? '') : spoken(claims.get(name)?.statement ?? '', { claims: new Map(), interface: buttons }),
  );
}

type Component = Readonly<Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>>;

const isComponent = (node: Readonly<MdastNode>): node is Component =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

function textOf(node: Readonly<MdastNode>, names: Names): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (isComponent(node) && node.name === 'Claim') return spoken(`{claim:${nameIn(node, 'id')}}`, names);
  if (isComponent(node) && node.name === 'Ui') return spoken(`{ui:${nameIn(node, 'name')}}`, names);
  const parts = childrenOf(node).map((child) => textOf(child, names));
  return parts.join(node.type === 'tableRow' || node.type === 'listItem' ? ' ' : '');
}

const lineOf = (node: Readonly<MdastNode>): number => node.position?.start.line ?? 1;

/** Blocks that hold words, and no other blocks. */
const holdWords = ['paragraph', 'heading', 'tableRow'];

function blocksBelow(parent: Readonly<MdastNode>, names: Names): Block[] {
  const blocks: { text: string; readonly line: number }[] = [];
  let before: Readonly<MdastNode> | undefined;
  for (const child of childrenOf(parent)) {
    const block = { text: textOf(child, names), line: lineOf(child) };
    const last = blocks.at(-1);
    if (isSentence(child) && last && isSentence(before) && follows(before, child)) last.text += ` ${block.text}`;
    else if (isSentence(child) || holdWords.includes(child.type)) blocks.push(block);
    else if (child.type === 'listItem') blocks.push(...blocksOfItem(child, names));
    else blocks.push(...blocksBelow(child, names));
    before = child;
  }
  return blocks;
}

/** A list item is one, the lists inside it aside. */
function blocksOfItem(item: Readonly<MdastNode>, names: Names): Block[] {
  const inner = childrenOf(item).filter(({ type }) => type === 'list');
  const own = childrenOf(item).filter(({ type }) => type !== 'list');
  return [
    { text: own.map((child) => textOf(child, names)).join(' '), line: lineOf(item) },
    ...inner.flatMap((list) => blocksBelow(list, names)),
  ];
}

/** What is read of a text in MDX; nothing where it can't be read, since that is told elsewhere. */
export function unlessUnread<Read>(read: () => Read[]): Read[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof MdxSyntaxError) return [];
    throw error;
  }
}

/** The blocks of a guide's text. Throws an MdxSyntaxError. */
export const blocksOfMdx = (mdx: string, names: Names): Block[] => blocksBelow(treeOf(mdx), names);

/** The blocks of Markdown with tokens. */
export const blocksOfMarkdown = (text: string, names: Names): Block[] => blocksBelow(markdownToMdast(spoken(text, names)), names);

/** The sentences of a guide that rest on claims. Throws an MdxSyntaxError. */
export function restingSentences(mdx: string, names: Names): RestingSentence[] {
  const found: RestingSentence[] = [];
  const visit = (node: Readonly<MdastNode>): void => {
    if (isComponent(node) && node.name === 'Rests') {
      found.push({
        text: textOf(node, names),
        line: lineOf(node),
        on: namesIn(nameIn(node, 'on')),
        source: mdx.slice(node.position?.start.offset, node.position?.end.offset),
        holdsBlocks: childrenOf(node).some(({ type }) => blockTypes.includes(type)),
      });
    }
    childrenOf(node).forEach(visit);
  };
  visit(treeOf(mdx));
  return found;
}

const blockTypes = ['paragraph', 'heading', 'list', 'table', 'blockquote', 'code', 'thematicBreak'];
