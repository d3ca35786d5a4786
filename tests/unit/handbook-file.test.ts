/** A page of the handbook as one file: what goes along, and where its links lead. */
import { createHash } from 'node:crypto';
import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { asOneFile, fileOfHandbook } from '../../src/lib/handbook-file.ts';

const page = `<!doctype html><html lang="en" data-kind="x"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="script-src 'self'">
<title>The handbook · Loose Ties</title><meta name="description" content="All of it."><link rel="icon" href="/base/favicon.ico"><script>1</script>
<style>.used{color:red}.only-on-the-site{color:blue}</style></head><body><a class="skip" href="#main">Skip</a>
<header class="masthead"><a class="brand" href="/base/">Loose Ties</a><button popovertarget="menu">Menu</button><div id="menu" popover><a href="/base/tips/">Tips</a></div><lt-search-link></lt-search-link></header>
<main id="main" data-pagefind-body><p data-not-in-file>Save it</p><p class="used">See <a id="own" href="#there">there</a>, <a id="next" href="/base/handbook/2/#far">far</a>,
<a id="first" href="/base/handbook/">the first</a>, <a id="site" href="/base/tools/triage/">sort them</a>, <a id="else" href="https://www.linkedin.com/">LinkedIn</a>.</p>
<section class="evidence"><lt-evidence><details><summary>Is it so?</summary><p>Yes. <a href="/base/evidence/#so">All sources</a></p></details></lt-evidence></section></main>
<footer><p>Independent.</p><nav class="only-on-the-site"><a href="/base/about/">About</a></nav><lt-colours></lt-colours></footer><script type="speculationrules">{}</script></body></html>`;

const fileOf = (origin?: string): { html: string; document: HTMLElement } => {
  const html = asOneFile(page, { origin, base: '/base', handbook: '/handbook/' });
  return { html, document: parse(html, { blockTextElements: { style: true } }) };
};
const known = fileOf('https://loose-ties.example');
const unknown = fileOf();
const leading = (document: HTMLElement, id: string): string | undefined => document.querySelector(`#${id}`)?.getAttribute('href');

test('of the pages of the handbook the first is named after the site, and the others by their numbers', () => {
  expect([1, 2, 12].map(fileOfHandbook)).toEqual(['loose-ties.html', 'loose-ties-2.html', 'loose-ties-12.html']);
});

describe('a link', () => {
  test('within the handbook leads to the place in the file, or in the file beside it', () => {
    for (const { document } of [known, unknown]) {
      expect(leading(document, 'own')).toBe('#there');
      expect(leading(document, 'next')).toBe('loose-ties-2.html#far');
      expect(leading(document, 'first')).toBe('loose-ties.html');
    }
  });

  test('to a page of the site leads there and says so, where it is known where that is', () => {
    expect(leading(known.document, 'site')).toBe('https://loose-ties.example/base/tools/triage/');
    expect(known.document.querySelector('#site')?.textContent).toBe('sort them (loose-ties.example)');
    expect(known.document.querySelector('.brand')?.textContent).toBe('Loose Ties');
  });

  test('is none where it is not known, and no words are left of one that had none of the text', () => {
    expect(unknown.document.querySelector('#site')?.outerHTML).toBe('<span id="site">sort them</span>');
    expect(unknown.document.querySelector('.evidence')?.textContent).not.toContain('All sources');
    expect(unknown.html).not.toContain('/base/');
  });

  test('that leaves the site leads where it led', () => {
    for (const { document } of [known, unknown]) expect(leading(document, 'else')).toBe('https://www.linkedin.com/');
  });
});

test('what works on the site alone stays there', () => {
  for (const { document } of [known, unknown]) {
    expect(document.querySelectorAll('script, link, button, footer nav, [popover], [data-not-in-file], [data-pagefind-body]')).toEqual([]);
    expect(document.querySelectorAll('*').filter(({ tagName }) => tagName.startsWith('LT-'))).toEqual([]);
    expect(document.querySelector('footer')?.textContent.trim()).toBe('Independent.');
  }
});

test('it brings the styles that it uses, and allows these and nothing else', () => {
  const style = known.document.querySelector('style')?.rawText ?? '';
  expect(style).toBe('.used{color:red}');
  const hash = createHash('sha256').update(style).digest('base64');
  expect(known.document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
});

test('a page that lacks what it is made of is refused', () => {
  expect(() => asOneFile(page.replace('class="brand"', ''), { origin: undefined, base: '', handbook: '/handbook/' })).toThrow(
    'The handbook has no .brand',
  );
});
