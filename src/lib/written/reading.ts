/** Turns the files of `src/content/` into content: parses, validates by schema, and reports with file, field and cure what can't be read. */
import { load as loadYaml, YAMLException } from 'js-yaml';
import type { z } from 'astro/zod';
import type { ContentFiles } from './files.ts';
import {
  checklistSchema,
  claimSchema,
  guideSchema,
  interfaceSchema,
  journeySchema,
  questionSchema,
  sourceSchema,
  tipSchema,
  type Checklist,
  type Claim,
  type Guide,
  type InterfaceName,
  type Question,
  type Source,
  type Stage,
  type Tip,
} from './schema.ts';

/** A text with frontmatter above it. */
export interface Written<Data> {
  readonly data: Data;
  readonly body: string;
}

/** Everything written, by slug. Only what could be read is in it. */
export interface Content {
  readonly journey: readonly Stage[];
  readonly interface: ReadonlyMap<string, InterfaceName>;
  /** By "stage/slug". */
  readonly guides: ReadonlyMap<string, Written<Guide>>;
  readonly checklists: ReadonlyMap<string, Checklist>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tips: ReadonlyMap<string, Written<Tip>>;
  readonly questions: ReadonlyMap<string, Written<Question>>;
}

/** Takes down what is wrong: where, and what to do about it. */
export type Report = (file: string, field: string, cure: string) => void;

const frontmatter = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

function parseYaml(file: string, text: string, report: Report): unknown {
  try {
    return loadYaml(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    report(
      file,
      `line ${error.mark.line + 1}`,
      `not valid YAML (${error.reason}): mend the line; text with a colon or a brace at its start needs quotation marks`,
    );
    return undefined;
  }
}

function validate<Schema extends z.ZodType>(
  file: string,
  at: string,
  schema: Schema,
  value: unknown,
  report: Report,
): z.infer<Schema> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    report(file, [at, ...issue.path.map(String)].filter(Boolean).join('.') || 'whole file', issue.message);
  }
  return undefined;
}

const slugOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');

/** Reads each file of a folder, whose slug is its name. Two files with one name, and files of another kind, are reported. */
function readFolder<Entry>(
  files: ContentFiles,
  { folder, ending }: { folder: string; ending: string },
  report: Report,
  read: (path: string, text: string) => Entry | undefined,
): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const seen = new Map<string, string>();
  for (const [path, text] of files) {
    if (!path.startsWith(`${folder}/`)) continue;
    if (!path.endsWith(ending)) {
      report(path, 'file name', `everything in ${folder}/ is a ${ending} file: rename it or move it elsewhere`);
      continue;
    }
    const slug = slugOf(path);
    const other = seen.get(slug);
    if (other) report(path, 'file name', `the id "${slug}" is taken by ${other}: rename one of the two`);
    seen.set(slug, path);
    const entry = read(path, text);
    if (entry !== undefined) entries.set(slug, entry);
  }
  return entries;
}

function readYamlFolder<Schema extends z.ZodType>(
  files: ContentFiles,
  folder: string,
  schema: Schema,
  report: Report,
): Map<string, z.infer<Schema>> {
  return readFolder(files, { folder, ending: '.yaml' }, report, (path, text) => {
    const raw = parseYaml(path, text, report);
    return raw === undefined ? undefined : validate(path, '', schema, raw, report);
  });
}

function readTextFolder<Schema extends z.ZodType>(
  files: ContentFiles,
  folder: string,
  schema: Schema,
  report: Report,
): Map<string, Written<z.infer<Schema>>> {
  return readFolder(files, { folder, ending: '.md' }, report, (path, text) => readWritten(path, text, schema, report));
}

function readWritten<Schema extends z.ZodType>(
  path: string,
  text: string,
  schema: Schema,
  report: Report,
): Written<z.infer<Schema>> | undefined {
  const match = frontmatter.exec(text);
  if (!match) {
    report(path, 'frontmatter', 'missing: begin the file with a block between two lines of ---');
    return undefined;
  }
  const raw = parseYaml(path, match[1] ?? '', report);
  const data = raw === undefined ? undefined : validate(path, '', schema, raw, report);
  return data === undefined ? undefined : { data, body: text.slice(match[0].length) };
}

function readGuides(files: ContentFiles, report: Report): Map<string, Written<Guide>> {
  const guides = new Map<string, Written<Guide>>();
  const seen = new Map<string, string>();
  for (const [path, text] of files) {
    if (!path.startsWith('guides/')) continue;
    const address = /^guides\/([a-z0-9-]+\/[a-z0-9-]+)\.mdx?$/.exec(path)?.[1];
    if (!address) {
      report(path, 'file name', 'a guide is guides/<stage>/<slug>.mdx, in lower-case words joined by hyphens: move or rename it');
      continue;
    }
    const slug = slugOf(path);
    const other = seen.get(slug);
    if (other) report(path, 'file name', `the slug "${slug}" is taken by ${other}: rename one of the two`);
    seen.set(slug, path);
    const guide = readWritten(path, text, guideSchema, report);
    if (guide) guides.set(address, guide);
  }
  return guides;
}

function readJourney(files: ContentFiles, report: Report): Stage[] {
  const file = 'journey.yaml';
  const raw = parseYaml(file, files.get(file) ?? '', report);
  if (!Array.isArray(raw)) {
    report(file, 'whole file', 'must be a list of stages, each with stage, title, promise and guides');
    return [];
  }
  return raw.flatMap((value, index) => validate(file, String(index), journeySchema, value, report) ?? []);
}

function readInterface(files: ContentFiles, report: Report): Map<string, InterfaceName> {
  const file = 'interface.yaml';
  const raw = parseYaml(file, files.get(file) ?? '', report);
  const names = new Map<string, InterfaceName>();
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    report(
      file,
      'whole file',
      'must give each name its entry, such as "more:" with shown, platform, place, source, date and sure below it',
    );
    return names;
  }
  for (const [name, value] of Object.entries(raw)) {
    const entry = validate(file, name, interfaceSchema, value, report);
    if (entry) names.set(name, entry);
  }
  return names;
}

/** Everything written. What can't be read is reported, and left out. */
export function readContent(files: ContentFiles, report: Report): Content {
  return {
    journey: readJourney(files, report),
    interface: readInterface(files, report),
    guides: readGuides(files, report),
    checklists: readYamlFolder(files, 'checklists', checklistSchema, report),
    sources: readYamlFolder(files, 'evidence/sources', sourceSchema, report),
    claims: readYamlFolder(files, 'evidence/claims', claimSchema, report),
    tips: readTextFolder(files, 'tips', tipSchema, report),
    questions: readTextFolder(files, 'questions', questionSchema, report),
  };
}
