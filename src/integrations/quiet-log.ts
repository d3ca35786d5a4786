/**
 * Keeps two warnings out of the build's log that are known, are none of ours to mend, and come eighteen times: among them one that matters, such as a claim
 * that is due, is overlooked. Everything else is said.
 */
import { stripVTControlCharacters } from 'node:util';
import type { AstroIntegration } from 'astro';

const known = [
  // Astro marks the styles of every MDX file so for itself, and reads the mark before Rolldown can lose it.
  /^\[MODULE_LEVEL_DIRECTIVE\] .*"use astro:head-inject"/,
  // The link to the part being read (CSS Overflow 5). Lightning CSS doesn't know it yet, and passes it on as it is.
  /^\[lightningcss minify\] 'target-current' is not recognized as a valid pseudo-class/,
];

export const isKnownWarning = (message: string): boolean => {
  const plain = stripVTControlCharacters(message);
  return known.some((warning) => warning.test(plain));
};

type Warn<Options> = (message: string, options?: Options) => void;

/** Changes a logger so that known warnings don't reach it. */
export function quieten<Options>(logger: { warn: Warn<Options> }): void {
  const warn = logger.warn.bind(logger);
  logger.warn = (message, options) => {
    if (!isKnownWarning(message)) warn(message, options);
  };
}

export function quietLog(): AstroIntegration {
  return {
    name: 'quiet-log',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'quiet-log',
                configResolved: ({ logger }) => {
                  quieten(logger);
                },
              },
            ],
          },
        });
      },
    },
  };
}
