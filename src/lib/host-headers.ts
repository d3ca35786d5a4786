/**
 * What a host is to send with every page: the file `_headers`, which Netlify and Cloudflare Pages read. Each page has a policy of its own in a `<meta>`, and what
 * either refuses is refused; so this one allows what any page needs, and says what a `<meta>` can't. WebAssembly is for the search's worker, which is governed by
 * what it is served with alone.
 */

const directives = (inlineScripts: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...inlineScripts].join(' '),
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Files under these are named by what they hold, so they never change. */
const lasting = ['_astro', 'pagefind/fragment', 'pagefind/index'];

/** `inlineScripts`: the hashes of all scripts that stand in a page, as a policy names them. `base`: what all addresses begin with, without a slash at its end. */
export const hostHeaders = (
  inlineScripts: readonly string[],
  base: string,
): string => `# Read by hosts that know this file (Netlify, Cloudflare Pages), and by no other: README says what is then missing.
/*
  Content-Security-Policy: ${directives(inlineScripts)}
  Strict-Transport-Security: max-age=31536000
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin
${lasting.map((folder) => `${base}/${folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n`).join('')}`;
