/** Writes the file to take along beside each page of the handbook: made of that page, so it says the same. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { asOneFile, fileOfHandbook } from '../lib/handbook-file.ts';
import { ownPages } from '../lib/site/pages.ts';

const { path: handbook } = ownPages.handbook;

export function handbookFile(): AstroIntegration {
  let site: { origin: string | undefined; base: string; handbook: string };
  return {
    name: 'handbook-file',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = { origin: config.site && new URL(config.site).origin, base: config.base.replace(/\/$/, ''), handbook };
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pageAt = (number: number): string => join(folder, handbook, number === 1 ? '' : String(number), 'index.html');
        for (let number = 1; existsSync(pageAt(number)); number += 1) {
          const file = asOneFile(await readFile(pageAt(number), 'utf8'), site);
          await writeFile(join(folder, fileOfHandbook(number)), file);
          logger.info(`${fileOfHandbook(number)} has the handbook in ${Buffer.byteLength(file)} bytes.`);
        }
      },
    },
  };
}
