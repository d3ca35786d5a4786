/** What several runs of one measure say together: the one in the middle, and how far they lie apart. */

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Of an even number of runs, the median is the mean of the two in the middle. Throws where there are none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new Error('There are no runs to take the middle of');
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? least) + (sorted[Math.ceil(middle)] ?? most)) / 2;
  return { median, least, most };
}

/** "412 (398–530)"; one number alone where all runs agree. */
export function inWords(values: readonly number[], digits = 0): string {
  const { median, least, most } = spreadOf(values);
  const [middle = '', from = '', to = ''] = [median, least, most].map((value) =>
    value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  return from === to ? middle : `${middle} (${from}–${to})`;
}
