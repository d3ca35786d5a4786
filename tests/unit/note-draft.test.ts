/** What is known of a note without a page: how long it is, what is made of the facts, and what it is warned of. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeLength, lengthOf } from '../../src/islands/note/count.ts';
import { draftOf, filledIn, markOf, type Piece } from '../../src/islands/note/draft.ts';
import { warningsFor, type Phrases } from '../../src/islands/note/warnings.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });
const plainText = fc.string({ unit: fc.constantFrom(...Array.from('abc XYZ.,’é')), maxLength: 400 });

describe('the length of a note', () => {
  test('is the number of letters where nobody could count otherwise', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        expect(lengthOf(text)).toEqual({ most: text.length, least: text.length });
      }),
    );
  });

  test('is never less than any way of counting gives, and never more than the strictest', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { most, least } = lengthOf(text);
        const ways = [text.replaceAll('\r\n', '\n').length, Array.from(text.replaceAll(/\r\n?/g, '\n')).length];
        for (const way of ways) expect(way).toBeLessThanOrEqual(most);
        for (const way of ways) expect(way).toBeGreaterThanOrEqual(least);
        expect(most).toBeLessThanOrEqual(2 * text.length);
      }),
    );
  });

  test('is the sum of its paragraphs and of what parts them', () => {
    fc.assert(
      fc.property(plainText, plainText, (one, other) => {
        expect(lengthOf(`${one}\n${other}`)).toEqual({ most: one.length + other.length + 2, least: one.length + other.length + 1 });
      }),
    );
  });

  test('is the same whatever ends its lines', () => {
    fc.assert(
      fc.property(fc.array(plainText), (lines) => {
        for (const end of ['\r\n', '\r']) expect(lengthOf(lines.join(end))).toEqual(lengthOf(lines.join('\n')));
      }),
    );
  });

  test.for([
    ['', 0, 0],
    ['Zoë', 3, 3],
    ['😀', 2, 1],
    ['👩🏽‍💻', 7, 4],
    ['a\nb', 4, 3],
  ] as const)('of “%s” is %i, or %i', ([text, most, least]) => {
    expect(lengthOf(text)).toEqual({ most, least });
  });

  test.for([
    ['a'.repeat(143), '143 characters: 57 left with a free account, 157 with Premium.'],
    ['a', '1 character: 199 left with a free account, 299 with Premium.'],
    ['a'.repeat(200), '200 characters: 0 left with a free account, 100 with Premium.'],
    ['a'.repeat(201), '201 characters: 1 too many for a free account. Premium takes 300.'],
    ['a'.repeat(300), '300 characters: 100 too many for a free account. Premium takes 300.'],
    ['a'.repeat(301), '301 characters: 1 too many, even with Premium.'],
    [
      `${'a'.repeat(10)}😀`,
      '12 characters: 188 left with a free account, 288 with Premium. LinkedIn may count 11: how it counts emoji and new lines is not known.',
    ],
  ] as const)('is told: %#', ([text, told]) => {
    expect(describeLength(text)).toBe(told);
  });
});

describe('a draft', () => {
  const pieces: readonly Piece[] = [
    'Hello ',
    { blank: 'name', label: 'their name' },
    ', we met at ',
    { blank: 'event', label: 'the event' },
    '.',
  ];

  test('has what is filled in, and else what is asked for', () => {
    const facts: Record<string, string> = { name: ' Dana ', event: '' };
    expect(draftOf(pieces, (blank) => facts[blank] ?? '')).toBe('Hello Dana, we met at [the event].');
  });

  test('holds each fact as it was typed, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (fact) => {
        const made = draftOf(pieces, () => fact);
        const held = fact.trim() || '[their name]';
        expect(made.startsWith(`Hello ${held}, we met at `)).toBe(true);
      }),
    );
  });

  test('that somebody changed has a fact where its mark still stands, and all else as it was', () => {
    fc.assert(
      fc.property(
        plainText,
        plainText,
        fc.string({ unit: fc.constantFrom(...Array.from("Dana$&`'1")), minLength: 1 }),
        (before, after, fact) => {
          const own = `${before}${markOf('their name')}${after}`;
          expect(filledIn(own, 'their name', fact)).toBe(`${before}${fact.trim()}${after}`);
          expect(filledIn(`${before}${after}`, 'their name', fact)).toBe(`${before}${after}`);
          expect(filledIn(own, 'their name', '  ')).toBe(own);
        },
      ),
    );
  });
});

describe('a warning', () => {
  const phrases: Phrases = new Map([
    ['no-reason', ["i'd like to connect", 'like to connect', 'add you to my professional network']],
    ['flattery', ['impressive profile', 'so inspiring']],
    ['pitch', ['our services', 'book a call', 'https']],
  ]);
  const told = (text: string): string[] => warningsFor(text, phrases).map(({ warning }) => warning);
  const fine = 'Hello Dana, we met at Pretend Food Day, and I asked about night shifts. Ben';

  test('is not told of a note with a reason, nor of none', () => {
    expect(told(fine)).toEqual([]);
    expect(told('')).toEqual([]);
    expect(told(' \n ')).toEqual([]);
  });

  test.for(['[their name]', '{name}', '<first name>', '____'])('is told of a blank that is left: %s', (mark) => {
    expect(warningsFor(`${fine} ${mark}`, phrases)).toEqual([{ warning: 'blank', words: mark }]);
    expect(told(`${fine} 2 < 3, [, }`)).toEqual([]);
  });

  test.for([
    "Hello Dana, I'd like to connect. Ben Sample",
    'Hi Dana, I’d like to connect',
    "I'd like to add you to my professional network.",
    'Dear Ms Example, Ben Sample',
    'Hello [their name], [how you know each other]. Ben',
  ])('is told of no reason: %s', (text) => {
    expect(told(text)).toContain('no-reason');
  });

  test('is told of no reason only while there is none', () => {
    expect(told("Hello Dana, we met in May in Sampleton. I'd like to connect. Ben")).toEqual([]);
  });

  test('is told of praise and of an offer, with the words, in any case and with any marks', () => {
    expect(warningsFor(`${fine} What an IMPRESSIVE, profile!`, phrases)).toEqual([{ warning: 'flattery', words: 'impressive profile' }]);
    expect(warningsFor(`${fine} See our\nservices…`, phrases)).toEqual([{ warning: 'pitch', words: 'our services' }]);
    expect(told(`${fine} https://example.org`)).toEqual(['pitch']);
  });

  test('is told of whole words alone', () => {
    expect(told(`${fine} Four services, and I book a callback.`)).toEqual([]);
  });

  test('is told of length, and of one limit at a time', () => {
    expect(told(fine.padEnd(200, ' and so on'))).toEqual([]);
    expect(told(fine.padEnd(201, ' and so on'))).toEqual(['too-long']);
    expect(told(fine.padEnd(301, ' and so on'))).toEqual(['far-too-long']);
  });

  test('is told of any text without an error, and quickly', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...Array.from('[]{}<>_ \n')), maxLength: 2_000 })), (text) => {
        expect(Array.isArray(told(text))).toBe(true);
      }),
    );
  });
});
