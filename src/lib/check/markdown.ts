/** What may stand in a text of Markdown, in guides and everywhere else, read as it is read when it is printed. */
import { markdownToMdast, type MdastNode } from 'satteri';
import { faultOfLink } from '../written/normal-addresses.ts';
import type { Report } from '../written/problems.ts';
import { findTokens } from '../written/tokens.ts';

type Node = Readonly<MdastNode>;

export const childrenOf = (node: Node): readonly Node[] => ('children' in node ? node.children : []);

export function visitAll(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of childrenOf(node)) visitAll(child, visit);
}

const picture = 'a picture would be a hole, since pages load nothing from elsewhere: say it in words, or draw it as docs/design.md says';
const note = 'a footnote has no place here: say it in the text, or rest the sentence on a claim';

const box = 'a box to tick keeps nothing here: write a checklist, or leave out the “[ ]”';

/** What is wrong with a part of a text, whatever the text is. What a reference leads to is looked at where it is defined. */
export function faultsOfNode(node: Node): string[] {
  if (node.type === 'image' || node.type === 'imageReference') return [picture];
  if (node.type === 'footnoteDefinition' || node.type === 'footnoteReference') return [note];
  if (node.type === 'listItem' && typeof node.checked === 'boolean') return [box];
  if (node.type === 'link' || node.type === 'definition') return [faultOfLink(node.url)].filter((fault) => fault !== undefined);
  return [];
}

function faultOfHtml(html: string): string {
  const name = /^<\/?([a-z][\w.-]*)/i.exec(html)?.[1] ?? '';
  if (/^(claim|ui)$/i.test(name)) return `"${html}" is for guides: write {${name.toLowerCase()}:name} here`;
  return `"${html.slice(0, 40)}" is HTML, which is not read here: write Markdown, and \\< where the character itself is meant`;
}

/** Tokens as a word, so that what is around them is read as it will be. What is no token stays, and is told of elsewhere. */
const withWords = (text: string): string => (findTokens(text).malformed.length > 0 ? text : text.replaceAll(/\{[^{}]*\}/g, 'Token'));

/** Reports what a text may not hold. `line` has room for one paragraph; `block` for several, lists, tables and code. */
export function checkMarkdown(text: string, room: 'line' | 'block', report: Report): void {
  const tree: Node = markdownToMdast(withWords(text));
  const found = new Set<string>();
  visitAll(tree, (node) => {
    for (const fault of faultsOfNode(node)) found.add(fault);
    if (node.type === 'html' && !node.value.startsWith('</')) found.add(faultOfHtml(node.value));
    if (node.type === 'heading' && room === 'block')
      found.add('a heading begins a part of a page, and this is none: write a plain sentence');
  });
  const blocks = childrenOf(tree).filter(({ type }) => type !== 'definition');
  const others = blocks.filter(({ type }) => type !== 'paragraph').map(({ type }) => nameOf[type] ?? type);
  if (room === 'line' && (blocks.length > 1 || others.length > 0)) {
    const what = others[0] ?? `${blocks.length} paragraphs`;
    found.add(
      `is read as ${what}, and there is room for one paragraph: write sentences in a row; before the full stop of “1.” a \\ keeps it from beginning a list`,
    );
  }
  for (const fault of found) report(fault);
}

const nameOf: Readonly<Record<string, string>> = {
  list: 'a list',
  heading: 'a heading',
  table: 'a table',
  code: 'code',
  blockquote: 'a quotation',
  thematicBreak: 'a line across',
  html: 'HTML',
};
