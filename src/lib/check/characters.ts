/** Characters that nobody sees, and that change what is found, linked or compared; and letters in another form than the usual one. */
import { decodeHTML } from 'entities';
import type { ContentFiles } from '../written/files.ts';
import type { Rule } from './rule.ts';

/** What has no shape of its own, blanks beyond the plain one among them; and what stands for a character that could not be read. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{3164}\u{FFA0}\u{FFFD}]|(?! )\p{Zs}|[\u{FE00}-\u{FE0F}]/gu;

/** Between the parts of one picture, or behind it, such a character is part of it. */
const inPicture = /\p{Extended_Pictographic}[\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}\p{Extended_Pictographic}]+/gu;

/** The blank that keeps the parts of a number in one line. */
const keptTogether = /(?<=\d)\u{A0}(?=\d)/gu;

/** With what Markdown and YAML write in signs of their own as the characters themselves. */
const unescaped = (line: string): string =>
  line
    .replaceAll(/&(?:[a-z]+|#\d+|#x[0-9a-f]+);/gi, (entity) => decodeHTML(entity))
    .replaceAll(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, long?: string, short?: string) =>
      String.fromCodePoint(parseInt(long ?? short ?? '0', 16)),
    );

const nameOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What is wrong with the characters of a line, with the cure. */
export function faultsOfCharacters(line: string): string[] {
  const plain = unescaped(line).replaceAll(inPicture, '').replaceAll(keptTogether, '').replaceAll('\t', ' ');
  const found = new Set([...plain.matchAll(unseen)].map(([character]) => character));
  const faults = [...found].map((character) => {
    if (character === '\u{FFFD}')
      return `${nameOf(character)} stands where a letter could not be read: save the file as UTF-8, and write the letter anew`;
    if (character === '\u{FEFF}') return `${nameOf(character)}, a mark that nobody sees: save the file as UTF-8 without it (without “BOM”)`;
    const isBlank = /\p{Zs}/u.test(character);
    return `${nameOf(character)}, ${isBlank ? 'a blank of another kind: write a plain one' : 'a character that nobody sees: delete it, and write the words around it anew'}`;
  });
  const usual = line.normalize('NFC');
  return usual === line
    ? faults
    : [...faults, 'letters are written as two characters, letter and accent: write each as one (Unicode’s form NFC)'];
}

export const checkCharacters: Rule = ({ files, problems }) => {
  for (const [file, text] of files) {
    for (const [index, line] of text.split('\n').entries())
      for (const fault of faultsOfCharacters(line)) problems.at(file, `line ${index + 1}`)(fault);
  }
};

/** The files without the mark that some editors put before them: it is told of, and nothing else is wrong with them. */
export const withoutMarks = (files: ContentFiles): ContentFiles =>
  new Map([...files].map(([path, text]) => [path, text.replace(/^\u{FEFF}/u, '')]));
