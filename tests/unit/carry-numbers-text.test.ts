import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, latestDay, mostLetters, type Numbered } from '../../src/islands/carry/numbers-text.ts';
import { writtenContent } from '../support/written-content.ts';

const day = fc.integer({ min: 0, max: latestDay });
const place = fc.integer({ min: 0, max: 5_000 });

/** Anything a device could hold. */
const numbered: fc.Arbitrary<Numbered> = fc.record({
  lists: fc
    .uniqueArray(fc.record({ checklist: place, steps: fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 20 }), day }), {
      selector: ({ checklist }) => checklist,
      maxLength: 40,
    })
    .map((lists) =>
      lists
        .toSorted((one, other) => one.checklist - other.checklist)
        .map((list) => ({ ...list, steps: list.steps.toSorted((one, other) => one - other) })),
    ),
  plan: fc
    .uniqueArray(fc.record({ checklist: place, day: fc.option(day, { nil: undefined }) }), {
      selector: ({ checklist }) => checklist,
      maxLength: 40,
    })
    .map((plan) => plan.map(({ checklist, day: on }) => (on === undefined ? { checklist } : { checklist, day: on }))),
});

/** Of texts one letter of which is another: what base64url has. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

test('what is carried comes back as it was', () => {
  fc.assert(
    fc.property(numbered, (carried) => {
      const text = encode(carried);
      expect(text).toMatch(/^[\w-]+$/);
      expect(decode(text)).toEqual(carried);
    }),
  );
});

describe('a text that is none of ours', () => {
  test('is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String(), fc.stringMatching(/^[\w-]{0,80}$/)), (text) => {
        const found = decode(text);
        if (typeof found === 'string') expect(['damaged', 'later']).toContain(found);
        else expect(encode(found)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is refused where it was cut anywhere', () => {
    fc.assert(
      fc.property(numbered, fc.nat(), (carried, at) => {
        const text = encode(carried);
        expect(decode(text.slice(0, at % text.length))).toBe('damaged');
      }),
    );
  });

  test('is refused where any one letter is another', () => {
    fc.assert(
      fc.property(numbered, fc.nat(), fc.nat(), (carried, at, by) => {
        const text = encode(carried);
        const place = at % text.length;
        const letter = letters[(letters.indexOf(text.charAt(place)) + 1 + (by % 63)) % 64] ?? '';
        expect(decode(text.slice(0, place) + letter + text.slice(place + 1))).toBe('damaged');
      }),
    );
  });

  test('is refused where two neighbours are swapped, and where something stands before or behind it', () => {
    fc.assert(
      fc.property(numbered, fc.nat(), fc.nat(63), (carried, at, which) => {
        const text = encode(carried);
        const letter = letters.charAt(which);
        const place = at % (text.length - 1);
        const swapped = text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2);
        if (swapped !== text) expect(decode(swapped)).toBe('damaged');
        expect(decode(`${text}${letter}`)).not.toEqual(carried);
        expect(decode(`${letter}${text}`)).not.toEqual(carried);
      }),
    );
  });

  test('is refused unread where it is huge', () => {
    const plan = Array.from({ length: 2_500 }, (_, checklist) => ({ checklist, day: 20_000 }));
    const text = encode({ lists: [], plan });
    expect(text.length).toBeGreaterThan(mostLetters);
    expect(decode(text)).toBe('damaged');
    expect(decode('A'.repeat(50_000_000))).toBe('damaged');
  });
});

/** The sum that stands at the end in every version: so that a text can be made here that this version did not. */
function withSum(bytes: readonly number[]): string {
  let sum = 0xffff;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) sum = ((sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  sum ^= 0xffff;
  return Buffer.from([...bytes, sum >> 8, sum & 255]).toString('base64url');
}

test('a later version is told as such, and only where it is whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 255 }), fc.array(fc.nat(255), { minLength: 1 }), (version, rest) => {
      const text = withSum([version, ...rest]);
      expect(decode(text)).toBe('later');
      expect(decode(text.slice(0, -1))).toBe('damaged');
    }),
  );
});

test.each([
  ['whose numbers are longer than they need be', [1, 0x80, 0, 0, 0]],
  ['whose numbers have no end', [1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['that promises more lists than it has', [1, 0, 127, 0, 1, 0, 0]],
  ['with a list of which nothing is ticked', [1, 0, 1, 0, 0, 0, 0]],
  ['with a checklist twice in the plan', [1, 0, 0, 2, 5, 0, 5, 0]],
  ['with a day before all days', [1, 0, 1, 0, 1, 1, 0]],
  ['with something behind its end', [1, 0, 0, 0, 0]],
  ['of a version before the first', [0, 0, 0, 0]],
])('a text %s is refused, though its sum is right', (_, bytes) => {
  expect(decode(withSum(bytes))).toBe('damaged');
});

describe('as much as there can be', () => {
  const lists = [...writtenContent.numbers.entries()].map(([checklist, { steps }]) => ({
    checklist,
    steps: steps.map((_, step) => step),
    // Each on another day, over two years.
    day: 20_000 + ((checklist * 137) % 730),
  }));
  const plan = lists.map(({ checklist }) => ({ checklist, day: 20_800 + ((checklist * 61) % 365) }));

  test('every step of every checklist, with a plan of all of them, is under 300 characters', () => {
    const text = encode({ lists, plan });
    expect(lists.length).toBeGreaterThan(20);
    expect(text.length).toBeLessThan(300);
  });
});
