/** Reads everything written, straight from disk, for the steps of the build that run before or after Astro's own collections. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Path below `src/content/` (with forward slashes) → text of the file. */
export type ContentFiles = ReadonlyMap<string, string>;

export function readContentFiles(contentFolder: string): ContentFiles {
  const files = new Map<string, string>();
  for (const entry of readdirSync(contentFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const below = path.slice(contentFolder.length).split(/[\\/]/).filter(Boolean).join(posix.sep);
    // Line ends as they are in the repository, whatever the checkout made of them.
    files.set(below, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  }
  return files;
}
