import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every HTML file below a folder of the build, in a stable order. */
export async function htmlFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The address of such a file, below the base path: "/remove/one-connection/", "/404.html". */
export const addressOf = (file: string, folder: string): string =>
  `/${relative(folder, file)
    .split(sep)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1')}`;
