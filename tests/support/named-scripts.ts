import type { HTMLElement } from 'node-html-parser';

/** The addresses of the scripts that a page asks for by itself. */
export const namedScripts = (document: HTMLElement): string[] =>
  document.querySelectorAll('[data-scripts]').flatMap((script) => script.getAttribute('data-scripts')?.split(' ') ?? []);
