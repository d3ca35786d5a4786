/** Words as outlines, for pictures: no machine needs the font, and each draws the same. */
import { readFileSync } from 'node:fs';
import { parse } from 'opentype.js/dist/opentype.mjs';
import { packageFile } from './png.ts';

/** Charis is Charter, drawn out for more of the world's languages; Charter is what the pages ask for first. */
const fontFile = (weight: 400 | 700): string => `@fontsource/charis-sil/files/charis-sil-latin-${weight}-normal.woff`;

interface Lettering {
  /** How wide a line is. Both in the units of whoever draws. */
  readonly width: (text: string, size: number) => number;
  /** The characters that the font lacks. */
  readonly lacking: (text: string) => string[];
  /** A line as path data, from its start on the baseline. Throws on a character that the font lacks. */
  readonly outline: (text: string, x: number, y: number, size: number) => string;
}

function letteringIn(weight: 400 | 700, letterSpacing: number): Lettering {
  const { buffer, byteOffset, byteLength } = readFileSync(packageFile(fontFile(weight)));
  const font = parse(buffer.slice(byteOffset, byteOffset + byteLength));
  const options = { kerning: true, letterSpacing };
  const lacking = (text: string): string[] =>
    Array.from(text).filter((character) => character !== ' ' && font.charToGlyphIndex(character) === 0);
  return {
    lacking,
    width: (text, size) => font.getAdvanceWidth(text, size, options),
    outline(text, x, y, size) {
      const missing = lacking(text);
      if (missing.length > 0) throw new Error(`"${text}" holds ${missing.join(' ')}, which the font of the cards lacks`);
      return font.getPath(text, x, y, size, options).toPathData(1);
    },
  };
}

let loaded: { bold: Lettering; regular: Lettering } | undefined;

/** Headings are set a little tighter, as on the pages. */
export const lettering = (): { bold: Lettering; regular: Lettering } =>
  (loaded ??= { bold: letteringIn(700, -0.018), regular: letteringIn(400, 0) });

/** The words in as few lines as fit the width, and these as even as can be: no last line of one short word. */
export function balancedLines(text: string, widest: number, widthOf: (line: string) => number): string[] {
  const lines = filledLines(text, widest, widthOf);
  // As narrow as it can be made without another line.
  let [low, high] = [0, widest];
  while (high - low > widest / 64) {
    const middle = (low + high) / 2;
    const tried = filledLines(text, middle, widthOf);
    if (tried.length === lines.length && tried.every((line) => widthOf(line) <= middle)) high = middle;
    else low = middle;
  }
  return filledLines(text, high, widthOf);
}

function filledLines(text: string, widest: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1) ?? ''} ${word}` : word;
    if (lines.length > 0 && widthOf(longer) <= widest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
