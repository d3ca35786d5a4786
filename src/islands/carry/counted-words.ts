/** "1 step", "2 steps". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The same with what comes before and after it, as one of the parts that are listed; none where there is nothing to count. */
export const ifAny = (count: number, one: string, after = '', before = ''): string[] =>
  count > 0 ? [before + counted(count, one) + after] : [];

/** "a", "a and b", "a, b and c". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
