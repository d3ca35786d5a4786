import { describe, expect, test } from 'vitest';
import { countShiftPresses } from '../../src/islands/leave/shift-presses.ts';

/** Keys let go, one a second unless told otherwise; "Shift+A" is A while Shift is down. */
function countsOf(keys: readonly string[], seconds: readonly number[] = keys.map((_, index) => index)): number[] {
  const count = countShiftPresses();
  return keys.map((key, index) =>
    count({ key: key.replace('Shift+', ''), shiftKey: key.startsWith('Shift+'), timeStamp: (seconds[index] ?? 0) * 1000 }),
  );
}

describe('presses of Shift', () => {
  test('are counted in a row', () => {
    expect(countsOf(['Shift', 'Shift', 'Shift'])).toEqual([1, 2, 3]);
  });

  test('begin anew after another key', () => {
    expect(countsOf(['Shift', 'Shift', 'a', 'Shift'])).toEqual([1, 2, 0, 1]);
  });

  test('that make a capital letter do not count', () => {
    expect(countsOf(['Shift+A', 'Shift', 'Shift+B', 'Shift', 'Shift+C', 'Shift'])).toEqual([0, 0, 0, 0, 0, 0]);
    expect(countsOf(['Shift', 'Shift', 'Shift+C', 'Shift', 'Shift'])).toEqual([1, 2, 0, 0, 1]);
  });

  test('count together within five seconds', () => {
    expect(countsOf(['Shift', 'Shift', 'Shift'], [0, 2.4, 4.9])).toEqual([1, 2, 3]);
    expect(countsOf(['Shift', 'Shift', 'Shift'], [0, 3, 6])).toEqual([1, 2, 2]);
  });
});
