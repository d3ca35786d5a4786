import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Every HTML file below a folder of the build, in a stable order. */
export async function htmlFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
