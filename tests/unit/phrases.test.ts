import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, linesHolding, Phrases } from '../../src/lib/check/phrases.ts';

const find = (text: string, phrase: string): number[] => linesHolding(comparable(text), comparable(phrase));

describe('a phrase is found', () => {
  test.each([
    ['as it stands', 'Then they will be notified.', [1]],
    ['in capitals', 'THEY WILL BE NOTIFIED', [1]],
    ['across line ends, with the line it begins in', 'one\ntwo they\n    will be\nnotified', [2]],
    ['with emphasis in it', 'they *will* be **notified**', [1]],
    ['twice', 'they will be notified\nthey will be notified', [1, 2]],
  ])('%s', (_, text, lines) => {
    expect(find(text, 'they will be notified')).toEqual(lines);
  });

  test('with either kind of apostrophe', () => {
    expect(find('They can’t find out', "they can't find out")).toEqual([1]);
    expect(find("They can't find out", 'they can’t find out')).toEqual([1]);
  });

  test('wherever it is put', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 8 });
    const gap = fc.constantFrom(' ', '\n', '\n  ', ' *', '* ');
    fc.assert(
      fc.property(words, words, gap, (before, after, between) => {
        const text = [...before, ['gets', 'zz', 'notices'].join(between), ...after].join(' ');
        expect(find(text, 'gets zz notices').length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a phrase is not found', () => {
  test.each(['they will be notifiedly', 'sothey will be notified', 'they will not be notified', 'they will be'])('in "%s"', (text) => {
    expect(find(text, 'they will be notified')).toEqual([]);
  });

  test('where there is none', () => {
    expect(find('anything', ' ')).toEqual([]);
  });
});

describe('of many phrases', () => {
  const among = (...phrases: string[]) => new Phrases(phrases.map((phrase) => ({ phrase, sought: comparable(phrase) })));
  const found = (text: string, ...phrases: string[]) =>
    among(...phrases)
      .in(comparable(text))
      .map(({ phrase, lines }) => [phrase.phrase, lines]);

  test('those that stand in a text are found in the order in which they were given', () => {
    expect(found('one two\nthree', 'two three', 'four', 'one two', 'one two three four')).toEqual([
      ['two three', [1]],
      ['one two', [1]],
    ]);
  });

  test('one without a letter is found too', () => {
    expect(found('one … two', '…')).toEqual([['…', [1]]]);
  });

  test('each is found where it would be alone', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '"a', 'b"', '-', 'b-c'), { minLength: 1, maxLength: 6 });
    const phrases = fc.array(
      words.map((some) => some.join(' ')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(words, phrases, (some, several) => {
        const text = some.join(' ');
        const alone = several.map((phrase) => [phrase, find(text, phrase)] as const).filter(([, lines]) => lines.length > 0);
        expect(found(text, ...several)).toEqual(alone);
      }),
    );
  });
});
