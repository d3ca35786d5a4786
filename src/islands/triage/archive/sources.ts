/** All that somebody brought, file by file, whether it lay in a zip or not. */
import { ArchiveProblem, bringList, foreignFile } from './archive-problem.ts';
import { baseName, kindOfName, mayBeTable, type Kind } from './kinds.ts';
import { entriesOf, isZip, unpackEntry } from './unzip.ts';

export interface Source {
  /** Without folders. */
  readonly name: string;
  /** The name of the zip it lay in; empty where it was brought by itself. */
  readonly zip: string;
  /** By its name. */
  readonly kind: Kind | undefined;
  /** In bytes, unpacked. */
  readonly size: number;
  /** Read anew each time, so that no file is held while another is read. Throws an ArchiveProblem. */
  readonly open: () => Promise<Uint8Array>;
}

export interface Brought {
  readonly sources: readonly Source[];
  /** The names of zips that could be opened. */
  readonly zips: readonly string[];
  /** What can't be used, in the order it was brought. */
  readonly refused: readonly { readonly name: string; readonly problem: ArchiveProblem }[];
}

/** A zip in a zip is opened, one in that is not. */
const mostZips = 2;
/** Bytes unpacked of all that was brought; no archive of LinkedIn's comes near it. */
const mostUnpacked = 600e6;

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new ArchiveProblem(`${file.name} can’t be opened.`, `If it is a folder, bring what is in it. ${bringList}`);
  }
}

/** Looks at what was brought, and into zips, without unpacking more than zips in them. */
export async function sourcesOf(files: readonly File[]): Promise<Brought> {
  const sources: Source[] = [];
  const zips: string[] = [];
  const refused: { name: string; problem: ArchiveProblem }[] = [];
  let unpacked = 0;

  async function take(name: string, zip: string, size: number, open: () => Promise<Uint8Array>, depth: number): Promise<void> {
    const bytes = await open();
    if (!isZip(bytes)) {
      const problem = foreignFile(name, bytes);
      if (problem) throw problem;
      sources.push({ name, zip, kind: kindOfName(name), size, open });
      return;
    }
    const entries = entriesOf(name, bytes);
    zips.push(name);
    for (const entry of entries) {
      const openEntry = async (): Promise<Uint8Array> => {
        const unpackedEntry = unpackEntry(name, await open(), entry);
        unpacked += unpackedEntry.length;
        if (unpacked > mostUnpacked) throw new ArchiveProblem(`${name} holds far more than LinkedIn sends.`, bringList);
        return unpackedEntry;
      };
      const inside = { name: baseName(entry.name), zip: name, kind: kindOfName(entry.name), size: entry.size, open: openEntry };
      if (/\.zip$/i.test(entry.name) && depth < mostZips) await take(inside.name, name, entry.size, openEntry, depth + 1);
      else if (mayBeTable(entry.name)) sources.push(inside);
    }
  }

  for (const file of files) {
    try {
      await take(file.name, '', file.size, () => bytesOf(file), 1);
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error;
      refused.push({ name: file.name, problem: error });
    }
  }
  return { sources, zips, refused };
}
