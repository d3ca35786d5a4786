/** The name that somebody may have meant. */

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (let column = 1; column <= other.length; column += 1)
      next.push(
        Math.min((next[column - 1] ?? 0) + 1, (row[column] ?? 0) + 1, (row[column - 1] ?? 0) + (other[column - 1] === letter ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Undefined where none is near: at most one letter in three is wrong. Capitals don't count. */
export function nearest(name: string, among: Iterable<string>): string | undefined {
  const near = [...among]
    .map((other) => ({ other, apart: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, apart }) => apart <= Math.max(1, Math.floor(other.length / 3)));
  return near.sort((one, other) => one.apart - other.apart)[0]?.other;
}

/** As the end of a sentence of its own; empty where none is near. */
export function didYouMean(name: string, among: Iterable<string>, written = (other: string): string => `"${other}"`): string {
  const other = nearest(name, among);
  return other === undefined || other === name ? '' : `; did you mean ${written(other)}?`;
}
