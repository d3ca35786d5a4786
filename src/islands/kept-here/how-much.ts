/** How much is kept under each key. Pure. */

/** The known key that another belongs to: the longest that it is, or begins with up to a ":". Known ones may end in that. */
const ownerOf = (key: string, known: readonly string[]): string | undefined =>
  known.filter((one) => key === one || key.startsWith(one.replace(/:?$/, ':'))).sort((one, other) => other.length - one.length)[0];

/** By the known keys: how many letters there are. What belongs to none of them stands under "". */
export function howMuch(texts: Iterable<readonly [key: string, text: string]>, known: readonly string[]): ReadonlyMap<string, number> {
  const sums = new Map(known.map((key) => [key, 0]));
  for (const [key, text] of texts) {
    const owner = ownerOf(key, known) ?? '';
    sums.set(owner, (sums.get(owner) ?? 0) + key.length + text.length);
  }
  return sums;
}

/** "none", "under 1 kB", "12 kB". */
export function inWords(letters: number): string {
  if (letters === 0) return 'none';
  return letters < 1_000 ? 'under 1 kB' : `${Math.round(letters / 1_000)} kB`;
}
