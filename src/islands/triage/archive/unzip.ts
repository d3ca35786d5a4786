/** What is in a zip, one file after the other, within limits: a zip can hold far more than it weighs. */
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { ArchiveProblem, bringList, officeFile } from './archive-problem.ts';

const mostEntries = 2000;
/** Bytes of one file in it; the whole archive of somebody with a long history has a tenth of that in messages. */
const largestEntry = 200e6;
/** Deflate packs no better than 1 to 1,032. */
const bestPacking = 1032;

export interface ZipEntry {
  readonly name: string;
  /** Where it stands in the list of what is in the zip: two may have one name. */
  readonly position: number;
  /** Unpacked, in bytes. */
  readonly size: number;
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && [1, 3, 5, 7].includes(bytes[2] ?? 0);

function unzip(zip: string, bytes: Uint8Array, filter: (info: UnzipFileInfo, position: number) => boolean): Uint8Array | undefined {
  let position = -1;
  try {
    return Object.values(
      unzipSync(bytes, {
        filter: (info) => {
          position += 1;
          if (position >= mostEntries) throw new ArchiveProblem(`${zip} holds more than ${mostEntries} files.`, bringList);
          return filter(info, position);
        },
      }),
    )[0];
  } catch (error) {
    if (error instanceof ArchiveProblem) throw error;
    throw new ArchiveProblem(
      `${zip} is damaged, or only a part of it has arrived.`,
      'Download it again, and wait until it is finished. Then bring it.',
    );
  }
}

/** All that is in a zip, without unpacking anything. Throws an ArchiveProblem where it is damaged, locked, or no archive of LinkedIn's. */
export function entriesOf(zip: string, bytes: Uint8Array): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const methods = new Set<number>();
  unzip(zip, bytes, ({ name, originalSize, compression }, position) => {
    entries.push({ name, position, size: originalSize });
    methods.add(compression);
    return false;
  });
  // The mark of a locked file is in what stands before it, where fflate does not look.
  if (methods.has(99) || (bytes[2] === 3 && (bytes[6] ?? 0) & 1)) {
    throw new ArchiveProblem(
      `${zip} is locked by a password.`,
      'Unpack it with the password, and bring the Connections.csv that is in it.',
    );
  }
  const office = officeFile(
    zip,
    entries.map(({ name }) => name),
  );
  if (office) throw office;
  return entries;
}

/** Unpacks one file. Throws an ArchiveProblem where it is damaged or too large. */
export function unpackEntry(zip: string, bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const unpacked = unzip(zip, bytes, ({ size, originalSize }, position) => {
    if (position !== entry.position) return false;
    if (originalSize > largestEntry || originalSize > (size + 1) * bestPacking) {
      throw new ArchiveProblem(`${entry.name} in ${zip} says that it is larger than anything LinkedIn sends.`, bringList);
    }
    return true;
  });
  return unpacked ?? new Uint8Array();
}
