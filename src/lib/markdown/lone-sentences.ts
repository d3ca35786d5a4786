/**
 * A line of a guide that holds only `<Claim>`, `<Rests>` or `<Ui>` is a sentence, and so a paragraph. MDX takes such a line for a block of
 * its own and leaves out the `<p>`, which would cost it its spacing.
 */
import { defineHastPlugin } from 'satteri';

export const loneSentences = defineHastPlugin({
  name: 'lone-sentences',
  mdxJsxFlowElement: {
    filter: ['Claim', 'Rests', 'Ui'],
    visit(node, context) {
      const parent = context.parent(node);
      if (parent.type === 'root' || parent.type === 'mdxJsxFlowElement') {
        context.wrapNode(node, { type: 'element', tagName: 'p', properties: {}, children: [] });
      }
    },
  },
});
