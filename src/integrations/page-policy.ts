/** Puts the content policy on every built page. Astro's own would stand after our children of `<head>` and list the whole site's hashes. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withJoinedStyles, withPolicy } from '../lib/page-policy.ts';
import { htmlFilesIn } from './html-files.ts';

export function pagePolicy(): AstroIntegration {
  return {
    name: 'page-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const path of await htmlFilesIn(fileURLToPath(dir))) {
          const html = await readFile(path, 'utf8');
          try {
            await writeFile(path, withPolicy(withJoinedStyles(html)));
          } catch (cause) {
            throw new Error(`No content policy could be written into ${path}`, { cause });
          }
        }
      },
    },
  };
}
