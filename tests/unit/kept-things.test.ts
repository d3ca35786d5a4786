import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAMESPACE } from '../../src/browser/kept.ts';
import { howMuch, inWords } from '../../src/islands/kept-here/how-much.ts';
import { keptThings } from '../../src/islands/kept-here/kept-things.ts';
import { codeFiles, textOf } from '../support/source-files.ts';

const keys = keptThings.map(({ key }) => key);

/** What scripts call the things they keep: every text that begins with the namespace, but for the list itself. */
const used = new Set(
  codeFiles
    .filter((path) => /^src\/(browser|islands)\/.+\.ts$/.test(path) && !path.endsWith('/kept-things.ts'))
    .flatMap((path) => [...textOf(path).matchAll(/(?:\$\{NAMESPACE\}|loose-ties:)([\w:-]+)/g)].map(([, name = '']) => NAMESPACE + name)),
);

test('every key that scripts use is listed, and every key that is listed is used', () => {
  expect(used.size).toBeGreaterThan(4);
  expect([...used].filter((key) => !keys.includes(key))).toEqual([]);
  expect(keys.filter((key) => !used.has(key))).toEqual([]);
});

test('each says what it is and why, in a sentence', () => {
  expect(new Set(keys).size).toBe(keys.length);
  for (const { what, why } of keptThings) {
    expect(what).toMatch(/^[A-Z].*[^.]$/);
    expect(why).toMatch(/^[A-Z].*\.$/);
  }
});

describe('how much there is', () => {
  test('is counted under the longest key that fits, and what fits none is not lost', () => {
    const found = howMuch(
      [
        ['a:list', '12'],
        ['a:list:aside', '1234'],
        ['a:list:aside:2026-11-01T10:00:00.000Z', '1'],
        ['a:listing', '1'],
      ],
      ['a:list', 'a:list:aside', 'a:plan'],
    );
    expect([...found]).toEqual([
      ['a:list', 8],
      ['a:list:aside', 54],
      ['a:plan', 0],
      ['', 10],
    ]);
  });

  test.for(keptThings)('is told of “$what”', ({ key }) => {
    const name = 'draft:2026-11-01T10:00:00.000Z';
    for (const one of key.endsWith(':') ? [key + name] : [key, `${key}:${name}`]) {
      const found = [...howMuch([[one, '12']], keys)].filter(([, letters]) => letters > 0);
      expect(found).toEqual([[key, one.length + 2]]);
    }
  });

  test('adds up to all there is', () => {
    const entries = fc.array(fc.tuple(fc.string(), fc.string()));
    fc.assert(
      fc.property(entries, fc.uniqueArray(fc.string({ minLength: 1 })), (texts, known) => {
        const sum = [...howMuch(texts, known).values()].reduce((total, letters) => total + letters, 0);
        expect(sum).toBe(texts.reduce((total, [key, text]) => total + key.length + text.length, 0));
      }),
    );
  });

  test('is said in words', () => {
    expect([0, 1, 999, 1_000, 12_400].map(inWords)).toEqual(['none', 'under 1 kB', 'under 1 kB', '1 kB', '12 kB']);
  });
});
