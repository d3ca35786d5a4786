/**
 * Lays beside the page of all questions and ways what of it is shown in guides: its places alone, without the styles of a page, which the content policy of another would
 * refuse. It is called a text, since it is no page to be opened.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'node-html-parser';

const folder = 'tools/which-way';

export function waysApart(): AstroIntegration {
  return {
    name: 'ways-apart',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const page = join(fileURLToPath(dir), folder);
        const places = parse(await readFile(join(page, 'index.html'), 'utf8')).querySelector('.ways');
        if (!places) throw new Error(`/${folder}/ has no places: guides show what stands in its element of the class "ways"`);
        // The way to leave is a link there, since its script is not.
        for (const leave of places.querySelectorAll('lt-leave')) leave.replaceWith(leave.querySelector('p')?.toString() ?? '');
        await writeFile(join(page, 'places.txt'), places.toString());
      },
    },
  };
}
