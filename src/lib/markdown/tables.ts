/**
 * Tables of three columns or more fall apart into blocks on a phone. For that each cell is told the heading of its column, and
 * every part its role, since a part that is no longer laid out as a table loses its meaning in some browsers.
 */
import { defineHastPlugin, type HastNode } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;

export const readableTables = defineHastPlugin({
  name: 'readable-tables',
  element: {
    filter: ['table'],
    visit(table, context) {
      const elementsIn = (parent: Readonly<Element>): Element[] => parent.children.filter((child) => child.type === 'element');
      const [head, body] = elementsIn(table);
      const headings = head ? elementsIn(head).flatMap(elementsIn) : [];
      if (!body || headings.length < 3) return;
      // A question stands before its answer as it is.
      const labels = headings.map((heading) => context.textContent(heading).trim().replace(/[^?]$/, '$&:'));
      context.setProperty(table, 'role', 'table');
      context.setProperty(table, 'className', ['stacks']);
      for (const heading of headings) context.setProperty(heading, 'role', 'columnheader');
      for (const row of elementsIn(body)) {
        context.setProperty(row, 'role', 'row');
        for (const [index, cell] of elementsIn(row).entries()) {
          context.setProperty(cell, 'role', 'cell');
          if (index > 0) context.setProperty(cell, 'dataLabel', labels[index] ?? '');
        }
      }
    },
  },
});
