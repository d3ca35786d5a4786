/** Finds phrases in what people write, whatever its line breaks, capitals, quotation marks and emphasis. */

/** A text made comparable, and for each of its characters the line of the file it stands in. */
export interface ComparableText {
  readonly text: string;
  readonly lines: readonly number[];
}

const written: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '*': '', _: '', '`': '' };

export function comparable(source: string): ComparableText {
  let text = '';
  const lines: number[] = [];
  let line = 1;
  for (const character of source.toLowerCase()) {
    if (character === '\n') line += 1;
    const kept = /\s/.test(character) ? (text.endsWith(' ') ? '' : ' ') : (written[character] ?? character);
    lines.push(...Array.from({ length: kept.length }, () => line));
    text += kept;
  }
  return { text, lines };
}

const isPartOfWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** The line of each place where the phrase, made comparable as well, stands in whole words. */
export function linesHolding({ text, lines }: ComparableText, phrase: ComparableText): number[] {
  const sought = phrase.text.trim();
  if (sought === '') return [];
  const found: number[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    if (!isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + sought.length])) found.push(lines[at] ?? 1);
  }
  return found;
}
