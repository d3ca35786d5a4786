import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeTie, tieArrows, tieStates, type Tie } from '../../src/lib/ties.ts';

test.each<[Tie, string]>([
  [
    { from: 'you', to: 'they', state: 'connected', arrows: 'both' },
    'You and they are connected; you see their updates, and they see your updates.',
  ],
  [{ from: 'you', to: 'they', state: 'removed', bell: true }, 'The tie between you and them is cut; no notice goes out.'],
  [
    { from: 'you', to: 'they', state: 'unfollowed', arrows: 'to' },
    'You and they are connected, and you no longer follow them; they see your updates.',
  ],
  [{ from: 'you', to: 'they', state: 'blocked' }, 'You have blocked them.'],
  [{ from: 'Ada', to: 'you', state: 'blocked', arrows: 'neither' }, 'Ada has blocked you; neither Ada nor you see updates of the other.'],
])('%j is spoken as "%s"', (tie, words) => {
  expect(describeTie(tie)).toBe(words);
});

test('two drawings that differ in what they show differ in words', () => {
  const shown = fc.record({ state: fc.constantFrom(...tieStates), arrows: fc.constantFrom(undefined, ...tieArrows), bell: fc.boolean() });
  fc.assert(
    fc.property(shown, shown, (one, other) => {
      const people = { from: 'you', to: 'they' };
      const same = one.state === other.state && one.arrows === other.arrows && one.bell === other.bell;
      expect(describeTie({ ...people, ...one }) === describeTie({ ...people, ...other })).toBe(same);
    }),
  );
});
