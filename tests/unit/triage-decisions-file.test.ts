import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asSettings, decode, defaults, encode, newerOnes, type Decoded, type Work } from '../../src/islands/triage/decisions-file.ts';
import type { Decided } from '../../src/islands/triage/decisions.ts';
import { isDay } from '../../src/islands/triage/days.ts';
import { rules } from '../../src/islands/triage/rules.ts';
import { anyDay, anyDecided, anyKey } from '../support/people.ts';

const anyWork: fc.Arbitrary<Work> = fc.record({
  decisions: fc.array(fc.tuple(anyKey, anyDecided)),
  neverTouch: fc.array(fc.tuple(anyKey, fc.string({ unit: 'binary' }))),
  settings: fc.record({
    sitting: fc.integer({ min: 1, max: 1000 }),
    off: fc.subarray(rules.map(({ id }) => id)),
    letters: fc.boolean(),
    newest: fc.oneof(fc.constant(0), anyDay),
  }),
});

const kept: Decided = { decision: 'keep', on: 20_261_127 };

/** A file that holds these in place of decisions. */
const fileWith = (decisions: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'loose-ties-decisions', version: 1, settings: defaults, neverTouch: [], decisions, ...more });

const read = (text: string): Work & { refused: number } => {
  const decoded = decode(text);
  if ('what' in decoded) throw new Error(decoded.what);
  return decoded;
};

test('what is saved comes back as it was', () => {
  fc.assert(
    fc.property(anyWork, (work) => {
      expect(decode(encode(work))).toEqual({ ...work, refused: 0 });
    }),
  );
});

test('a file that an editor saved with a mark before it is read', () => {
  expect(read(`\uFEFF${fileWith([['p0', kept]])}`).decisions).toEqual([['p0', kept]]);
});

describe('whatever is brought', () => {
  const isOutcome = (decoded: Decoded): boolean =>
    'what' in decoded ? decoded.what.length > 0 && decoded.cure.length > 0 : decoded.refused >= 0;

  test('any text has an outcome', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => isOutcome(decode(text))));
  });

  test('any values in the places of ours have one, and only decisions come through', () => {
    const anything = fc.anything({ withNullPrototype: false });
    const row = fc.oneof(anything, fc.tuple(fc.oneof(anyKey, anything), fc.oneof(anyDecided, anything)));
    fc.assert(
      fc.property(fc.oneof(anything, fc.array(row)), fc.oneof(anything, fc.array(row)), anything, (decisions, neverTouch, settings) => {
        const { decisions: decided, settings: found } = read(fileWith(decisions ?? null, { neverTouch, settings }));
        for (const [key, { decision, on }] of decided) {
          expect(typeof key).toBe('string');
          expect(['keep', 'unfollow', 'remove', 'look']).toContain(decision);
          expect(isDay(on)).toBe(true);
        }
        expect(found).toEqual(asSettings(found));
      }),
    );
  });

  test.each([
    ['nothing', '', 'This is no file of decisions'],
    ['something else', '{"format":"other"}', 'This is no file of decisions'],
    ['a list', '[]', 'This is no file of decisions'],
    ['a later version', JSON.stringify({ format: 'loose-ties-decisions', version: 2 }), 'another version'],
    ['no version', JSON.stringify({ format: 'loose-ties-decisions' }), 'another version'],
  ])('%s is told, with what to do', (_, text, what) => {
    const decoded = decode(text);
    expect('what' in decoded && decoded.what).toContain(what);
    expect('cure' in decoded && decoded.cure).toMatch(/\.$/);
  });
});

describe('an entry', () => {
  test.each<[string, unknown]>([
    ['an unknown decision', ['p0', { decision: 'delete', on: 20_261_127 }]],
    ['a decision that every object has', ['p0', { decision: 'toString', on: 20_261_127 }]],
    ['a day that does not exist', ['p0', { decision: 'keep', on: 20_260_231 }]],
    ['a day as text', ['p0', { decision: 'keep', on: '2026-11-27' }]],
    ['no day', ['p0', { decision: 'keep' }]],
    ['no key', ['', kept]],
    ['a key that is too long', ['k'.repeat(1001), kept]],
    ['a key that is no text', [7, kept]],
    ['no decision', ['p0']],
    ['no entry', null],
  ])('with %s is refused and counted, and the others are read', (_, entry) => {
    const { decisions, refused } = read(fileWith([entry, ['p1', kept]]));
    expect(decisions).toEqual([['p1', kept]]);
    expect(refused).toBe(1);
  });

  test.each([
    'javascript:alert(1)',
    'https://example.com/in/ada',
    'https://www.linkedin.com.example.com/in/ada',
    'https://www.linkedin.com/in/ada?next=x',
    'https://www.linkedin.com/in/',
    'http://www.linkedin.com/in/ada',
  ])('makes no link to %s', (profile) => {
    const who = { name: 'Ada Example', company: '', position: '', profile, connected: 0 };
    const { decisions } = read(fileWith([['p0', { decision: 'remove', on: 20_261_127, who }]]));
    expect(decisions).toEqual([['p0', { decision: 'remove', on: 20_261_127, who: { ...who, profile: '' } }]]);
  });

  test('brings nothing that belongs to none', () => {
    const who = { name: 'Ada Example', company: '', position: '', profile: '', connected: 0, email: 'ada@example.com' };
    const { decisions } = read(fileWith([['p0', { ...kept, who, done: 20_261_127, skipped: true, more: 1 }]]));
    expect(decisions).toEqual([['p0', kept]]);
    const removed = read(fileWith([['p0', { decision: 'remove', on: 20_261_127, who, skipped: 'yes', done: 7 }]])).decisions[0]?.[1];
    expect(removed).toEqual({
      decision: 'remove',
      on: 20_261_127,
      who: { name: 'Ada Example', company: '', position: '', profile: '', connected: 0 },
    });
  });

  test('that takes its object for another changes no other object', () => {
    const text = fileWith([]).replace(
      '"decisions":[]',
      '"decisions":[["__proto__",{"__proto__":{"decision":"keep"},"decision":"look","on":20261127}]]',
    );
    expect(read(text).decisions).toEqual([['__proto__', { decision: 'look', on: 20_261_127 }]]);
    expect(({} as { decision?: string }).decision).toBeUndefined();
  });
});

test('more entries than there can be are refused, and counted', () => {
  const { decisions, refused } = read(fileWith(Array.from({ length: 200_003 }, (_, index) => [`p${index}`, kept])));
  expect(decisions).toHaveLength(200_000);
  expect(refused).toBe(3);
});

describe('a setting', () => {
  test.each<[unknown, object]>([
    [{ sitting: 0 }, {}],
    [{ sitting: 1e9 }, {}],
    [{ sitting: 7.5 }, { sitting: 7 }],
    [{ off: ['endorsement', 'nothing', 'endorsement'] }, { off: ['endorsement'] }],
    [{ off: 'endorsement' }, {}],
    [{ letters: false }, { letters: false }],
    [{ letters: 'no' }, {}],
    [{ newest: 20_260_231 }, {}],
    [null, {}],
  ])('%o is read as %o', (found, changed) => {
    expect(asSettings(found)).toEqual({ ...defaults, ...changed });
  });
});

test('of two decisions the one that was changed last counts, and of one day the file’s', () => {
  const here: Record<string, Decided> = {
    older: { decision: 'look', on: 20_261_101 },
    same: { decision: 'look', on: 20_261_110 },
    newer: { decision: 'look', on: 20_261_120 },
    done: { decision: 'remove', on: 20_261_101, done: 20_261_115 },
  };
  const inFile = ['older', 'same', 'newer', 'done', 'unknown'].map((key): [string, Decided] => [key, { decision: 'keep', on: 20_261_110 }]);
  expect(newerOnes(inFile, (key) => here[key]).map(([key]) => key)).toEqual(['older', 'same', 'unknown']);
});

test('a day exists when the calendar has it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2003-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
      expect(isDay(Number(date.toISOString().slice(0, 10).replaceAll('-', '')))).toBe(true);
    }),
  );
  for (const none of [20_260_231, 20_261_300, 20_260_001, 20_260_100, 20_230_229, 20_021_231, 21_010_101, 20_260_101.5, NaN])
    expect(isDay(none)).toBe(false);
  expect(isDay(20_240_229)).toBe(true);
});
