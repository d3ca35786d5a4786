import { describe, expect, test } from 'vitest';
import { componentsIn, MdxSyntaxError, referencesIn } from '../../src/lib/written/references.ts';

describe('what a text refers to', () => {
  test('is read in its order', () => {
    const text =
      '<Claim id="told" /> <Ui name="more" announced />\n\n- <Tip id="one" />\n\n<Warning>\n\n<Checklist id="two" />\n\n</Warning>';
    expect(referencesIn(text)).toEqual([
      { component: 'Claim', targets: ['told'] },
      { component: 'Ui', targets: ['more'] },
      { component: 'Tip', targets: ['one'] },
      { component: 'Checklist', targets: ['two'] },
    ]);
  });

  test('may be several claims for one sentence', () => {
    expect(referencesIn('They are <Rests on="told  can-notice">not told.</Rests>')).toEqual([
      { component: 'Rests', targets: ['told', 'can-notice'] },
    ]);
  });

  test.each([
    ['a code block', '```mdx\n<Claim id="x" />\n```'],
    ['code in a line', 'Write `<Claim id="x" />`.'],
    ['a comment', '{/* <Claim id="x" /> */}\n\nText {/* <Claim id="x" /> */}.'],
    ['an expression', '<Claim id={x} />'],
  ])('does not stand in %s', (_, text) => {
    expect(referencesIn(text)).toEqual([]);
  });

  test('may hold any character', () => {
    expect(referencesIn('<Claim id="a>b" />')).toEqual([{ component: 'Claim', targets: ['a>b'] }]);
  });
});

test('a component has its line, and what it was given', () => {
  expect(componentsIn('Text.\n\n<Ties state="removed" bell small={true} {...more} />')).toEqual([
    {
      component: 'Ties',
      line: 3,
      given: new Map<string, unknown>([
        ['state', 'removed'],
        ['bell', true],
        ['small', undefined],
        ['{...more}', undefined],
      ]),
    },
  ]);
});

test.each([
  ['Text.\n\n<Warning>\n\nText.', 3],
  ['Text {that ends', 1],
])('%j is no MDX, and says where', (text, line) => {
  expect(() => componentsIn(text)).toThrow(MdxSyntaxError);
  expect(() => componentsIn(text)).toThrow(expect.objectContaining({ line }));
});
