/** How long a note is. No page of its own, so everything here runs in Node. */

/** Characters that LinkedIn takes, with a free account and with Premium. */
export const limits = { free: 200, premium: 300 } as const;

interface Length {
  /** As the strictest would count: in UTF-16, in which most emoji are two, and a new line is two. */
  readonly most: number;
  /** As the most lenient would: whatever Unicode has a number for is one, a new line too. */
  readonly least: number;
}

/** Which of the two LinkedIn counts is not known. Of plain letters in one paragraph they are the same. */
export function lengthOf(text: string): Length {
  const inOneWay = text.replaceAll(/\r\n?/g, '\n');
  return { most: inOneWay.replaceAll('\n', '\r\n').length, least: Array.from(inOneWay).length };
}

const standing = (length: number): string => {
  const tooMany = (limit: number): string => `${length - limit} too many`;
  if (length > limits.premium) return `${tooMany(limits.premium)}, even with Premium.`;
  if (length > limits.free) return `${tooMany(limits.free)} for a free account. Premium takes ${limits.premium}.`;
  return `${limits.free - length} left with a free account, ${limits.premium - length} with Premium.`;
};

/** "143 characters: 57 left with a free account, 157 with Premium." */
export function describeLength(text: string): string {
  const { most, least } = lengthOf(text);
  const doubt = least < most ? ` LinkedIn may count ${least}: how it counts emoji and new lines is not known.` : '';
  return `${most} ${most === 1 ? 'character' : 'characters'}: ${standing(most)}${doubt}`;
}
