/**
 * Finishes each page before a byte of it is written: its ways back, its styles in one, its scripts apart, and last its content policy. So no page without a policy ever lies
 * anywhere. Astro's own policy would stand after our children of `<head>` and list the whole site's hashes.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function pagePolicy(): AstroIntegration {
  return {
    name: 'page-policy',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        // The development server puts in scripts and styles of its own, later.
        if (command === 'build') addMiddleware({ order: 'post', entrypoint: fileURLToPath(new URL('finish-page.ts', import.meta.url)) });
      },
    },
  };
}
