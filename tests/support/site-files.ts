/** The files of a built site. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The file that an address, which begins with "/", leads to. */
export const fileAt = (folder: string, address: string): string =>
  join(folder, decodeURI(address), address.endsWith('/') ? 'index.html' : '');

export const hasFile = (folder: string, address: string): boolean =>
  statSync(fileAt(folder, address), { throwIfNoEntry: false })?.isFile() ?? false;

export interface PageFile {
  /** Its address: "/remove/one-connection/". */
  readonly path: string;
  readonly file: string;
}

/** What is to be saved, and opened elsewhere: no page of the site. */
const isToSave = (file: string): boolean => /^loose-ties(-\d+)?\.html$/.test(file);

/** Every page below the folder, in a stable order. */
export const pageFiles = (folder: string): PageFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !isToSave(file))
    .sort()
    .map((file) => ({ path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`, file: join(folder, file) }));
