/** A page of the handbook as one file to take along: its text, styles and drawings, without what needs a network, script or the rest of the site. */
import { createHash } from 'node:crypto';
import { parse, type HTMLElement } from 'node-html-parser';
import { namesIn, usedRules } from './used-styles.ts';

/** The name of the file of a page of the handbook, counted from 1. In the folder of the build it lies at the top. */
export const fileOfHandbook = (page: number): string => `loose-ties${page === 1 ? '' : `-${page}`}.html`;

/** The id of the contents of a page of the handbook. */
export const contentsOfHandbook = 'handbook.contents';

interface Site {
  /** Where the site lives, without a slash at its end; undefined where nobody has said. */
  readonly origin: string | undefined;
  /** The path that it lives under, without a slash at its end. */
  readonly base: string;
  /** The path of the handbook, below that. */
  readonly handbook: string;
}

/** What means nothing in a file: what leads about the site, or works with script alone. */
const onlyOnTheSite = ['script', '[data-not-in-file]', '.crumbs', 'button', '[popover]', 'body > footer nav'].join();

const rename = (element: HTMLElement, tag: string): void => {
  element.rawTagName = tag;
};

/** The file that is made of a page of the handbook, as it was built. Throws where that lacks a part. */
export function asOneFile(html: string, site: Site): string {
  const page = parse(html, { comment: true, blockTextElements: { script: true, style: true } });
  const part = (selector: string): HTMLElement => {
    const found = page.querySelector(selector);
    if (!found) throw new Error(`The handbook has no ${selector}, which the file to take along is made of`);
    return found;
  };
  for (const element of page.querySelectorAll(onlyOnTheSite)) element.remove();
  for (const island of page.querySelectorAll('*').filter(({ rawTagName }) => rawTagName.startsWith('lt-')))
    if (island.closest('main')) rename(island, 'div');
    else island.remove();
  for (const element of page.querySelectorAll('[data-pagefind-body], [data-pagefind-ignore]')) {
    element.removeAttribute('data-pagefind-body');
    element.removeAttribute('data-pagefind-ignore');
  }
  for (const link of page.querySelectorAll('a[href]')) lead(link, site);
  // The header has room for it there, and stays in sight.
  part('.brand').insertAdjacentHTML(
    'afterend',
    `<nav aria-label="Back to the contents"><a href="#${contentsOfHandbook}">Contents</a></nav>`,
  );
  const body = part('body').outerHTML;
  const given = page.querySelectorAll('style').map((style) => style.rawText);
  const style = usedRules(given.join(''), namesIn(`<html lang="en">${body}`), new Set());
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${part('title').outerHTML}
${part('meta[name=description]').outerHTML}
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<style>${style}</style>
</head>
${body}
</html>
`;
}

/** Within the handbook a link leads to a place in the file, or in the file beside it; else to the site, where its address is known, and says so. Where it is not, it is no link. */
function lead(link: HTMLElement, { origin, base, handbook }: Site): void {
  const address = link.getAttribute('href') ?? '';
  if (!address.startsWith('/')) return;
  const inHandbook = new RegExp(`^${base}${handbook}(?:(\\d+)/)?(#.*)?$`).exec(address);
  if (inHandbook) link.setAttribute('href', `${fileOfHandbook(Number(inHandbook[1] ?? 1))}${inHandbook[2] ?? ''}`);
  else if (origin === undefined) {
    // Where it has words of the text, these stay.
    if (link.closest('.evidence')) link.remove();
    link.removeAttribute('href');
    rename(link, 'span');
  } else {
    link.setAttribute('href', `${origin}${address}`);
    link.setAttribute('rel', 'external noreferrer');
    if (!link.classList.contains('brand')) link.insertAdjacentHTML('beforeend', ` <small class="host">(${new URL(origin).host})</small>`);
  }
}
