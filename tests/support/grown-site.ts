/** The repository's sources in a folder of their own, with content of any size: a build reads its content from where it runs. */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readContentFiles } from '../../src/lib/written/files.ts';
import { grownContent, type Growth } from './grown-content.ts';
import { root } from './variants.ts';

/** Lays them into a folder below `.cache/`, in the place of what is there by this name. Returns the folder. */
export function laySources(name: string, growth: Growth): string {
  const folder = join(root, '.cache/grown', name);
  rmSync(folder, { recursive: true, force: true });
  for (const entry of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(root, entry), join(folder, entry), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const content = join(folder, 'src/content');
  for (const [path, text] of grownContent(readContentFiles(content), growth)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  return folder;
}
