/**
 * Makes a build beside and puts it in place whole, once nothing is wrong with it. So a build that fails, or is stopped, leaves the last one as it was, and two at
 * once don't meet: each has a folder of its own for what Astro makes on the way.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { outFolder, placeToBuild, putInPlace } from '../lib/out-folder.ts';

const asFolder = (path: string): URL => pathToFileURL(`${path}/`);

/** `named` is the folder as it is set. The first comes before all other steps, the last after them. */
export function buildBeside(named: string): [first: AstroIntegration, last: AstroIntegration] {
  let root = '';
  let place: string | undefined;
  return [
    {
      name: 'build-beside',
      hooks: {
        'astro:config:setup': ({ command, config, updateConfig }) => {
          if (command !== 'build') return;
          root = fileURLToPath(config.root);
          outFolder(named, root);
          const scratch = placeToBuild(join(root, '.cache/builds'));
          process.once('exit', () => {
            rmSync(scratch, { recursive: true, force: true });
          });
          place = join(scratch, 'site');
          const outDir = asFolder(place);
          updateConfig({
            outDir,
            cacheDir: asFolder(join(scratch, 'cache')),
            build: { client: new URL('client/', outDir), server: new URL('server/', outDir) },
          });
        },
      },
    },
    {
      name: 'put-in-place',
      hooks: {
        'astro:build:done': ({ logger }) => {
          if (place === undefined) return;
          // Looked at once more: a build takes a while.
          const folder = outFolder(named, root);
          putInPlace(place, folder);
          logger.info(`The site is in ${folder}`);
        },
      },
    },
  ];
}
