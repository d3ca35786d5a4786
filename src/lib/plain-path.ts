/**
 * Vite takes what follows a "#" or "?" in the path of a file for no part of it, and so finds nothing in a folder that has one in its name. There Astro is started
 * once more, by a path of its own to the same folder.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { settings } from './settings.ts';

export const isReadByVite = (path: string): boolean => !/[#?]/.test(path);

/** Goes on in another process where the path of the repository needs it, and ends with it. Only Astro's own command is started again. */
export function useReadablePath(root: string, [node = '', script = '', ...words]: readonly string[] = process.argv): void {
  if (isReadByVite(root) || basename(script) !== 'astro.mjs') return;
  try {
    settings();
  } catch (error) {
    // Thrown, it would be hidden by what Vite says, which is asked to read the configuration once more.
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  }
  const place = mkdtempSync(join(tmpdir(), 'loose-ties-'));
  const checkout = join(place, 'checkout');
  symlinkSync(root, checkout, 'junction');
  // What is built on the way lies below the folder in which Astro runs, and finds its packages from there.
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction');
  const keepPaths = ['--preserve-symlinks', '--preserve-symlinks-main'];
  const astro = join(checkout, 'node_modules/astro/bin/astro.mjs');
  const { status } = spawnSync(node, [...process.execArgv, ...keepPaths, astro, ...words, '--root', checkout], {
    cwd: place,
    stdio: 'inherit',
  });
  rmSync(place, { recursive: true, force: true });
  process.exit(status ?? 1);
}
