/** The linter holds the walls of the house: each is tried with a small text under a made-up file name. */
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, expect, test } from 'vitest';

const linter = new ESLint();
// Rules that ask for types would want the made-up files to be there. Astro's files are linted without.
const linterWithoutTypes = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

async function complaints(file: string, text: string): Promise<string[]> {
  const results = await (file.endsWith('.astro') ? linter : linterWithoutTypes).lintText(text, { filePath: file });
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ ruleId, fatal }) => fatal === true || (ruleId?.startsWith('no-restricted') ?? false))
    .map(({ message }) => message);
}

// Loads parsers and rules, which takes longer than every test together.
beforeAll(async () => {
  for (const file of ['src/pages/new.astro', 'src/lib/new.ts']) await complaints(file, '');
}, 120_000);

const inAstro = (code: string): string => `---\n${code}\n---\n\n<p>Text</p>\n`;
const inScript = (code: string): string => `<p>Text</p>\n\n<script>\n${code}\n</script>\n`;

function asFile(place: string, code: string): { file: string; text: string } {
  if (place.endsWith(' <script>')) return { file: place.replace(' <script>', ''), text: inScript(code) };
  return { file: place, text: place.endsWith('.astro') ? inAstro(code) : code };
}

const importing = (address: string): string => `import { thing } from '${address}';\nexport const other = thing;`;

/** Where a file stands, what it may not import, and the place its complaint names. */
const refused: [place: string, address: string, belongs: string][] = [
  // Nothing points back up.
  ['src/layouts/New.astro', '../pages/index.astro', 'src/layouts, src/components or src/lib/site'],
  ['src/components/New.astro', '../pages/index.astro', 'src/layouts, src/components or src/lib/site'],
  ['src/components/guide/New.astro', '../../layouts/Frame.astro', 'src/components'],
  ['src/islands/new/New.astro', '../../layouts/Frame.astro', 'src/components'],
  ['src/islands/new/New.astro', '../../pages/index.astro', 'src/lib/site'],
  ['src/lib/new.ts', '../components/Mark.astro', 'src/lib'],
  ['src/lib/written/new.ts', '../../islands/search/query.ts', 'src/lib'],
  ['src/lib/site/new.ts', '../../layouts/Frame.astro', 'src/components'],
  ['src/lib/site/new.ts', '../../pages/search.astro', 'src/lib/site'],
  ['src/lib/search/new.ts', '../../browser/progress.ts', 'src/islands'],
  ['src/lib/check/new.ts', '../../integrations/page-policy.ts', 'src/lib'],
  ['src/content.config.ts', './components/Mark.astro', 'src/lib'],
  ['src/integrations/new.ts', '../components/Mark.astro', 'src/lib'],
  ['src/integrations/new.ts', '../layouts/Frame.astro', 'src/components'],
  // What runs in the browser is asked for by an island.
  ['src/pages/new.astro', '../browser/progress.ts', 'src/islands'],
  ['src/layouts/New.astro', '../browser/progress.ts', 'src/islands'],
  ['src/components/New.astro', '../browser/progress.ts', 'src/islands'],
  // It gets its data from the HTML it stands in.
  ['src/islands/new/lt-new.ts', '../../lib/dates.ts', 'src/islands'],
  ['src/islands/new/lt-new.ts', '../../content/journey.yaml', 'src/islands'],
  ['src/islands/new/lt-new.ts', 'astro:content', 'src/islands'],
  ['src/islands/new/lt-new.ts', '../../components/Mark.astro', 'src/islands'],
  ['src/islands/new/lt-new.ts', '../../layouts/Frame.astro', 'src/islands'],
  ['src/islands/new/New.astro <script>', '../../lib/dates.ts', 'src/islands'],
  ['src/layouts/New.astro <script>', '../lib/dates.ts', 'src/islands'],
  ['src/components/New.astro <script>', '../lib/dates.ts', 'src/islands'],
  ['src/pages/new.astro <script>', '../lib/dates.ts', 'src/islands'],
  ['src/browser/new.ts', '../lib/dates.ts', 'src/islands'],
  ['src/browser/new.ts', 'astro:content', 'src/islands'],
  ['src/browser/new.ts', '../components/Mark.astro', 'src/islands'],
  ['src/browser/new.ts', '../islands/search/query.ts', 'src/islands'],
  // Every package, every whole island would be sent along.
  ['src/islands/new/lt-new.ts', 'entities', 'src/browser'],
  ['src/islands/new/lt-new.ts', 'node:fs', 'src/browser'],
  ['src/browser/new.ts', 'entities', 'src/browser'],
  ['src/islands/new/lt-new.ts', '../search/query.ts', 'src/browser'],
  // The rooms of lib: dates, written, pictures → evidence → markdown → check, search, site.
  ['src/lib/new.ts', './written/schema.ts', 'src/lib'],
  ['src/lib/written/new.ts', '../evidence/verdicts.ts', 'src/lib/written'],
  ['src/lib/written/new.ts', '../pictures/mark.ts', 'src/lib/written'],
  ['src/lib/pictures/new.ts', '../site/colours.ts', 'src/lib/pictures'],
  ['src/lib/evidence/new.ts', '../markdown/wording.ts', 'src/lib/evidence'],
  ['src/lib/evidence/new.ts', '../../lib/markdown/wording.ts', 'src/lib/evidence'],
  ['src/lib/markdown/new.ts', '../check/check.ts', 'src/lib/markdown'],
  ['src/lib/markdown/new.ts', '../site/content.ts', 'src/lib/markdown'],
  ['src/lib/check/new.ts', '../search/records.ts', 'src/lib/check'],
  ['src/lib/check/new.ts', '../site/content.ts', 'src/lib/check'],
  ['src/lib/search/new.ts', '../check/check.ts', 'src/lib/search'],
  ['src/lib/search/new.ts', '../site/addresses.ts', 'src/lib/search'],
  ['src/lib/site/new.ts', '../check/check.ts', 'src/lib/site'],
  ['src/lib/site/new.ts', '../search/records.ts', 'src/lib/site'],
  // Only lib/site lives inside Vite.
  ['src/lib/search/new.ts', 'astro:content', 'src/lib/site'],
  ['src/lib/new.ts', 'virtual:search-words', 'src/lib/site'],
  ['src/lib/pictures/new.ts', '../../styles/tokens.css?raw', 'src/lib/site'],
  ['src/integrations/new.ts', 'astro:content', 'src/lib/site'],
  ['src/components/New.astro', 'astro:content', 'src/lib/site'],
  ['src/components/New.astro', './choices.css?raw', 'src/lib/site'],
  ['src/layouts/New.astro', 'astro:content', 'src/lib/site'],
  ['src/pages/new.astro', '../styles/tokens.css?raw', 'src/lib/site'],
  ['src/pages/new.astro', 'astro:content', 'src/lib/site'],
  // What is written comes in by one door.
  ['src/pages/new.astro', '../content/journey.yaml', 'src/content.config.ts'],
  ['src/layouts/New.astro', '../content/journey.yaml', 'src/content.config.ts'],
  ['src/components/New.astro', '../content/journey.yaml', 'src/content.config.ts'],
  ['src/lib/site/new.ts', '../../content/journey.yaml', 'src/content.config.ts'],
  ['src/integrations/new.ts', '../content/journey.yaml', 'src/content.config.ts'],
  // Steps of the build, tests and scripts stand outside of what is built.
  ['src/pages/new.ts', '../integrations/html-files.ts', 'src/lib'],
  ['src/lib/written/new.ts', '../../../tests/support/weight.ts', 'src/lib'],
  ['src/pages/new.ts', '../../scripts/due-list.ts', 'src/lib'],
];

test.each(refused)('%s may not import %s', async (place, address, belongs) => {
  const { file, text } = asFile(place, importing(address));
  expect(await complaints(file, text)).toEqual([expect.stringContaining(belongs)]);
});

const allowed: [place: string, address: string][] = [
  ['src/pages/new.astro', '../layouts/Sheet.astro'],
  ['src/pages/new.astro', '../components/Mark.astro'],
  ['src/pages/new.astro', '../islands/search/Search.astro'],
  ['src/pages/new.astro', '../lib/site/content.ts'],
  ['src/pages/new.astro', '../content/about.mdx'],
  ['src/layouts/New.astro', '../components/Mark.astro'],
  ['src/layouts/New.astro', '../islands/colours/before-first-paint.ts'],
  ['src/layouts/New.astro', '../components/evidence/sides.css?raw'],
  ['src/layouts/New.astro <script>', '../islands/search/define.ts'],
  ['src/components/guide/New.astro', '../../lib/site/content.ts'],
  ['src/components/New.astro', '../islands/menu/Menu.astro'],
  ['src/components/New.astro', './choices.css'],
  ['src/islands/new/New.astro', '../../lib/site/content.ts'],
  ['src/islands/new/New.astro', '../../components/Mark.astro'],
  ['src/islands/new/New.astro', '../forget/Forget.astro'],
  ['src/islands/new/New.astro', '../../browser/progress.ts'],
  ['src/islands/new/New.astro <script>', './define.ts'],
  ['src/islands/new/lt-new.ts', '../../browser/island.ts'],
  ['src/islands/new/lt-new.ts', './query.ts'],
  ['src/islands/new/lt-new.ts', './search.css?inline'],
  ['src/islands/new/lt-new.ts', 'virtual:search-words'],
  ['src/browser/new.ts', './island.ts'],
  ['src/lib/written/new.ts', '../dates.ts'],
  ['src/lib/written/new.ts', '../ties.ts'],
  ['src/lib/evidence/new.ts', '../written/schema.ts'],
  ['src/lib/markdown/new.ts', '../evidence/verdicts.ts'],
  ['src/lib/check/new.ts', '../markdown/wording.ts'],
  ['src/lib/search/new.ts', '../markdown/wording.ts'],
  ['src/lib/site/new.ts', '../pictures/palette.ts'],
  ['src/lib/site/new.ts', '../markdown/wording.ts'],
  ['src/lib/site/new.ts', 'astro:content'],
  ['src/lib/site/new.ts', '../../styles/tokens.css?raw'],
  ['src/content.config.ts', 'astro:content'],
  ['src/content.config.ts', './lib/check/check.ts'],
  ['src/integrations/new.ts', '../lib/check/check.ts'],
  ['src/integrations/new.ts', '../islands/search/query.ts'],
  ['tests/unit/new.ts', '../../src/browser/progress.ts'],
  ['scripts/new.ts', '../src/lib/check/check.ts'],
];

test.each(allowed)('%s may import %s', async (place, address) => {
  const { file, text } = asFile(place, importing(address));
  expect(await complaints(file, text)).toEqual([]);
});

test.each([
  ['types', `import type { Thing } from '../islands/thing.ts';\nexport const other = (thing: Thing) => thing;`],
  ['what is passed on', `export { thing } from '../islands/thing.ts';`],
  ['everything that is passed on', `export * from '../islands/thing.ts';`],
  ['what is only run', `import '../islands/thing.ts';`],
  ['what is loaded later', `export const load = () => import('../islands/thing.ts');`],
  ['types in place', `export type Other = import('../islands/thing.ts').Thing;`],
])('a wall stands before %s, too', async (_, text) => {
  expect(await complaints('src/lib/new.ts', text)).toHaveLength(1);
});

test('an island may load another when it is asked for', async () => {
  expect(await complaints('src/islands/new/lt-new.ts', `export const load = () => import('../search/lt-search-dialog.ts');`)).toEqual([]);
});

test('a page may ask Astro to render a guide', async () => {
  expect(
    await complaints(
      'src/pages/new.astro',
      inAstro(`import { render } from 'astro:content';\nconst { Content } = await render(Astro.props);`),
    ),
  ).toEqual([]);
});

test.each(['src/lib/search/new.ts', 'src/lib/new.ts', 'src/islands/new/lt-new.ts', 'src/browser/new.ts', 'src/integrations/new.ts'])(
  '%s may not ask Vite',
  async (file) => {
    expect(await complaints(file, 'export const base = import.meta.env.BASE_URL;')).toEqual([expect.stringContaining('src/lib/site')]);
  },
);

test('src/lib/site may ask Vite', async () => {
  expect(await complaints('src/lib/site/new.ts', 'export const base = import.meta.env.BASE_URL;')).toEqual([]);
});
