import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, linesHolding } from '../../src/lib/check/phrases.ts';

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
