/** Lays compressed copies beside what a build wrote, where PRECOMPRESS asks for them: last of all, since what they are made of may not change any more. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compressBeside } from '../lib/compressed-copies.ts';

export function compressedCopies(): AstroIntegration {
  return {
    name: 'compressed-copies',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const count = await compressBeside(fileURLToPath(dir));
        logger.info(`${count} files have compressed copies beside them.`);
      },
    },
  };
}
