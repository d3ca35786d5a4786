/** What a person is told of an answer. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/islands/search/known-answers.ts';
import type { Kind, Result } from '../../src/islands/search/result.ts';
import { describeFound, describeMost, type Found } from '../../src/islands/search/status.ts';
import type { Place } from '../../src/islands/search/text-search.ts';

const results = (count: number): Result[] =>
  Array.from({ length: count }, (_, at) => ({ url: `/${at}/`, title: '', section: '', kind: 'guide', text: [], guide: undefined }));

/** Each of which holds one of the words. */
const places = (count: number, held = 'how'): Place[] => results(count).map((result) => ({ ...result, held: [held] }));

const answer = (count: number, more: Partial<Answer> = {}): Answer => ({
  results: results(count),
  unknown: [],
  corrected: undefined,
  isPrivate: false,
  asked: [],
  ...more,
});

const say = (found: Found, kind?: Kind): string => describeFound(found, { typed: 'how?', kind, isSubmitted: true });

describe('of what was found is said', () => {
  test('how many, and no more than a count that is one', () => {
    expect(say({ known: answer(1) })).toBe('1 result for “how?”');
    expect(say({ known: answer(7) })).toBe('7 results for “how?”');
    expect(say({ known: answer(8) })).toBe('The 8 best results for “how?”');
  });

  test('how many places there are in the text', () => {
    expect(say({ known: answer(2), text: places(1) })).toBe('2 results, and 1 place in the text for “how?”');
    expect(say({ known: answer(8), text: places(3) })).toBe('The 8 best results, and 3 places in the text for “how?”');
    expect(say({ known: answer(0), text: places(2) })).toBe('2 places in the text for “how?”');
    expect(say({ known: answer(2), text: [] })).toBe('2 results for “how?”');
  });

  test('of which kind', () => {
    expect(say({ known: answer(2) }, 'question')).toBe('2 results for “how?” among questions');
    expect(say({ known: answer(2) }, 'evidence')).toBe('2 results for “how?” among evidence');
  });

  test('for what it was found, where a word was corrected', () => {
    expect(say({ known: answer(2, { corrected: 'who' }) })).toBe('2 results for “who”');
  });
});

test('as long as all that may come is what room is made for', () => {
  const query = { typed: 'how?', kind: undefined, isSubmitted: true };
  const known = answer(8, { unknown: ['asdf'] });
  const most = 'The 8 best results, and 3 places in the text for “how?”. Nothing here is about “asdf”.';
  expect(describeMost({ known }, query)).toBe(most);
  for (const count of [0, 1, 3]) expect(describeFound({ known, text: places(count) }, query).length).toBeLessThanOrEqual(most.length);
});

describe('of what was not found is said', () => {
  test('nothing, while the text may still hold it', () => {
    expect(say({ known: answer(0) })).toBe('');
    expect(say({ known: answer(0, { unknown: ['asdf'] }) })).toBe('');
    expect(say({})).toBe('');
  });

  test('that nothing holds the words, once all was searched', () => {
    expect(say({ known: answer(0), text: [] })).toBe('Nothing found for “how?”. Try other words.');
    expect(say({ known: answer(0), text: [] }, 'tip')).toBe('Nothing found for “how?” among tips. Show all, or try other words.');
    expect(say({ known: answer(0, { unknown: ['asdf', 'xyzzy'] }), text: [] })).toBe(
      'Nothing here is about “asdf” or “xyzzy”. Try other words.',
    );
  });

  test('which word it was, beside what was found for the others', () => {
    expect(say({ known: answer(2, { unknown: ['asdf'] }), text: [] })).toBe('2 results for “how?”. Nothing here is about “asdf”.');
  });

  test('which word it was, where the text holds only the others', () => {
    expect(say({ known: answer(0, { unknown: ['asdf'] }), text: places(1) })).toBe(
      '1 place in the text for “how?”. Nothing here is about “asdf”.',
    );
  });

  test('nothing of a word that the text holds', () => {
    expect(say({ known: answer(0, { unknown: ['holiday'] }), text: places(1, 'holiday') })).toBe('1 place in the text for “how?”');
  });
});

describe('of what failed is said', () => {
  test.each([
    ['missing', 'it is not there.'],
    ['unreachable', 'you may be offline, or something blocks it.'],
    ['refused', 'this browser refuses to run it.'],
    ['failed', 'it broke down.'],
  ] as const)('how: %s', (fault, how) => {
    const again = 'Press Enter in the field to try again.';
    expect(say({ known: answer(2), textFault: fault })).toBe(`2 results for “how?”. The whole text could not be searched: ${how} ${again}`);
    expect(say({ knownFault: fault, text: places(1) })).toBe(
      `1 place in the text for “how?”. The answers could not be loaded: ${how} ${again}`,
    );
    expect(say({ knownFault: fault, textFault: fault })).toBe(
      `The answers could not be loaded: ${how} The whole text could not be searched: ${how} ${again}`,
    );
  });

  test('never that there is nothing', () => {
    for (const found of [
      { knownFault: 'missing', text: [] },
      { known: answer(0), textFault: 'missing' },
      { known: answer(0, { unknown: ['asdf'] }), textFault: 'missing' },
      { knownFault: 'missing', textFault: 'missing' },
      { knownFault: 'missing' },
    ] as const)
      expect(say(found)).not.toMatch(/nothing|other words/i);
  });

  test('that it takes long, and goes on', () => {
    const slow = 'The whole text is slow to load, and goes on loading.';
    expect(say({ known: answer(2), isTextSlow: true })).toBe(`2 results for “how?”. ${slow}`);
    expect(say({ known: answer(0), isTextSlow: true })).toBe(slow);
  });
});
