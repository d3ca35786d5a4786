/**
 * The walls of the house: which folder of src may import from which. It reads downwards, `pages → layouts → components and islands → lib → content`, and in
 * the browser `islands → browser`; inside lib a room knows the rooms before it. Nothing points back up. `tests/unit/walls.test.ts` tries each wall.
 */

/**
 * What a wall refuses: imports whose address matches `regex`, but for `allowImportNames`; with `atOnceOnly` no `import()`. The message says where the thing
 * belongs.
 */
const from = (folder, message) => ({ regex: `^(\\.\\./)+${folder}/`, message });

const pages = from('pages', 'Nothing imports a page: what it shares belongs in src/layouts, src/components or src/lib/site.');
const layouts = from(
  'layouts',
  'Layouts are for pages alone: what others share with one belongs in src/components, or comes in by a slot.',
);
const markup = from('(components|islands)', 'src/lib knows nothing of what shows it: what both need belongs in src/lib.');
const components = from('components', 'Steps of the build know nothing of what shows it: what both need belongs in src/lib.');
const browser = from(
  'browser',
  'What runs in the browser is asked for by an island alone: it belongs in src/islands, beside markup of its own.',
);
const integrations = from(
  'integrations',
  'Steps of the build are named in astro.config.mjs alone: what others need of one belongs in src/lib.',
);
const content = from('content', 'What is written comes in by src/content.config.ts alone: ask src/lib/site for it.');
const contentButMdx = { ...from('content', content.message), regex: `${from('content').regex}.*(?<!\\.mdx)$` };
const outside = from('(tests|scripts)', 'What is built stands without its tests and scripts: what both need belongs in src/lib.');

const everywhere = [integrations, outside];

const contentOfAstro = {
  regex: '^(astro:content$|virtual:)',
  message: 'Only src/lib/site asks Astro and Vite: the rest of src/lib runs in plain Node too, and gets it as an argument.',
};
const onlyToRender = {
  regex: '^astro:content$',
  allowImportNames: ['render'],
  message: 'A page asks Astro only to render a guide: ask src/lib/site for what is written.',
};
const fileAsText = { regex: '\\?(raw|url|inline)$', message: 'Files come in as text in src/lib/site alone, or as an argument.' };

const packagesBut = (...allowed) => ({
  regex: `^(?!\\.|virtual:|astro:|(${allowed.join('|')})$)`,
  message: 'A package would be sent to every reader: write the little that is needed in src/browser.',
});

/**
 * What readers get is ours alone, and stands in the HTML; so what runs in the browser asks nobody behind it. But for the index of the search, which is
 * loaded by those who search, and what the page for sorting connections opens archives and keeps decisions with: both are better than ours would be.
 */
const notInTheBrowser = [
  packagesBut('minisearch'),
  {
    regex: '^astro:|^(\\.\\./)+(lib|content)/',
    message: "It would be sent to every reader: let an island's .astro file in src/islands ask src/lib, and write it into the HTML.",
  },
  from(
    '(components|layouts|pages)',
    'Markup is written by .astro files: let the one in src/islands write it, and the script find it there.',
  ),
];
const otherIsland = {
  regex: '^\\.\\./(?!\\.\\./)',
  message: 'Islands stand alone: what two share belongs in src/browser. A whole island is loaded by import(), once it is asked for.',
  atOnceOnly: true,
};
/** In a folder of an island, whose own files lie one higher. */
const otherIslandFromWithin = { ...otherIsland, regex: '^\\.\\./\\.\\./(?!\\.\\./)' };
/** What opens the archive and keeps the decisions is sent to those alone who open that page. */
const inTriage = [packagesBut('fflate', 'idb-keyval'), ...notInTheBrowser.slice(1)];
const islands = from('islands', 'src/browser is what islands share: what knows one of them belongs in src/islands.');

const rooms = ['written', 'pictures', 'evidence', 'markdown', 'check', 'search', 'site'];

/** For each room of lib, the rooms it knows. Files beside the rooms are known to all of them, and know none. */
const knownTo = {
  written: [],
  pictures: [],
  evidence: ['written'],
  markdown: ['written', 'evidence'],
  check: ['written', 'pictures', 'evidence', 'markdown'],
  search: ['written', 'evidence', 'markdown'],
  site: ['written', 'pictures', 'evidence', 'markdown'],
};

function otherRooms(room) {
  const known = knownTo[room];
  const unknown = rooms.filter((other) => other !== room && !known.includes(other));
  return {
    regex: `^\\.\\./(\\.\\./lib/)?(${unknown.join('|')})/`,
    message: `src/lib/${room} knows ${known.join(', ') || 'no other room'}: what it needs beyond that comes in as an argument, or belongs in an earlier room of src/lib.`,
  };
}
const anyRoom = {
  regex: `^\\./(${rooms.join('|')})/`,
  message: 'A file beside the rooms of src/lib knows none of them: it belongs in the last room that it needs.',
};

const besideTheDoor = {
  regex: '^\\./(pages|layouts|components|islands|browser|integrations)/',
  message: 'The door for what is written knows nothing of what shows it: what both need belongs in src/lib.',
};

const aboveLib = [...everywhere, pages, layouts, markup, browser, content];
const inPlainNode = [contentOfAstro, fileAsText];

const metaOfVite = {
  selector: 'MemberExpression[object.type="MetaProperty"][property.name=/^(env|glob|hot)$/]',
  message: 'Only src/lib/site and pages ask Vite: the rest of src/lib runs in plain Node too, and gets it as an argument.',
};

/** ESLint's rule sees `import` and `export … from`; `import()` and `import('…').Type` are syntax to it. A slash would end its regular expression. */
const asSyntax = ({ regex, message }) => ({
  selector: `:matches(ImportExpression, TSImportType) Literal[value=/${regex.replaceAll('/', '\\x2F')}/]`,
  message,
});

function wall(files, refused, syntax = []) {
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns: refused.map(({ atOnceOnly: _, ...pattern }) => pattern) }],
      'no-restricted-syntax': [
        'error',
        ...refused.filter((pattern) => !pattern.atOnceOnly && !pattern.allowImportNames).map(asSyntax),
        ...syntax,
      ],
    },
  };
}

/** In this order: where two hold the same file, ESLint follows the later one. */
export const walls = [
  wall(['src/pages/**'], [...everywhere, browser, contentButMdx, onlyToRender, fileAsText]),
  wall(['src/layouts/**'], [...everywhere, pages, browser, content, contentOfAstro], [metaOfVite]),
  wall(['src/components/**'], [...everywhere, pages, layouts, browser, content, contentOfAstro, fileAsText], [metaOfVite]),
  wall(['src/islands/**/*.astro'], [...everywhere, pages, layouts, content, contentOfAstro, fileAsText], [metaOfVite]),
  wall(['src/islands/**/*.ts'], [...everywhere, ...notInTheBrowser, otherIsland], [metaOfVite]),
  wall(['src/islands/triage/*.ts'], [...everywhere, ...inTriage, otherIsland], [metaOfVite]),
  // One script for all that runs on that page.
  wall(['src/islands/triage/whole-page.ts'], [...everywhere, ...inTriage], [metaOfVite]),
  wall(['src/islands/triage/*/**/*.ts'], [...everywhere, ...inTriage, otherIslandFromWithin], [metaOfVite]),
  wall(['src/{pages,layouts,components}/**/*.astro/*.ts'], [...everywhere, ...notInTheBrowser], [metaOfVite]),
  wall(['src/browser/**'], [...everywhere, ...notInTheBrowser, islands], [metaOfVite]),
  wall(['src/lib/*.ts'], [...aboveLib, anyRoom, ...inPlainNode], [metaOfVite]),
  ...rooms
    .filter((room) => room !== 'site')
    .map((room) => wall([`src/lib/${room}/**`], [...aboveLib, otherRooms(room), ...inPlainNode], [metaOfVite])),
  wall(['src/lib/site/**'], [...aboveLib, otherRooms('site')]),
  wall(['src/content.config.ts'], [besideTheDoor]),
  // A step may know the island that it builds something for.
  wall(['src/integrations/**'], [outside, pages, layouts, components, browser, content, contentOfAstro, fileAsText], [metaOfVite]),
];
