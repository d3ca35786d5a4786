/** Looks at the pages as they are served, and stops the build where one is not as it should be. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { problemsOfPages } from '../lib/check/finished-pages.ts';
import { describeProblems } from '../lib/written/problems.ts';
import { addressOf, htmlFilesIn } from './html-files.ts';

export function finishedPages(): AstroIntegration {
  let base = '';
  return {
    name: 'finished-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = await htmlFilesIn(folder);
        const pages = files.values().map((file) => ({ path: addressOf(file, folder), html: readFileSync(file, 'utf8') }));
        const hasFile = (path: string): boolean => existsSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
        const problems = problemsOfPages({ pages, base, hasFile });
        if (problems.length === 0) return;
        const error = new AstroError(describeProblems(problems), 'CONTRIBUTING.md says what a page is held to.');
        error.stack = '';
        throw error;
      },
    },
  };
}
