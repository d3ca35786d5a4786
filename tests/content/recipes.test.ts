/** The recipes of CONTRIBUTING.md, followed from its very text. tests/content/development.test.ts looks at what they make. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'astro/zod';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import { readContentFiles } from '../../src/lib/written/files.ts';
import { guideComponents } from '../../src/lib/written/references.ts';
import { describeProblems } from '../../src/lib/written/problems.ts';
import * as schemas from '../../src/lib/written/schema.ts';
import { contributing, fieldsInTables, recipes, terminalTexts, withJourneyLine, withNumbersLine } from '../support/contributing.ts';
import { testDay as today } from '../support/variants.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const content = 'src/content/';
const written = readContentFiles(join(root, content));

/** What is written, with recipes followed. */
function following(paths: Iterable<string>): Map<string, string> {
  const files = new Map(written);
  for (const path of paths) files.set(path.slice(content.length), recipes.get(path) ?? '');
  return files;
}
const ofContent = [...recipes.keys()].filter((path) => path.startsWith(content));
const guide = 'src/content/guides/understand/an-example.mdx';

test('each kind of thing that is written has a recipe', () => {
  expect(ofContent.map((path) => path.slice(content.length).replace(/\/[^/]+$/, '')).sort()).toEqual([
    'checklists',
    'evidence/claims',
    'evidence/sources',
    'guides/understand',
    'questions',
    'tips',
  ]);
});

test('followed to the end, they leave nothing to mend', () => {
  const files = following(ofContent);
  files.set('journey.yaml', withJourneyLine(files.get('journey.yaml') ?? ''));
  files.set('numbers.yaml', withNumbersLine(files.get('numbers.yaml') ?? ''));
  expect(checkContent(files, today).problems).toEqual([]);
});

test('without the line in the journey, a guide is refused in the words that are shown', () => {
  const { problems } = checkContent(following([guide]), today);
  expect(terminalTexts).toContain(describeProblems(problems));
});

test('a tip and a question each need no second file', () => {
  for (const path of ofContent.filter((one) => /tips|questions/.test(one)))
    expect(checkContent(following([path]), today).problems, path).toEqual([]);
});

test('a checklist needs one line beside its file, and without it the build says which', () => {
  const files = following(ofContent.filter((one) => one.includes('checklists')));
  expect(checkContent(files, today).problems.map(({ file, cure }) => `${file}: ${cure}`)).toEqual([
    expect.stringMatching(
      /numbers\.yaml: the checklist "look-at-who-is-there" has no number: add .* at the end, with "steps: \[open-list, note-number\]"/,
    ),
  ]);
  files.set('numbers.yaml', withNumbersLine(files.get('numbers.yaml') ?? ''));
  expect(checkContent(files, today).problems).toEqual([]);
});

test('an island keeps what the types ask of it', () => {
  const island = [...recipes.keys()].filter((path) => path.startsWith('src/islands/'));
  expect(island.map((path) => path.split('/').at(-1))).toEqual(['PressCount.astro', 'lt-press-count.ts', 'define.ts']);
  const copy = join(root, `.cache/recipes-${process.pid}`);
  cpSync(join(root, 'src/browser'), join(copy, 'src/browser'), { recursive: true });
  for (const path of island) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), recipes.get(path) ?? '');
  }
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    island.filter((path) => path.endsWith('.ts')).map((path) => join(copy, path)),
    { ...options, types: [] },
  );
  const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  rmSync(copy, { recursive: true });
  expect(problems).toEqual([]);
});

describe('every field stands in a table', () => {
  type Shape = Readonly<Record<string, z.ZodType>>;
  /** A field and all that are inside it. */
  const fieldsOf = (field: z.ZodType): string[] => {
    const inside = field as { shape?: Shape; element?: z.ZodType; unwrap?: () => z.ZodType };
    if (inside.shape) return Object.entries(inside.shape).flatMap(([name, part]) => [name, ...fieldsOf(part)]);
    if (inside.element) return fieldsOf(inside.element);
    return inside.unwrap ? fieldsOf(inside.unwrap()) : [];
  };
  const all = Object.entries<unknown>(schemas).filter((entry): entry is [string, z.ZodType] => entry[0].endsWith('Schema'));

  test.each(all)('of %s', (_, schema) => {
    const fields = fieldsOf(schema);
    expect(fields.length).toBeGreaterThan(1);
    expect(fields.filter((field) => !fieldsInTables.has(field))).toEqual([]);
  });

  test('so does every component of guides', () => {
    for (const component of Object.keys(guideComponents)) expect(contributing).toMatch(new RegExp(`^\\| .*\`<${component}[ >]`, 'm'));
  });
});
