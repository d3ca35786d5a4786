/** The repository's own files, for tests that hold how they are kept. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The files that lie in no folder. */
export const filesAtRoot: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name);

/** Every file below a folder, as paths from the root with "/" between folders. */
export const filesIn = (folder: string): string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replaceAll('\\', '/'));

/** TypeScript, JavaScript and Astro, ours alone. */
export const codeFiles: readonly string[] = [...['src', 'tests', 'scripts'].flatMap(filesIn), ...filesAtRoot].filter((path) =>
  /\.(ts|mjs|astro)$/.test(path),
);

export const textOf = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** What stands between the fences, and what stands in `<script>`. */
const codeInAstro = (text: string): string =>
  [/^---\n([\s\S]*?)^---$/m.exec(text)?.[1], ...[...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code)].join('\n');

/** Whatever the file imports or exports from somewhere, types too, as it is written there. */
export function importsOf(path: string): string[] {
  const text = path.endsWith('.astro') ? codeInAstro(textOf(path)) : textOf(path);
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}
