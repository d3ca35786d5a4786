/** How far one word is from another, and which of many is the nearest. Pure. */

/** Letters put in, left out, changed, or swapped with their neighbour, to make one word of the other. */
export function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min((last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[other.length] ?? 0;
}

/** One slip for every four letters: more, and another word is meant. */
const maxSlips = (word: string): number => Math.max(1, Math.floor(word.length / 4));

/** The nearest of `words`; of several as near, the one that begins more alike. Nothing where all are far, or the word itself is one. */
export function nearestIn(words: readonly string[], word: string): string | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined;
  let nearest: string | undefined;
  let least = maxSlips(word) + 1;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > least) continue;
    // Half a slip more where the beginning differs, since few people mistype that.
    const far = editDistance(word, candidate) + (candidate.startsWith(word.charAt(0)) ? 0 : 0.5);
    if (far < least) [nearest, least] = [candidate, far];
  }
  return nearest === word ? undefined : nearest;
}

/** The text with other words for those that `another` knows one for; nothing where it knows none. */
export function respell(text: string, words: readonly string[], another: (word: string) => string | undefined): string | undefined {
  const replaced = words.reduce((changed, word) => {
    const better = another(word);
    // Only letters come here, and a word stands between characters that are none.
    return better ? changed.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'giu'), better) : changed;
  }, text);
  return replaced === text ? undefined : replaced;
}
