/**
 * The content policy of one page. It stands first after `<meta charset>`, since a `<meta>` policy governs only what comes
 * after it, and names the hashes of that page's own inline styles and scripts alone.
 */
import { createHash } from 'node:crypto';
import { parse, type HTMLElement } from 'node-html-parser';

/** The page with the line ends that a browser makes of it before it looks at anything, hashes of styles included. A checkout on Windows may have others. */
export const withPlainLineEnds = (html: string): string => html.replaceAll(/\r\n?/g, '\n');

const hash = (text: string): string => `'sha256-${createHash('sha256').update(withPlainLineEnds(text)).digest('base64')}'`;
const isData = (type: string | undefined): boolean => type === 'application/ld+json';

const treeOf = (html: string): HTMLElement => parse(html, { comment: true, blockTextElements: { script: true, style: true } });

const hashesOfScripts = (page: HTMLElement): string[] =>
  page
    .querySelectorAll('script:not([src])')
    .filter((element) => !isData(element.getAttribute('type')))
    .map((element) => hash(element.rawText));

/** The scripts that stand in a page, as a policy names them. */
export const inlineScriptsIn = (html: string): string[] => hashesOfScripts(treeOf(html));

function directives(page: HTMLElement): Record<string, string[]> {
  const styles = page.querySelectorAll('style').map((element) => hash(element.rawText));
  // A page that brings its scripts with it asks for nothing more, and may ask for nothing: what somebody gives to it can't leave it by any request.
  const isClosed = page.querySelector('html[data-closed]') !== null;
  const own = isClosed ? "'none'" : "'self'";
  return {
    'default-src': ["'none'"],
    'script-src': [...(isClosed ? [] : [own]), ...new Set(hashesOfScripts(page))],
    'style-src': styles.length > 0 ? [...new Set(styles)] : ["'none'"],
    // Its icon stands in it too, and its worker is made of text in it: one that is loaded from an address is not bound by this.
    'img-src': [isClosed ? 'data:' : own],
    'manifest-src': [own],
    // The search index is fetched, and read by Pagefind's worker, from this site and nowhere else.
    'connect-src': [own],
    'worker-src': [isClosed ? 'blob:' : own],
    // A form of the method "dialog" is sent nowhere.
    'form-action': [page.querySelector('form:not([method=dialog])') ? "'self'" : "'none'"],
    'base-uri': ["'none'"],
    // Only browser/own-scripts.ts makes one, which admits addresses of this site.
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default'],
  };
}

const asLine = (page: HTMLElement): string =>
  Object.entries(directives(page))
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');

/** The policy of a page, as one line. */
export const policyOf = (html: string): string => asLine(treeOf(html));

/** The page with styles that stand side by side made one: the policy names each by a hash, and a hash cannot be compressed. */
export const withJoinedStyles = (html: string): string => html.replaceAll('</style><style>', '');

/** The page with its policy in place. Throws where there is no `<meta charset>` to put it after, or a policy already. */
export function withPolicy(html: string): string {
  const page = treeOf(html);
  if (page.querySelector('meta[http-equiv=content-security-policy]')) throw new Error('the page has a content policy already');
  const charset = page.querySelector('meta[charset]');
  if (!charset) throw new Error('the page has no <meta charset="utf-8">: the policy goes right after it');
  // Put into the text rather than into the tree, so that every other byte stays as it is.
  const [, end] = charset.range;
  return `${html.slice(0, end)}<meta http-equiv="content-security-policy" content="${asLine(page)}">${html.slice(end)}`;
}
