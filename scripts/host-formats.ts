/** What a server of one's own is to be told, for the two that are most used. Made of the rules that `_headers` holds, so that there is one list of them. */
import type { HostRule } from '../src/lib/host-headers.ts';

export interface HostedBuild {
  readonly rules: readonly HostRule[];
  /** What all addresses begin with, without a slash at its end. */
  readonly base: string;
  /** Where the build lies on the server: a whole path. */
  readonly folder: string;
  /** Whether compressed files lie beside. */
  readonly isPrecompressed: boolean;
  /** Where it lives, without a slash at its end: "https://example.org". Undefined where nobody has said: then it answers to every name. */
  readonly site: string | undefined;
}

export const hostFormats = { nginx: asNginx, caddy: asCaddy };

/** What the build leaves for hosts and for the next build, and no reader asks for. */
const notServed = ['_headers', '.made-by-a-build'];

const indented = (lines: readonly string[], by: string): string[] => lines.map((line) => `${by}${line}`);

/** Text in quotation marks. Throws where it holds what neither server can be told in them. */
function quoted(text: string): string {
  if (/["\\${}\n\r]/.test(text))
    throw new Error(`${text} holds a sign that a server’s settings give a meaning to: put it where there is none`);
  return `"${text}"`;
}

/** Those that count everywhere, and apart from them those that count in some folders. */
function parted(rules: readonly HostRule[]): { everywhere: HostRule['headers']; inFolders: readonly HostRule[] } {
  return {
    everywhere: rules.filter(({ below }) => below === '/').flatMap(({ headers }) => headers),
    inFolders: rules.filter(({ below }) => below !== '/'),
  };
}

const variableFor = (name: string): string => `$loose_ties_${name.toLowerCase().replaceAll('-', '_')}`;

/**
 * To be included in nginx's `http { }`. What counts in some folders comes by a `map`, since an `add_header` in a `location` would drop those outside it; one
 * that is empty is not sent.
 */
function asNginx({ rules, base, folder, isPrecompressed, site }: HostedBuild): string {
  const { everywhere, inFolders } = parted(rules);
  const names = [...new Set(inFolders.flatMap(({ headers }) => headers.map(([name]) => name)))];
  const maps = names.flatMap((name) => [
    `map $uri ${variableFor(name)} {`,
    ...inFolders.flatMap(({ below, headers }) =>
      headers.filter(([one]) => one === name).map(([, value]) => `  ~^${below.replaceAll('.', '[.]')} ${quoted(value)};`),
    ),
    '}',
  ]);
  const { hostname = '_', host = '', port = '' } = site === undefined ? {} : new URL(site);
  const server = [
    // Whoever has a certificate, or lets certbot fetch one, adds the rest.
    `listen ${port ? host : '80'};`,
    `server_name ${hostname};`,
    'server_tokens off;',
    'charset utf-8;',
    'absolute_redirect off;',
    ...(isPrecompressed
      ? ['gzip_static on;', 'gzip_vary on;', '# With the module for it (on Debian libnginx-mod-http-brotli-static): brotli_static on;']
      : []),
    ...everywhere.map(([name, value]) => `add_header ${name} ${quoted(value)} always;`),
    ...names.map((name) => `add_header ${name} ${variableFor(name)};`),
    `error_page 404 ${base}/404.html;`,
    ...(base ? [`location = ${base} { return 301 ${base}/$is_args$args; }`, 'location / { return 404; }'] : []),
    `location ${base}/ { alias ${quoted(`${folder}/`)}; }`,
    // nginx itself does not know this ending.
    `location = ${base}/manifest.webmanifest { alias ${quoted(`${folder}/manifest.webmanifest`)}; types { } default_type application/manifest+json; }`,
    ...notServed.map((file) => `location = ${base}/${file} { return 404; }`),
  ];
  return [...maps, 'server {', ...indented(server.join('\n').split('\n'), '  '), '}', ''].join('\n');
}

/** A whole Caddyfile, or a part of one. */
function asCaddy({ rules, base, folder, isPrecompressed, site }: HostedBuild): string {
  const { everywhere, inFolders } = parted(rules);
  const files = ['file_server {', ...(isPrecompressed ? ['\tprecompressed br gzip'] : []), `\thide ${notServed.join(' ')}`, '}'];
  const lines = [
    `root * ${quoted(folder)}`,
    'header {',
    ...everywhere.map(([name, value]) => `\t${name} ${quoted(value)}`),
    '}',
    ...inFolders.flatMap(({ below, headers }) => headers.map(([name, value]) => `header ${below}* ${name} ${quoted(value)}`)),
    // Whether Caddy itself knows this ending hangs on the system it runs on.
    `header ${base}/manifest.webmanifest Content-Type "application/manifest+json"`,
    ...(base
      ? [`redir ${base} ${base}/ 301`, `handle_path ${base}/* {`, ...indented(files, '\t'), '}', 'handle {', '\terror 404', '}']
      : files),
    'handle_errors {',
    '\trewrite * /404.html',
    ...indented(files, '\t'),
    '}',
  ];
  return [`${site ?? ':80'} {`, ...indented(lines, '\t'), '}', ''].join('\n');
}
