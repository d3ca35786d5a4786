/** What a person reads of a result. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight, highlightAt, sentenceAround } from '../../src/islands/search/excerpt.ts';
import { minExcerptWords } from '../../src/islands/search/weights.ts';

const textOf = (parts: readonly { text: string }[]): string => parts.map(({ text }) => text).join('');

describe('a text with what was asked for highlighted', () => {
  test('is highlighted word by word, whatever stands around them', () => {
    expect(highlight('“Remove”, don’t removed; remove', (word) => /remove/i.test(word))).toEqual([
      { text: '“', hit: false },
      { text: 'Remove', hit: true },
      { text: '”, don’t ', hit: false },
      { text: 'removed', hit: true },
      { text: '; ', hit: false },
      { text: 'remove', hit: true },
    ]);
  });

  test('asks for each word whole, apostrophes and accents with it', () => {
    const asked: string[] = [];
    highlight('Zoë can’t pay 30,000.', (word) => asked.push(word) < 0);
    expect(asked).toEqual(['Zoë', 'can’t', 'pay', '30', '000']);
  });

  test('holds all of the text, in pieces that differ from their neighbours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'a', 'e', '1'), (text, letter) => {
        const parts = highlight(text, (word) => word.includes(letter));
        expect(textOf(parts)).toBe(text);
        expect(parts.filter(({ hit }, at) => hit === parts[at + 1]?.hit)).toEqual([]);
        expect(parts.filter((part) => !part.text)).toEqual([]);
      }),
    );
  });
});

describe('of a long text', () => {
  const words =
    'One is short. Here begins a sentence of some more words, and there it ends. Ask (“why?”) them. And on it goes without an end'.split(
      ' ',
    );
  const around = (word: string): string => words.slice(...sentenceAround(words, words.indexOf(word))).join(' ');

  test('the sentence around a word is shown', () => {
    expect(around('begins')).toBe('Here begins a sentence of some more words, and there it ends.');
    expect(around('Here')).toBe(around('ends.'));
  });

  test('with the next, where it says little', () => {
    expect(around('is')).toBe('One is short. Here begins a sentence of some more words, and there it ends.');
  });

  test('to its end, where there is no full stop', () => {
    expect(around('goes')).toBe('And on it goes without an end');
  });

  test('what is shown begins a sentence, holds the word, and has enough words or all there are', () => {
    const word = fc.constantFrom('a', 'of', 'them.', 'why?”', 'end.)', 'long', '2.5');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.nat(), (all, some) => {
        const at = some % all.length;
        const [from, to] = sentenceAround(all, at);
        expect(from).toBeLessThanOrEqual(at);
        expect(to).toBeGreaterThan(at);
        expect(to).toBeLessThanOrEqual(all.length);
        if (from > 0) expect(all[from - 1]).toMatch(/[.?][”)]?$/);
        if (to < all.length) expect(to - from).toBeGreaterThanOrEqual(minExcerptWords);
      }),
    );
  });

  test('words are highlighted by their places, with no space at either end', () => {
    expect(highlightAt(['a', 'b', 'c', 'd', 'e'], [1, 4], new Set([0, 1, 3]))).toEqual([
      { text: 'b', hit: true },
      { text: ' c ', hit: false },
      { text: 'd', hit: true },
    ]);
  });
});
