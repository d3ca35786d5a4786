/** Builds what people come for, which is written by hand, into the scripts of the search. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readOnce } from '../lib/check/read-once.ts';

const name = 'virtual:first-things';

/** virtual-modules.d.ts says what the module exports. */
export function firstThings(): AstroIntegration {
  return {
    name: 'first-things',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const folder = fileURLToPath(new URL('content/', config.srcDir));
        const made = {
          name: 'first-things',
          resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
          load(id: string) {
            if (id !== `\0${name}`) return undefined;
            const things = readOnce(folder).content.firstThings.map(({ label, guide }) => ({ label, path: `/${guide}/` }));
            return `export const firstThings = ${JSON.stringify(things)};`;
          },
        };
        updateConfig({ vite: { plugins: [made] } });
      },
    },
  };
}
