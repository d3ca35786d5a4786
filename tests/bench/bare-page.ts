/** The same text as one bare HTML file: what a page can't be faster than. */
import { escapeText } from 'entities';
import { parse } from 'node-html-parser';

/** The page with nothing in its head but charset, viewport and title, and nowhere a script or a style. The tags that HTML lets one leave out may be missing. */
export function barePage(html: string): string {
  const page = parse(html.replace(/^\s*<!doctype[^>]*>/i, ''));
  // The first: a drawing may have a title too.
  const title = page.querySelector('title');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeText(title?.text ?? '')}</title>`;
  title?.remove();
  for (const element of page.querySelectorAll('head, meta, base, link, script, style')) element.remove();
  for (const element of page.querySelectorAll('[style]')) element.removeAttribute('style');
  const whole = page.querySelector('html');
  const body = (page.querySelector('body') ?? whole ?? page).innerHTML;
  return `<!doctype html><html lang="${whole?.getAttribute('lang') ?? 'en'}"><head>${head}</head><body>${body}</body></html>`;
}

/** The rule by which a browser prerenders what is pointed at. */
const rule = '<script type="speculationrules">{"prerender":[{"where":{"href_matches":"/*"},"eagerness":"moderate"}]}</script>';

/** Bare too, but for the rule by which a browser prerenders what its links lead to: what the way to the next page can't be faster than. */
export const barePageThatLeadsOn = (html: string): string => barePage(html).replace('</head>', `${rule}</head>`);
