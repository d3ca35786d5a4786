import { describe, expect, test } from 'vitest';
import { fragmentOf, matcher, readChoice } from '../../src/islands/catalogue/narrowing.ts';

describe('what is chosen and typed', () => {
  test.each([
    [{ show: 'all', find: '' }, ''],
    [{ show: 'all', find: '  ' }, ''],
    [{ show: 'likely', find: '' }, '#show=likely'],
    [{ show: 'all', find: 'who & what' }, '#find=who+%26+what'],
    [{ show: 'single', find: 'é#' }, '#show=single&find=%C3%A9%23'],
  ])('%j is the fragment "%s", and is read from it again', (choice, fragment) => {
    expect(fragmentOf(choice)).toBe(fragment);
    expect(readChoice(fragment)).toEqual({ ...choice, find: choice.find.trim() });
  });

  test('is everything in a fragment that is none of ours', () => {
    expect(readChoice('#notified')).toEqual({ show: 'all', find: '' });
  });
});

test.each([
  ['', 'Anything', true],
  ['unfoll SETT', 'How do I unfollow? In the settings.', true],
  ['unfollow block', 'How do I unfollow?', false],
  ["don't", 'They don’t know.', true],
  ['cafe', 'The Café', true],
])('the words "%s" are found in "%s": %s', (find, text, isFound) => {
  expect(matcher(find)(text)).toBe(isFound);
});
