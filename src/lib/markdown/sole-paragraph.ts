/** Text that stands inside a line of a page is one paragraph, without the `<p>` around it. */
import { defineHastPlugin } from 'satteri';

/** Takes the `<p>` away. Throws where there is anything but one paragraph. */
export const soleParagraph = defineHastPlugin({
  name: 'sole-paragraph',
  before(root, context) {
    const [paragraph, ...others] = root.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    if (paragraph?.type !== 'element' || paragraph.tagName !== 'p' || others.length > 0)
      throw new Error(`One paragraph is expected here: "${context.source.trim()}"`);
    context.replaceNode(paragraph, [...paragraph.children]);
  },
});
