/** How a file's bytes are to be read as text. */

/** Bytes that are decoded at a time, so that a large file is never there as bytes, text and rows at once. */
const PIECE = 1 << 16;

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** By the mark at the beginning, or by zeros in every second byte; undefined where it is something else. */
export function utf16Of([one, two, three, four]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((one === 0xff && two === 0xfe) || (one && three && two === 0 && four === 0)) return 'utf-16le';
  return (one === 0xfe && two === 0xff) || (two && four && one === 0 && three === 0) ? 'utf-16be' : undefined;
}

/** UTF-16 as it shows itself; else UTF-8, if all of it is; else what old programs for Windows write. */
export const encodingOf = (bytes: Uint8Array): string => utf16Of(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');

/** The text piece by piece, without the mark at its beginning, and whether that is the last of it. */
export function* textOf(
  bytes: Uint8Array,
  encoding: string,
  piece = PIECE,
): Generator<readonly [text: string, isLast: boolean, done: number]> {
  const decoder = new TextDecoder(encoding);
  let at = 0;
  do {
    const end = Math.min(at + piece, bytes.length);
    const isLast = end === bytes.length;
    yield [decoder.decode(bytes.subarray(at, end), { stream: !isLast }), isLast, end / (bytes.length || 1)];
    at = end;
  } while (at < bytes.length);
}
