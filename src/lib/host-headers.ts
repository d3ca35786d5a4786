/**
 * What a host is to send with every page, as rules: the file `_headers`, which Netlify and Cloudflare Pages read, is these rules as text, and
 * `npm run host` makes of that text what nginx and Caddy read. Each page has a policy of its own in a `<meta>`, and what either refuses is refused; so this one
 * allows what any page needs, and says what a `<meta>` can't. WebAssembly is for the search's worker, which is governed by what it is served with alone.
 */

export interface HostRule {
  /** What the address begins with, base path and all, and ends with a slash: "/" for all of them. */
  readonly below: string;
  /** What the address ends with, where that counts too: ".md". */
  readonly ending?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

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

/** What some hosts do not know, by what the address ends with. Search engines are to lead people to the pages, not to what is made of them for machines. */
const byEnding: readonly (readonly [ending: string, headers: HostRule['headers']])[] = [
  [
    '.md',
    [
      ['Content-Type', 'text/markdown; charset=utf-8'],
      ['X-Robots-Tag', 'noindex'],
    ],
  ],
  ['.ics', [['Content-Type', 'text/calendar; charset=utf-8']]],
  ['changes.xml', [['Content-Type', 'application/atom+xml']]],
  ['manifest.webmanifest', [['Content-Type', 'application/manifest+json']]],
];

/** `inlineScripts`: the hashes of all scripts that stand in a page, as a policy names them. `base`: what all addresses begin with, without a slash at its end. */
export const hostRules = (inlineScripts: readonly string[], base: string): HostRule[] => [
  {
    below: '/',
    headers: [
      ['Content-Security-Policy', directives(inlineScripts)],
      ['Strict-Transport-Security', 'max-age=31536000'],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'no-referrer'],
      ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
      ['Cross-Origin-Opener-Policy', 'same-origin'],
      ['Cross-Origin-Resource-Policy', 'same-origin'],
    ],
  },
  ...lasting.map((folder): HostRule => ({
    below: `${base}/${folder}/`,
    headers: [['Cache-Control', 'public, max-age=31536000, immutable']],
  })),
  ...byEnding.map(([ending, headers]): HostRule => ({ below: `${base}/`, ending, headers })),
];

const note = '# Read by hosts that know this file (Netlify, Cloudflare Pages), and by no other: docs/deploy.md says what is then missing.';

/** The rules as the text of `_headers`. */
export const headersFile = (rules: readonly HostRule[]): string =>
  [
    note,
    ...rules.flatMap(({ below, ending = '', headers }) => [`${below}*${ending}`, ...headers.map(([name, value]) => `  ${name}: ${value}`)]),
    '',
  ].join('\n');

/** The rules that a `_headers` of ours holds. Throws at a line that no build of ours writes. */
export function rulesIn(text: string): HostRule[] {
  const rules: { below: string; ending?: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, below, ending] = /^(\/(?:\S*\/)?)\*([\w.]*)$/.exec(line) ?? [];
    const [, name, value] = /^ {2}([\w-]+): (\S.*)$/.exec(line) ?? [];
    if (below !== undefined) rules.push({ below, ...(ending && { ending }), headers: [] });
    else if (name !== undefined && value !== undefined && rules.length > 0) rules.at(-1)?.headers.push([name, value]);
    else throw new Error(`_headers has a line that is not understood: ${line}`);
  }
  return rules;
}

/** What is sent with an address: of two rules that name one header, the later goes for it. */
export const headersFor = (rules: readonly HostRule[], path: string): Record<string, string> =>
  Object.fromEntries(
    rules.filter(({ below, ending = '' }) => path.startsWith(below) && path.endsWith(ending)).flatMap(({ headers }) => headers),
  );
