import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { loneSentences } from '../../src/lib/markdown/lone-sentences.ts';

/** What a text is made into: its paragraphs and the components in them, as "p(Claim Rests)". */
const paragraphsOf = (mdx: string): string[] => {
  const { code } = mdxToJs(mdx, { mdastPlugins: [loneSentences], jsx: true });
  return [...code.matchAll(/<(?:_components\.)?p>([\s\S]*?)<\/(?:_components\.)?p>/g)].map(([, inside = '']) =>
    [...inside.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name).join(' '),
  );
};

test.each([
  ['one sentence', '<Claim id="a" />', ['Claim']],
  ['sentences in one line', '<Rests on="a">One.</Rests> <Claim id="b" />', ['Rests Claim']],
  ['sentences in lines of one block', '<Rests on="a">One\nand more.</Rests>\n<Claim id="b" />', ['Rests Claim']],
  ['sentences with an empty line between', '<Claim id="a" />\n\n<Claim id="b" />', ['Claim', 'Claim']],
  ['sentences in an aside', '<Warning>\n\n<Claim id="a" /> <Ui name="b" />\n\n<Claim id="c" />\n\n</Warning>', ['Claim Ui', 'Claim']],
  ['a sentence after another block', '<Checklist id="a" />\n<Claim id="b" />', ['Claim']],
])('%s', (_, mdx, paragraphs) => {
  expect(paragraphsOf(mdx)).toEqual(paragraphs);
});
