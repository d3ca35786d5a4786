/**
 * Pagefind writes the values of a filter in the order of a hash map, which is another at every run, and names files after what is in them. Here they get a fixed
 * order and the names that go with it, so that the same site is built to the same bytes.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What its files begin with once they are unpacked. CBOR follows. */
const signature = Buffer.from('pagefind_dcd');

function unpacked({ path, content }: IndexFile): Buffer {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new Error(`Pagefind’s ${path} does not begin as it did: has its output changed?`);
  return bytes.subarray(signature.length);
}

function packed(bytes: Buffer): Uint8Array {
  const content = gzipSync(Buffer.concat([signature, bytes]));
  // The byte for the system on which it was packed: unknown.
  content[9] = 255;
  return content;
}

const hashOf = (bytes: Buffer, length: number): string => createHash('sha256').update(bytes).digest('hex').slice(0, length);

/** An item of CBOR's head: what kind it is, its number or length, and where what follows begins. Only the kinds that filters are made of are known. */
function headAt(bytes: Buffer, at: number): { kind: number; size: number; next: number } {
  const first = bytes.readUInt8(at);
  const [kind, short] = [first >> 5, first & 31];
  if (short < 24) return { kind, size: short, next: at + 1 };
  const length = 2 ** (short - 24);
  if (length > 4) throw new Error('A filter of Pagefind’s holds a number that is too large');
  return { kind, size: bytes.readUIntBE(at + 1, length), next: at + 1 + length };
}

const [number, text, list] = [0, 3, 4];

function endOf(bytes: Buffer, at: number): number {
  const { kind, size, next } = headAt(bytes, at);
  if (kind === number) return next;
  if (kind === text) return next + size;
  if (kind !== list) throw new Error('A filter of Pagefind’s holds what it did not hold before: has its output changed?');
  let end = next;
  for (let count = 0; count < size; count += 1) end = endOf(bytes, end);
  return end;
}

/** A filter is its name and a list of values, each with its pages. */
function sortedFilter(bytes: Buffer): Buffer {
  const values = endOf(bytes, headAt(bytes, 0).next);
  const { size, next } = headAt(bytes, values);
  const each: Buffer[] = [];
  let at = next;
  for (let count = 0; count < size; count += 1) {
    const end = endOf(bytes, at);
    each.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([bytes.subarray(0, next), ...each.sort((one, other) => Buffer.compare(one, other)), bytes.subarray(at)]);
}

/** The number of letters of a hash in the name of a file, and where they stand. */
const ofFilter = /^(filter\/[a-z-]+_)([0-9a-f]+)(\.pf_filter)$/;
const ofMeta = /^(pagefind\.)([a-z-]+_)([0-9a-f]+)(\.pf_meta)$/;

/** The bytes with one name in them replaced by another, as long. Throws where it is not there once. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.indexOf(from);
  if (at < 0 || bytes.includes(from, at + 1)) throw new Error(`Pagefind’s index does not name "${from}" once: has its output changed?`);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(to), bytes.subarray(at + from.length)]);
}

/** The files of an index in which nothing is left to chance. */
export function inFixedOrder(files: readonly IndexFile[]): IndexFile[] {
  const names = new Map<string, string>();
  const withFilters = files.map((file) => {
    const [, folder = '', hash = '', ending = ''] = ofFilter.exec(file.path) ?? [];
    if (!hash) return file;
    const bytes = sortedFilter(unpacked(file));
    const language = folder.replace('filter/', '');
    const name = language + hashOf(bytes, hash.length);
    names.set(language + hash, name);
    return { path: `filter/${name}${ending}`, content: packed(bytes) };
  });
  const hashes = new Map<string, string>();
  const withMeta = withFilters.map((file) => {
    const [, start = '', language = '', hash = '', ending = ''] = ofMeta.exec(file.path) ?? [];
    if (!hash) return file;
    const own = [...names].filter(([name]) => name.startsWith(language));
    const bytes = own.reduce<Buffer>((changed, [from, to]) => renamed(changed, from, to), unpacked(file));
    const name = language + hashOf(bytes, hash.length);
    hashes.set(language + hash, name);
    return { path: `${start}${name}${ending}`, content: packed(bytes) };
  });
  return withMeta.map((file) => {
    if (file.path !== 'pagefind-entry.json') return file;
    return { ...file, content: [...hashes].reduce<Buffer>((changed, [from, to]) => renamed(changed, from, to), Buffer.from(file.content)) };
  });
}
