import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { policyOf, withJoinedStyles, withPolicy } from '../../src/lib/page-policy.ts';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const page = (head: string, body = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

test('styles that stand side by side become one, in their order, and others stay where they are', () => {
  const apart = page('<style>a{}</style><title>T</title><style>b{}</style><style>c{}</style><style>d{}</style>');
  expect(withJoinedStyles(apart)).toBe(page('<style>a{}</style><title>T</title><style>b{}c{}d{}</style>'));
});

describe('a policy', () => {
  test('names the hash of an inline script of that page', () => {
    expect(policyOf(page('<script>hello()</script>'))).toContain(`script-src 'self' ${sha256('hello()')}`);
  });

  test('lets no script be named by a mere text', () => {
    expect(policyOf(page(''))).toMatch(/; require-trusted-types-for 'script'; trusted-types default$/);
  });

  test('counts linked data as data', () => {
    expect(policyOf(page('<script type="application/ld+json">{}</script>'))).toContain("script-src 'self';");
  });

  test('lets a form be sent to this site only where there is one', () => {
    expect(policyOf(page('', '<form></form>'))).toContain("form-action 'self'");
    expect(policyOf(page(''))).toContain("form-action 'none'");
    expect(policyOf(page('', '<form method="dialog"></form>'))).toContain("form-action 'none'");
  });

  test('is refused a page without a charset, or with a policy already', () => {
    expect(() => withPolicy('<html><head></head></html>')).toThrow(/no <meta charset/);
    expect(() => withPolicy(withPolicy(page('')))).toThrow(/already/);
  });
});

test('names the hash of what a browser makes of other line ends', () => {
  const hashes = ['<style>a{}\n</style>', '<style>a{}\r\n</style>', '<style>a{}\r</style>'].map((style) =>
    policyOf(`<meta charset="utf-8">${style}`),
  );
  expect(new Set(hashes).size).toBe(1);
});
