/** The nearest of the words that something holds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Speller } from '../../src/islands/search/spelling.ts';
import { lettersPerSlip } from '../../src/islands/search/weights.ts';

const speller = new Speller(['saddle', 'bicycle', 'recommendations', 'meadow', 'constructor', 'friend']);

test.each([
  ['bicylce', 'bicycle'],
  ['freind', 'friend'],
  ['recomendatoins', 'recommendations'],
  ['sadlde', 'saddle'],
  ['meadov', 'meadow'],
])('%s is %s', (typed, meant) => {
  expect(speller.nearest(typed)).toBe(meant);
});

test.each(['window', 'sad', 'xaddle', 'mxaxow', '__proto__', ''])('“%s” is none of them', (typed) => {
  expect(speller.nearest(typed)).toBe(undefined);
});

test('one letter more or less in a long word is mended, whichever it is but the first', () => {
  const word = 'recommendations';
  fc.assert(
    fc.property(fc.integer({ min: 1, max: word.length - 1 }), fc.constantFrom('x', ''), (at, put) => {
      expect(speller.nearest(word.slice(0, at) + put + word.slice(at + 1))).toBe(word);
    }),
  );
  expect(word.length / lettersPerSlip).toBeGreaterThan(1);
});
