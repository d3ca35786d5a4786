/** Where a document or a comment sends its reader, there is a file. */
import { describe, expect, test } from 'vitest';
import { recipes } from '../support/contributing.ts';
import { codeFiles, filesAtRoot, filesIn, textOf } from '../support/source-files.ts';

const files = [...['src', 'tests', 'scripts', 'docs', 'public', '.github', '.ci'].flatMap(filesIn), ...filesAtRoot];

/** Named, and for a good reason not there. */
const notThere: Record<string, string> = {
  ...Object.fromEntries([...recipes.keys()].map((path) => [path, 'whoever follows the recipe makes it'])),
  'Name.astro': 'stands for the island that somebody adds',
  'pagefind_web_js/types/index.d.ts': "in Pagefind's own repository",
};

/** As a pattern: "<name>" and "…" stand for any name. A path counts from its end too: "claims/notified.yaml" sends nobody astray. */
function exists(path: string): boolean {
  if (path in notThere) return true;
  const literally = path.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/<\w+>/g, '[^/]+');
  const pattern = new RegExp(path.endsWith('/') ? `^${literally}` : `(^|/)${literally}($|/)`);
  return files.some((file) => pattern.test(file));
}

const endsLikeAFile = /\.(?:ts|mjs|astro|css|md|mdx|yaml|tsv|json|csv)$/;
const beginsLikeOne = /^(?:src|tests|scripts|docs|public|\.github|\.ci)\//;

/** What stands in backticks and looks like a path, and where links within the repository lead. What begins with "/" is an address on the site. */
function pathsInDocument(text: string): string[] {
  const inBackticks = [...text.matchAll(/`([^`/\s][^`\s]*)`/g)].map(([, code = '']) => code);
  const linked = [...text.matchAll(/\]\((?!https?:|[#/])([^)#\s]+)/g)].map(([, target = '']) => target);
  return [...inBackticks.filter((code) => endsLikeAFile.test(code) || beginsLikeOne.test(code)), ...linked];
}

/** Paths with a folder in what follows "//", "/*", or the "*" of a longer comment. */
function pathsInComments(text: string): string[] {
  const comments = [...text.matchAll(/(?:(?:^|[\s{])(?:\/\/|\/\*\*?)|^\s*\*)\s(.*)/gm)].map(([, comment = '']) => comment);
  return comments.flatMap(
    (comment) => comment.match(/(?<![\w/.])[\w.-]+(?:\/[\w.[\]-]+)+\.(?:ts|mjs|astro|css|md|mdx|yaml|tsv|json)\b/g) ?? [],
  );
}

test('a path that leads nowhere is seen', () => {
  expect(pathsInDocument('See `src/lib/nowhere.ts`, `tests/bench/`, `claims/none.yaml` and [this](docs/none.md#part).')).toEqual([
    'src/lib/nowhere.ts',
    'tests/bench/',
    'claims/none.yaml',
    'docs/none.md',
  ]);
  // Put together here, since this file's comments are looked through, too.
  const comments = `const one = 1; ${['//', 'styles/code.css'].join(' ')} gives it its look\n/**\n ${['*', '`src/lib/nowhere.ts`'].join(' ')}.\n */`;
  expect(pathsInComments(comments)).toEqual(['styles/code.css', 'src/lib/nowhere.ts']);
  expect(['src/lib/nowhere.ts', 'styles/code.css', 'src/nowhere/', 'claims/none.yaml', 'okens.css'].filter(exists)).toEqual([]);
  expect(
    ['src/lib/ties.ts', 'styles/tokens.css', 'src/islands/<name>/', 'claims/<id>.yaml', 'tests/site'].filter((path) => !exists(path)),
  ).toEqual([]);
});

describe.each(['README.md', 'CONTRIBUTING.md', ...filesIn('docs').filter((path) => path.endsWith('.md'))])('%s', (document) => {
  test.each(pathsInDocument(textOf(document)))('names %s, which is there', (path) => {
    expect(exists(path)).toBe(true);
  });
});

const commented = [...codeFiles, ...filesIn('src/styles')].flatMap((path) =>
  pathsInComments(textOf(path)).map((named) => ({ path, named })),
);

test('comments name many files, and each is there', () => {
  expect(commented.length).toBeGreaterThan(10);
  expect(commented.filter(({ named }) => !exists(named))).toEqual([]);
});

test('README and CONTRIBUTING lead to the design', () => {
  for (const document of ['README.md', 'CONTRIBUTING.md']) expect(pathsInDocument(textOf(document))).toContain('docs/design.md');
});
