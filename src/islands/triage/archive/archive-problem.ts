/** Why what was brought can't be used, in words for whoever brought it. */
import { utf16Of } from './decode.ts';

/** Thrown where reading ends: `message` says what it is, `cure` what to bring instead. */
export class ArchiveProblem extends Error {
  readonly cure: string;

  constructor(what: string, cure: string) {
    super(what);
    this.cure = cure;
  }
}

export const bringList = 'Bring Connections.csv, or the whole .zip file, as LinkedIn sent it.';
const saveAgain = 'Bring Connections.csv as LinkedIn sent it. If you have only this, save it as CSV, and bring that.';
const unpack = 'Unpack it, and bring the Connections.csv that is in it.';
const askAgain = 'LinkedIn’s link works for 72 hours. Open the link in its mail again, or ask for your data again.';

/** How files begin that are no tables: each byte as a letter. */
const beginnings: readonly (readonly [RegExp, string, string])[] = [
  [/^(Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/, 'is packed in a way that can’t be opened here', unpack],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM....\0\0\0\0|RIFF....WEBP|II\*\0|MM\0\*|....ftyp)/s, 'is a picture or a film', bringList],
  [/^%PDF/, 'is a PDF', bringList],
  [/^\xd0\xcf\x11\xe0/, 'is a file of an old Excel or Word', saveAgain],
  [/^(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body)/i, 'is a web page, not the file itself', askAgain],
  [/^(\xef\xbb\xbf)?\s*BEGIN:VCARD/i, 'is an address book', bringList],
  [/^(\xef\xbb\xbf)?\s*(<\?xml|<svg|\{\s*["}]|\[\s*[[{"\]])/, 'is data for programs, not a table', bringList],
];

/** What a file is that can't be a table or a zip, by how it begins. */
export function foreignFile(name: string, bytes: Uint8Array): ArchiveProblem | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1000));
  if (/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*$/.test(start)) return new ArchiveProblem(`${name} is empty.`, `${askAgain} ${bringList}`);
  const [, what, cure] = beginnings.find(([pattern]) => pattern.test(start)) ?? [];
  if (what && cure) return new ArchiveProblem(`${name} ${what}.`, cure);
  return !utf16Of(bytes) && start.includes('\0') ? new ArchiveProblem(`${name} is not a table.`, bringList) : undefined;
}

/** What a zip is that was made by a program for tables or texts, by the names in it. */
export function officeFile(name: string, names: readonly string[]): ArchiveProblem | undefined {
  const holds = (pattern: RegExp): boolean => names.some((inside) => pattern.test(inside));
  const program = holds(/^xl\//)
    ? 'Excel'
    : holds(/\.iwa$|^Index\.zip$/)
      ? 'Numbers'
      : holds(/^(word\/|ppt\/|content\.xml$)/) && 'an office program';
  return program ? new ArchiveProblem(`${name} is a file of ${program}.`, saveAgain) : undefined;
}
