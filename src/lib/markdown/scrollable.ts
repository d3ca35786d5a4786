/**
 * What can be wider than the page scrolls inside itself, and so that keys can scroll it, they can reach it: code, and tables whose words are too long to stand
 * beside each other on a phone. Tables that fit anyway, which nearly all do, stay as they are.
 */
import { defineHastPlugin, type HastNode } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;

/** Letters of the longest words of all columns that fit beside each other on a phone. Where text is larger than it, words are broken (styles/prose.css). */
const fits = 32;
/** The same where a table of more columns becomes a list of rows before it gets narrower than the text's measure. */
const fitsUnstacked = 56;
/** Of a component, whose words are not known yet: nearly all are buttons' names, or sentences. */
const ofComponent = 12;

export const scrollable = defineHastPlugin({
  name: 'scrollable',
  element: {
    filter: ['pre', 'table'],
    visit(element, context) {
      if (element.tagName === 'pre') {
        context.setProperty(element, 'tabIndex', 0);
        return;
      }
      const rows = elementsIn(element).flatMap(elementsIn);
      const columns = Math.max(...rows.map((row) => elementsIn(row).length));
      const widths = Array.from({ length: columns }, (_, column) =>
        Math.max(
          ...rows.map((row) => {
            const cell = elementsIn(row)[column];
            if (!cell) return 0;
            const written = longestWord(context.textContent(cell));
            return cell.children.some(({ type }) => type === 'mdxJsxTextElement') ? Math.max(written, ofComponent) : written;
          }),
        ),
      );
      const letters = widths.reduce((sum, width) => sum + width + 1, 0);
      if (letters <= (columns < 3 ? fits : fitsUnstacked)) return;
      context.wrapNode(element, {
        type: 'element',
        tagName: 'div',
        properties: { className: ['wide'], tabIndex: 0 },
        children: [],
      });
    },
  },
});

const elementsIn = (parent: Readonly<Element>): Element[] => parent.children.filter((child) => child.type === 'element');

const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s-]+/).map((word) => word.length));
