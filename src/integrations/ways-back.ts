/** Leads from what a page rests on back to its sentences. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withWaysBack } from '../lib/markdown/ways-back.ts';
import { htmlFilesIn } from './html-files.ts';

export function waysBack(): AstroIntegration {
  return {
    name: 'ways-back',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const path of await htmlFilesIn(fileURLToPath(dir))) await writeFile(path, withWaysBack(await readFile(path, 'utf8')));
      },
    },
  };
}
