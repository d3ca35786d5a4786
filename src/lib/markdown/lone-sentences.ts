/**
 * Lines of a guide that hold only `<Claim>`, `<Rests>` or `<Ui>` are sentences, and so a paragraph. MDX takes each of them for a block of
 * its own and leaves out the `<p>`, which would cost them their spacing, and part what is read together.
 */
import { defineMdastPlugin, type MdastNode } from 'satteri';

type Flow = Readonly<Extract<MdastNode, { type: 'mdxJsxFlowElement' }>>;

const sentences = ['Claim', 'Rests', 'Ui'];

/** Whether a block is a component that stands for a sentence. */
export const isSentence = (node: Readonly<MdastNode> | undefined): node is Flow =>
  node?.type === 'mdxJsxFlowElement' && sentences.includes(node.name ?? '');

/** Whether a sentence stands in the line in which another ends, or in the next: with an empty line between, it begins a paragraph. */
export const follows = (one: Flow, other: Readonly<MdastNode> | undefined): other is Flow =>
  isSentence(other) && (other.position?.start.line ?? 0) - (one.position?.end.line ?? 0) <= 1;

/** In the form of a component: a paragraph of Markdown would be left out once more, since it holds nothing but components. */
const paragraphOf = (sentence: Flow): Flow => ({ type: 'mdxJsxFlowElement', name: 'p', attributes: [], children: [sentence] });

const space = { type: 'mdxFlowExpression', value: "' '" } as const;

/** The children of a block, with the sentences that are read together in one paragraph. */
function withParagraphs(children: readonly Readonly<MdastNode>[]): Readonly<MdastNode>[] {
  const blocks: Readonly<MdastNode>[] = [];
  let paragraph: Flow | undefined;
  for (const [index, child] of children.entries()) {
    const before = children[index - 1];
    if (!isSentence(child)) blocks.push(child);
    else if (paragraph && isSentence(before) && follows(before, child)) paragraph.children.push(space, child);
    else blocks.push((paragraph = paragraphOf(child)));
  }
  return blocks;
}

export const loneSentences = defineMdastPlugin({
  name: 'lone-sentences',
  options: { position: true },
  mdxJsxFlowElement(node, context) {
    const parent = context.parent(node);
    if (!isSentence(node) || (parent.type !== 'root' && parent.type !== 'mdxJsxFlowElement')) return;
    const children: readonly Readonly<MdastNode>[] = parent.children;
    // Once for each parent, with its first sentence.
    if (children.findIndex(isSentence) === context.indexOf(node)) context.setProperty(parent, 'children', withParagraphs(children));
  },
});
