/** The built site as tests see it: every page, parsed once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { inject } from 'vitest';

export interface Page {
  /** Address below the base path: "/remove/one-connection/". */
  readonly path: string;
  readonly html: string;
  readonly document: HTMLElement;
}

function pagesIn(folder: string): Page[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
      return { path, html, document: parse(html, { comment: true, blockTextElements: { script: true, style: true } }) };
    });
}

export const siteFolder = inject('siteFolder');
export const pages = pagesIn(siteFolder);
export const pagesUnderBase = pagesIn(inject('siteUnderBaseFolder'));

export const kindOf = (page: Page): string | undefined => page.document.querySelector('html')?.getAttribute('data-kind');
export const guidePages = pages.filter((page) => kindOf(page) === 'guide');
export const checklistPages = pages.filter((page) => kindOf(page) === 'checklist');

export const fileOf = (address: string): string => join(siteFolder, ...address.split('/').filter(Boolean));
export const hasFile = (folder: string, address: string): boolean => {
  try {
    readFileSync(join(folder, ...decodeURI(address).split('/').filter(Boolean), ...(address.endsWith('/') ? ['index.html'] : [])));
    return true;
  } catch {
    return false;
  }
};
