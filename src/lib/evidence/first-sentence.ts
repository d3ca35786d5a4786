/** What says nothing by itself, as "Advice." does, is shorter than this. */
const shortest = 20;

/** The first sentence of a text, together with the next where it is shorter than `least` letters and says too little alone. */
export function firstSentence(text: string, least = shortest): string {
  const sentences = text.match(/\S.*?(?:[.!?][”’")\]]*(?=\s+[\p{Lu}“‘"{[])|$)/gsu) ?? [];
  const [first = '', next = ''] = sentences;
  return first.length < least && next ? `${first} ${next}` : first;
}
