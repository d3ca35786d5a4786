/** How often Shift was pressed by itself. No page and no clock of its own: keys and times come in as arguments, so it runs in Node. */

/** Milliseconds for all presses that count together. */
export const together = 5_000;

/** What of a key that was let go matters here. */
type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'timeStamp'>;

export class ShiftPresses {
  #times: readonly number[] = [];
  #isCombined = false;

  /** To be told of every key that was let go. Returns how many presses of Shift in a row that makes. */
  count({ key, shiftKey, timeStamp }: Key): number {
    const isAlone = key === 'Shift' && !this.#isCombined;
    this.#times = isAlone ? [...this.#times.filter((time) => timeStamp - time < together), timeStamp] : [];
    // Shift and A are let go as two: A, while Shift still is down, then Shift.
    this.#isCombined = shiftKey;
    return this.#times.length;
  }
}
