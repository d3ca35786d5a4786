import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTokens, replaceTokens } from '../../src/lib/written/tokens.ts';

describe('name tokens', () => {
  test('are found in their order, with whatever stands in braces without being one', () => {
    expect(findTokens('Press {ui:more:announced}, then {ui:remove}. {claim:told} {nothing}')).toEqual({
      tokens: [
        { kind: 'ui', name: 'more', announced: true },
        { kind: 'ui', name: 'remove', announced: false },
        { kind: 'claim', name: 'told' },
      ],
      malformed: ['{nothing}'],
    });
  });

  test('are replaced, and nothing else is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^{}]*$/), fc.stringMatching(/^[^{}]*$/), (before, after) => {
        expect(replaceTokens(`${before}{ui:more}${after}`, () => 'X')).toBe(`${before}X${after}`);
      }),
    );
  });

  test('stop the build where they are malformed', () => {
    expect(() => replaceTokens('{ui: more}', () => 'X')).toThrow(/"\{ui: more\}" is no token/);
  });
});
