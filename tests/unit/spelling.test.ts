/** Which known word is nearest to one that was mistyped. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearestIn, respell } from '../../src/islands/search/spelling.ts';

const word = fc.stringMatching(/^[a-z]{0,12}$/);

describe('the distance of two words', () => {
  test.each([
    ['remove', 'remove', 0],
    ['remve', 'remove', 1],
    ['removve', 'remove', 1],
    ['rempve', 'remove', 1],
    ['reomve', 'remove', 1],
    ['', 'abc', 3],
    ['block', 'mute', 5],
  ])('%s, %s: %i', (one, other, expected) => {
    expect(editDistance(one, other)).toBe(expected);
  });

  test('is the same both ways, at least their difference in length, and at most the longer', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const far = editDistance(one, other);
        expect(far).toBe(editDistance(other, one));
        expect(far).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
        expect(far).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(far === 0).toBe(one === other);
      }),
    );
  });
});

describe('the nearest word', () => {
  const known = ['block', 'connection', 'delete', 'invitation', 'recommendation', 'remove', 'unfriend'];

  test.each([
    ['invittion', 'invitation'],
    ['conection', 'connection'],
    ['unfreind', 'unfriend'],
    ['recomendatoin', 'recommendation'],
    ['delte', 'delete'],
  ])('to %s is %s', (typed, meant) => {
    expect(nearestIn(known, typed)).toBe(meant);
  });

  test('is none for what is far from all, known, short, or a number', () => {
    for (const typed of ['zzzqqqxxx', 'remove', 'blk', '30000', 'weather']) expect(nearestIn(known, typed)).toBeUndefined();
  });

  test('of two as near is the one that begins alike', () => {
    expect(nearestIn(['moved', 'loves'], 'loved')).toBe('loves');
  });

  test('needs one slip at most in every four letters', () => {
    fc.assert(
      fc.property(word, (typed) => {
        const nearest = nearestIn(known, typed);
        if (nearest) expect(editDistance(nearest, typed)).toBeLessThanOrEqual(Math.max(1, Math.floor(typed.length / 4)));
      }),
    );
  });
});

describe('what was typed, respelled', () => {
  const mend = (typed: string): string | undefined => (typed === 'delte' ? 'delete' : undefined);

  test('keeps all but the words that are mended', () => {
    expect(respell('How to Delte a contact? delted', ['delte', 'contact'], mend)).toBe('How to delete a contact? delted');
  });

  test('is nothing where no word is mended', () => {
    expect(respell('delete contact', ['contact'], mend)).toBeUndefined();
  });
});
