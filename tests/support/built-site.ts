/** The built site as tests see it. */
import { readFileSync } from 'node:fs';
import { parse, type HTMLElement } from 'node-html-parser';
import { inject } from 'vitest';
import { fileAt, pageFiles } from './site-files.ts';

export interface Page {
  /** Address below the base path: "/remove/one-connection/". */
  readonly path: string;
  readonly html: string;
  /** Parsed when it is first asked for, and the same for all who ask: a test that changes it changes a clone. */
  readonly document: HTMLElement;
}

const pagesIn = (folder: string): Page[] =>
  pageFiles(folder).map(({ path, file }) => {
    const html = readFileSync(file, 'utf8');
    let document: HTMLElement | undefined;
    return {
      path,
      html,
      get document() {
        return (document ??= parse(html, { comment: true, blockTextElements: { script: true, style: true } }));
      },
    };
  });

export const siteFolder = inject('siteFolder');
export const pages = pagesIn(siteFolder);
export const pagesUnderBase = pagesIn(inject('siteUnderBaseFolder'));

/** Throws where there is none. */
export function pageAt(path: string, among: readonly Page[] = pages): Page {
  const page = among.find((candidate) => candidate.path === path);
  if (!page) throw new Error(`The build has no page at ${path}`);
  return page;
}

export const kindOf = ({ html }: Page): string | undefined => /<html[^>]* data-kind="([^"]+)"/.exec(html)?.[1];
export const guidePages = pages.filter((page) => kindOf(page) === 'guide');
export const checklistPages = pages.filter((page) => kindOf(page) === 'checklist');

export const fileOf = (address: string): string => fileAt(siteFolder, address);

const elementsById = new WeakMap<HTMLElement, ReadonlyMap<string, HTMLElement>>();

/** The element of a whole page that has this id. Some pages have hundreds, so a page is looked through once. */
export function elementAt(document: HTMLElement, id: string): HTMLElement | undefined {
  const known = elementsById.get(document) ?? new Map(document.querySelectorAll('[id]').map((element) => [element.id, element]));
  elementsById.set(document, known);
  return known.get(id);
}

/** What an element says, with single blanks. */
export const words = (element: HTMLElement | null | undefined): string => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
