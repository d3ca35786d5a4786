/** Writes what a host is to send, once all pages are there: it names the scripts that stand in them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile, hostRules } from '../lib/host-headers.ts';
import { inlineScriptsIn } from '../lib/page-policy.ts';
import { htmlFilesIn } from './html-files.ts';

export function headersForHosts(): AstroIntegration {
  let base = '';
  return {
    name: 'host-headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const inlineScripts = new Set<string>();
        // One after the other: there may be more than fit into memory at once.
        for (const file of await htmlFilesIn(folder))
          for (const script of inlineScriptsIn(await readFile(file, 'utf8'))) inlineScripts.add(script);
        await writeFile(join(folder, '_headers'), headersFile(hostRules([...inlineScripts].sort(), base)));
      },
    },
  };
}
