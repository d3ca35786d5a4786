/**
 * Shiki colours code with inline styles, which a strict `style-src` refuses. This transformer turns the colours of its
 * css-variables theme into classes ("code-keyword"), of which there are a dozen; styles/highlighted.css gives them their look.
 */
import type { ShikiTransformer } from 'shiki';

const tokenColour = /color:\s*var\(--astro-code-token-([a-z-]+)\)/;

export const codeToClasses: ShikiTransformer = {
  name: 'code-to-classes',
  preprocess(_code, options) {
    // Else a line that takes more than half a second, on a busy machine, goes without colours, and two builds differ.
    options.tokenizeTimeLimit = 0;
  },
  pre(node) {
    delete node.properties.style;
  },
  span(node) {
    const { style } = node.properties;
    delete node.properties.style;
    const colour = typeof style === 'string' ? tokenColour.exec(style)?.[1] : undefined;
    if (colour) node.properties['class'] = `code-${colour}`;
  },
};
