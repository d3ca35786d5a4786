import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beforeFirstPaint } from '../../src/islands/colours/before-first-paint.ts';
import { speculationRules } from '../../src/lib/site/next-pages.ts';
import { fileOf, pageAt, pages as allPages, pagesUnderBase, type Page } from '../support/built-site.ts';
import { namedScripts } from '../support/named-scripts.ts';

/** Brings its script with it, and may ask for nothing: its policy is its own. */
const boundPath = '/tools/triage/';
const bound = pageAt(boundPath);
const pages = allPages.filter(({ path }) => path !== boundPath);
const policyOf = ({ document }: Page): string => document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What runs, and is no file: linked data is data. */
const inlineScripts = (document: Page['document']): string[] =>
  document
    .querySelectorAll('script:not([src])')
    .filter((script) => script.getAttribute('type') !== 'application/ld+json')
    .map((script) => script.rawText);

describe.each([
  { where: 'at the root', all: allPages },
  { where: 'under a base path', all: pagesUnderBase },
])('$where', ({ all }) => {
  test.each(all)('$path has its policy first after the charset', ({ html }) => {
    expect(html).toMatch(/<head>\s*<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; /);
    expect(html.match(/http-equiv/g)).toHaveLength(1);
  });
});

test('no page names more hashes than it must', () => {
  for (const { path, html } of allPages) expect(html, path).not.toContain('</style><style');
});

test.each(pages)('$path allows exactly the styles that stand in it, and nothing inline beside', ({ document }) => {
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
  const styles = document.querySelectorAll('style').map((style) => sha256(style.rawText));
  expect(policy).toContain(`style-src ${[...new Set(styles)].join(' ')};`);
  const scripts = inlineScripts(document).map(sha256);
  expect(policy).toContain(`script-src ${["'self'", ...scripts].join(' ')};`);
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default");
  expect(policy).not.toMatch(/https?:|\*|data:|blob:/);
});

test.each(pages)(
  '$path runs one inline script, which sets the colours before the first paint and asks for the others, nothing is drawn before it, and beside it stands what may be opened ahead',
  ({ document, html }) => {
    const [only = '', ...others] = inlineScripts(document);
    expect(others).toEqual([speculationRules]);
    // Spelled out: a longer script here would have to change this test.
    expect(only).toBe(
      'try{let c=localStorage["loose-ties:colours"];if(c=="light"||c=="dark")document.documentElement.dataset.colours=c}catch{}' +
        '{let s=document.currentScript,m=s.previousSibling,f=()=>(m.rel="manifest",s.dataset.scripts.split(" ").map(a=>import(a)));m.rel="";document.hidden||navigator.serviceWorker?.controller?f():onload=()=>requestAnimationFrame(()=>requestAnimationFrame(f))}',
    );
    expect(html.indexOf(only)).toBeLessThan(html.indexOf('<body'));
  },
);

test.each(pages)('$path has no inline style, no inline handler and nothing of anybody else’s', ({ document, html }) => {
  expect(document.querySelectorAll('[style]')).toEqual([]);
  expect(html.match(/\son[a-z]+=/g)).toBeNull();
  const elements = document.querySelectorAll('[src], link[href]:not([rel=canonical]), [srcset], [action]');
  const addresses = elements.map(
    (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('action') ?? '',
  );
  for (const address of [...addresses, ...namedScripts(document)]) expect(address).toMatch(/^\/(?!\/)/);
});

describe('the page that sorts connections', () => {
  test('may ask for nothing, also by the parts of itself it makes later, and sends no form', () => {
    const styles = [...new Set(bound.document.querySelectorAll('style').map((style) => sha256(style.rawText)))];
    const scripts = inlineScripts(bound.document).map(sha256);
    expect(policyOf(bound).split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${scripts.join(' ')}`,
      `style-src ${styles.join(' ')}`,
      'img-src data:',
      "manifest-src 'none'",
      "connect-src 'none'",
      'worker-src blob:',
      "form-action 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ]);
  });

  test('runs two inline scripts, the one that sets the colours first, and names no file to be loaded', () => {
    const [first, tool, ...others] = inlineScripts(bound.document);
    expect(others).toEqual([]);
    expect(first).toBe(beforeFirstPaint);
    expect(tool).toContain('lt-triage');
    expect(
      bound.document.querySelectorAll('script[src], [data-scripts], link[rel="stylesheet"], link[rel*="preload"], img, iframe, source'),
    ).toEqual([]);
    for (const icon of bound.document.querySelectorAll('link[rel*="icon"]')) expect(icon.getAttribute('href')).toMatch(/^data:/);
  });

  test('has no inline style and no inline handler', () => {
    expect(bound.document.querySelectorAll('[style]')).toEqual([]);
    const markup = inlineScripts(bound.document).reduce((html, script) => html.replace(script, () => ''), bound.html);
    expect(markup.match(/\son[a-z]+=/g)).toBeNull();
  });
});

test('the policy for hosts that send headers names every inline script there is, and no page is shown inside another', () => {
  const policy = /Content-Security-Policy: (.+)/.exec(readFileSync(fileOf('/_headers'), 'utf8'))?.[1] ?? '';
  const scripts = [...new Set(allPages.flatMap(({ document }) => inlineScripts(document).map(sha256)))].sort();
  expect(scripts.length).toBe(4);
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${scripts.join(' ')};`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/https?:|\*/);
});

test('only a page with a form that is sent lets one be sent', () => {
  const sending = pages.filter(({ html }) => html.includes("form-action 'self'")).map(({ path }) => path);
  expect(sending.sort()).toEqual(['/', '/search/']);
});

test('the licences of other people’s code are shipped with it', () => {
  const notice = readFileSync(fileOf('/third-party.txt'), 'utf8');
  for (const name of ['MiniSearch', 'Pagefind', 'fflate', 'idb-keyval', 'Workbox']) expect(notice).toContain(name);
  // Four under the MIT licence, one under Apache's.
  expect(notice.match(/Permission is hereby granted, free of charge/g)).toHaveLength(4);
  expect(notice).toContain('Apache License');
  expect(notice.match(/Copyright/gi)?.length).toBeGreaterThanOrEqual(4);
});
