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

const typeHeader = 'Content-Type';

interface Parted {
  readonly everywhere: HostRule['headers'];
  /** What counts for some files: those in a folder, or with an ending. */
  readonly forSome: readonly HostRule[];
  /** The type of what ends so, which a server is told in a way of its own. */
  readonly types: readonly { readonly ending: string; readonly type: string }[];
}

function parted(rules: readonly HostRule[]): Parted {
  const isForAll = ({ below, ending }: HostRule): boolean => below === '/' && ending === undefined;
  const some = rules.filter((rule) => !isForAll(rule));
  return {
    everywhere: rules.filter(isForAll).flatMap(({ headers }) => headers),
    forSome: some.map((rule) => ({ ...rule, headers: rule.headers.filter(([name]) => name !== typeHeader) })),
    types: some.flatMap(({ ending = '', headers }) => headers.flatMap(([name, type]) => (name === typeHeader ? [{ ending, type }] : []))),
  };
}

const asPattern = (text: string): string => text.replaceAll('.', '[.]');

const variableFor = (name: string): string => `$loose_ties_${name.toLowerCase().replaceAll('-', '_')}`;

/**
 * To be included in nginx's `http { }`. What counts in some folders comes by a `map`, since an `add_header` in a `location` would drop those outside it; one
 * that is empty is not sent.
 */
function asNginx({ rules, base, folder, isPrecompressed, site }: HostedBuild): string {
  const { everywhere, forSome, types } = parted(rules);
  const names = [...new Set(forSome.flatMap(({ headers }) => headers.map(([name]) => name)))];
  const maps = names.flatMap((name) => [
    `map $uri ${variableFor(name)} {`,
    ...forSome.flatMap(({ below, ending, headers }) =>
      headers
        .filter(([one]) => one === name)
        .map(([, value]) => `  ~^${asPattern(below)}${ending === undefined ? '' : `.*${asPattern(ending)}$`} ${quoted(value)};`),
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
    // nginx itself does not know these, and a header of ours would be a second one.
    ...types.map(({ ending, type }) => {
      const file = `${quoted(`${folder}/`).slice(0, -1)}$1"`;
      return `location ~ ^${asPattern(base)}/(.*${asPattern(ending)})$ { alias ${file}; types { } default_type ${quoted(type)}; }`;
    }),
    ...notServed.map((file) => `location = ${base}/${file} { return 404; }`),
  ];
  return [...maps, 'server {', ...indented(server.join('\n').split('\n'), '  '), '}', ''].join('\n');
}

/** A whole Caddyfile, or a part of one. */
function asCaddy({ rules, base, folder, isPrecompressed, site }: HostedBuild): string {
  const { everywhere, forSome, types } = parted(rules);
  const files = ['file_server {', ...(isPrecompressed ? ['\tprecompressed br gzip'] : []), `\thide ${notServed.join(' ')}`, '}'];
  const lines = [
    `root * ${quoted(folder)}`,
    'header {',
    ...everywhere.map(([name, value]) => `\t${name} ${quoted(value)}`),
    '}',
    ...forSome.flatMap(({ below, ending, headers }, index) => {
      if (headers.length === 0) return [];
      const matcher = ending === undefined ? `${below}*` : `@some${index}`;
      return [
        ...(ending === undefined ? [] : [`${matcher} path *${ending}`]),
        ...headers.map(([name, value]) => `header ${matcher} ${name} ${quoted(value)}`),
      ];
    }),
    // Whether Caddy itself knows these hangs on the system it runs on.
    ...types.flatMap(({ ending, type }, index) => [`@type${index} path *${ending}`, `header @type${index} ${typeHeader} ${quoted(type)}`]),
    ...(base
      ? [`redir ${base} ${base}/ 301`, `handle_path ${base}/* {`, ...indented(files, '\t'), '}', 'handle {', '\terror 404', '}']
      : files),
    'handle_errors {',
    '\trewrite * /404.html',
    `\theader ${typeHeader} "text/html; charset=utf-8"`,
    ...indented(files, '\t'),
    '}',
  ];
  return [`${site ?? ':80'} {`, ...indented(lines, '\t'), '}', ''].join('\n');
}
