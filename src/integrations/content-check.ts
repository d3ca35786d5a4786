/** Runs the content check before anything is built. A build stops at the first run with problems; the development server names them and goes on. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent, describeProblems } from '../lib/check/check.ts';
import { readContentFiles } from '../lib/written/files.ts';
import { buildDay } from '../lib/dates.ts';
import { isDue } from '../lib/evidence/verdicts.ts';

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ config, command, logger }) => {
        const today = buildDay();
        const { content, problems } = checkContent(readContentFiles(fileURLToPath(new URL('content/', config.srcDir))), today);
        if (problems.length > 0) {
          if (command === 'build') throw new Error(describeProblems(problems));
          logger.error(describeProblems(problems));
        }
        for (const [slug, claim] of content.claims) {
          if (isDue(claim, today)) logger.warn(`The claim "${slug}" was due for a check on ${claim.recheckBy}.`);
        }
      },
    },
  };
}
