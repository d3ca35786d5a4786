/**
 * Makes scripts weigh what they say. Vite wraps each `import()` in 700 bytes (brotli) that preload what the module imports and its stylesheets. What is
 * imported so here has no stylesheet, and the code that imports it is on every page. What pages always load together is one file.
 */
import type { AstroIntegration } from 'astro';

/** The module of Vite's that does the wrapping. A test of the built pages sees it if Vite gives it another name. */
const preloadHelper = '\0vite/preload-helper.js';

/** What every page loads is one file: apart, it would be a request and a hundred bytes more for each of its parts. */
const onEveryPage =
  /browser.(island|kept|make-element|shared-kept)\.ts$|islands.(colours|menu|search-link).+\.ts$|places.(define|lt-places)\.ts$|new-version.define\.ts$|preload-helper|Frame\.astro\?/;

/** What every page with a checklist loads is one file too; the few that only tell how far one is get along with it. */
const withChecklists =
  /browser.(ask-to-keep|progress|shared-progress)\.ts$|islands.checklist.(define|lt-checklist)\.ts$|Checklist\.astro\?/;

const plugin = {
  name: 'lean-imports',
  enforce: 'pre' as const,
  configEnvironment: (name: string) => ({
    build: {
      modulePreload: false as const,
      ...(name === 'client' && {
        rolldownOptions: {
          output: {
            // Astro's own names say more than a page has room for.
            entryFileNames: ({ name }: { name: string }) => `_astro/${name.split('.')[0] ?? ''}.[hash].js`,
            codeSplitting: {
              groups: [
                { name: 'island', test: onEveryPage },
                { name: 'checklist', test: withChecklists },
              ],
            },
          },
        },
      }),
    },
  }),
  load: (id: string) => (id === preloadHelper ? 'export const __vitePreload = (load) => load();' : undefined),
};

export function leanImports(): AstroIntegration {
  return {
    name: 'lean-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
