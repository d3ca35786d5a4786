/** How often Shift was pressed by itself. No page and no clock of its own: keys and times come in as arguments, so it runs in Node. */

/** Milliseconds for all presses that count together. */
export const together = 5_000;

/** What of a key that was let go matters here. */
type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'timeStamp'>;

/** Returns what is to be told of every key that was let go, and answers how many presses of Shift in a row that makes. */
export function countShiftPresses(): (key: Key) => number {
  let times: readonly number[] = [];
  let isCombined = false;
  return ({ key, shiftKey, timeStamp }) => {
    times = key === 'Shift' && !isCombined ? [...times.filter((time) => timeStamp - time < together), timeStamp] : [];
    // Shift and A are let go as two: A, while Shift still is down, then Shift.
    isCombined = shiftKey;
    return times.length;
  };
}
