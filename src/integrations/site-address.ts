/** Says once per build what is left out because nobody has said where the site will live. */
import type { AstroIntegration } from 'astro';

export function siteAddress(): AstroIntegration {
  let isKnown = false;
  return {
    name: 'site-address',
    hooks: {
      'astro:config:done': ({ config }) => {
        isKnown = config.site !== undefined;
      },
      'astro:build:start': ({ logger }) => {
        if (!isKnown)
          logger.info('SITE_URL is not set: no canonical address, no Open Graph address, no social card and no sitemap are written.');
      },
    },
  };
}
