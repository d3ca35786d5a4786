/** Copies of text files, compressed as hard as it goes, for servers that send them as they are. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What is text, by its name. Pictures and Pagefind's own files are compressed as they are. */
const isText = (name: string): boolean => /\.(?:html|css|js|json|svg|txt|md|xml|ics|csv|webmanifest|ico)$/.test(name);

/** Bytes. What is smaller goes out in one packet either way. */
const least = 1_000;

/** The byte in which gzip names the system it ran on, and the value for one that is not known: the same file comes out on each. */
const systemAt = 9;
const unknownSystem = 255;

const asBrotli = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

async function asGzip(bytes: Buffer): Promise<Buffer> {
  const packed: Buffer = await promisify(gzip)(bytes, { level: 9 });
  packed[systemAt] = unknownSystem;
  return packed;
}

/** Writes `.br` and `.gz` beside each text file of more than 1,000 bytes below `folder`. Returns how many files have them. */
export async function compressBeside(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && isText(entry.name)).map(({ parentPath, name }) => join(parentPath, name));
  const counted = await Promise.all(files.map(compress));
  return counted.filter(Boolean).length;
}

async function compress(file: string): Promise<boolean> {
  const bytes = await readFile(file);
  if (bytes.length <= least) return false;
  await Promise.all([writeFile(`${file}.br`, await asBrotli(bytes)), writeFile(`${file}.gz`, await asGzip(bytes))]);
  return true;
}
