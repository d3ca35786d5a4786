/** Turns the files of `src/content/` into content: parses, validates by schema, and reports with file, field and cure what can't be read. */
import { load as loadYaml, YAMLException } from 'js-yaml';
import { markdownToMdast } from 'satteri';
import type { z } from 'astro/zod';
import type { ContentFiles } from './files.ts';
import type { Problems } from './problems.ts';
import { inOurWords } from './own-words.ts';
import {
  changeSchema,
  checklistSchema,
  claimSchema,
  firstThingSchema,
  guideSchema,
  interfaceSchema,
  invitationNotesSchema,
  journeySchema,
  numbersSchema,
  questionSchema,
  searchWordsSchema,
  slug,
  sourceSchema,
  tipSchema,
  waysSchema,
  type Change,
  type Checklist,
  type Claim,
  type Entry,
  type FirstThing,
  type Guide,
  type InterfaceName,
  type InvitationNotes,
  type NumberedChecklist,
  type Question,
  type SearchWords,
  type Source,
  type Stage,
  type Text,
  type Tip,
  type Way,
  type WayQuestion,
} from './schema.ts';

/** Everything written. Only what could be read is in it. */
export interface Content {
  /** In the order of the journey. */
  readonly journey: readonly Stage[];
  readonly interface: Entries<InterfaceName>;
  /** A guide's id is "stage/slug". */
  readonly guides: Entries<Text<Guide>>;
  readonly checklists: Entries<Checklist>;
  readonly sources: Entries<Source>;
  readonly claims: Entries<Claim>;
  readonly tips: Entries<Text<Tip>>;
  readonly questions: Entries<Text<Question>>;
  readonly searchWords: SearchWords;
  readonly firstThings: readonly FirstThing[];
  readonly invitationNotes: InvitationNotes;
  /** In the order in which they are asked. */
  readonly wayQuestions: readonly WayQuestion[];
  readonly ways: readonly Way[];
  /** The newest first. */
  readonly changes: readonly Change[];
  /** In the order of their numbers. */
  readonly numbers: readonly NumberedChecklist[];
}

/** By id. */
type Entries<Kind extends Entry> = ReadonlyMap<string, Kind>;

/** The value; undefined where there is none to be had. `above` is how many lines of the file come before the text. */
function parseYaml(file: string, text: string, problems: Problems, above = 0): { readonly value: unknown } | undefined {
  try {
    return { value: loadYaml(text) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const mark = error.mark as typeof error.mark | undefined;
    if (!mark) {
      problems.at(file, 'whole file')(`not valid YAML (${error.reason}): a line of --- begins another text, so delete it`);
      return undefined;
    }
    const report = problems.at(file, `line ${mark.line + 1 + above}`);
    report(
      `not valid YAML (${error.reason}): mend the line; text that holds “: ” or “ #”, or begins with a brace, a bracket, “*”, “&”, “!”, “%” or “@”, needs quotation marks`,
    );
    return undefined;
  }
}

/** The same of a file of which there is one. */
function parseSingle(file: string, files: ContentFiles, problems: Problems): { readonly value: unknown } | undefined {
  const text = files.get(file);
  if (text !== undefined) return parseYaml(file, text, problems);
  problems.at(file, 'file name')('there is no such file: write it, or get it back from the repository');
  return undefined;
}

interface Place {
  readonly file: string;
  /** Where in the file the value stands; empty for the whole. */
  readonly field?: string;
}

function validate<Schema extends z.ZodType>(
  { file, field = '' }: Place,
  schema: Schema,
  value: unknown,
  problems: Problems,
): z.infer<Schema> | undefined {
  const result = schema.safeParse(value, { error: inOurWords });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    problems.at(file, [field, ...issue.path.map(String)].filter(Boolean).join('.') || 'whole file')(issue.message);
  }
  return undefined;
}

/** A file of YAML of which there is one. */
function readSingle<Schema extends z.ZodType>(
  file: string,
  files: ContentFiles,
  schema: Schema,
  problems: Problems,
): z.infer<Schema> | undefined {
  const raw = parseSingle(file, files, problems);
  return raw && validate({ file }, schema, raw.value, problems);
}

/** A file of YAML. */
function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema, problems: Problems): z.infer<Schema> | undefined {
  const raw = parseYaml(file, text, problems);
  return raw && validate({ file }, schema, raw.value, problems);
}

const fileName = (path: string): string => path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');

interface Folder<Read extends object> {
  readonly folder: string;
  readonly ending: string;
  /** The id of what a file holds: its name, where nothing else is said. Undefined where the path is none such a file may have. */
  readonly idOf?: (path: string) => string | undefined;
  /** What a path has to be, with the cure. */
  readonly shape?: string;
  readonly read: (path: string, text: string) => Read | undefined;
}

/** Reads each file of a folder. Two files with one name, and files of another kind, are reported. */
function readFolder<Read extends object>(
  files: ContentFiles,
  {
    folder,
    ending,
    idOf = fileName,
    shape = `everything in ${folder}/ is a ${ending} file: rename it or move it elsewhere`,
    read,
  }: Folder<Read>,
  problems: Problems,
): Map<string, Read & Entry> {
  const entries = new Map<string, Read & Entry>();
  const seen = new Map<string, string>();
  for (const [path, text] of files) {
    if (!path.startsWith(`${folder}/`)) continue;
    const report = problems.at(path, 'file name');
    const id = path.endsWith(ending) ? idOf(path) : undefined;
    if (id === undefined) {
      report(shape);
      continue;
    }
    const name = fileName(path);
    const other = seen.get(name);
    if (other) report(`the id "${name}" is taken by ${other}: rename one of the two`);
    seen.set(name, path);
    if (!slug.safeParse(name).success) {
      report(
        `the name of a file is the id of what it holds, and part of addresses: write it in lower-case Latin letters and digits, words joined by hyphens`,
      );
      continue;
    }
    const entry = read(path, text);
    if (entry) entries.set(id, { ...entry, id });
  }
  return entries;
}

/** The frontmatter of a text as YAML, and what stands below it; undefined where there is none. */
function splitText(text: string): { frontmatter: string; body: string } | undefined {
  const tree = markdownToMdast(text, { features: { frontmatter: true } });
  const first = tree.type === 'root' ? tree.children[0] : undefined;
  if (first?.type !== 'yaml' || !first.position) return undefined;
  const below = text.indexOf('\n', first.position.end.offset) + 1;
  return { frontmatter: first.value, body: below > 0 ? text.slice(below) : '' };
}

function readText<Schema extends z.ZodType<object>>(
  file: string,
  text: string,
  schema: Schema,
  problems: Problems,
): Text<z.infer<Schema>> | undefined {
  const split = splitText(text);
  if (!split) {
    problems.at(file, 'frontmatter')('missing: begin the file with a block between two lines of ---');
    return undefined;
  }
  const { frontmatter, body } = split;
  // The line of --- comes before it.
  const raw = parseYaml(file, frontmatter, problems, 1);
  const data = raw && validate({ file }, schema, raw.value, problems);
  return data === undefined ? undefined : { ...data, body };
}

function readGuides(files: ContentFiles, problems: Problems): Map<string, Text<Guide>> {
  const where = {
    folder: 'guides',
    ending: '.mdx',
    idOf: (path: string) => /^guides\/([a-z0-9-]+\/[a-z0-9-]+)\.mdx$/.exec(path)?.[1],
    shape: 'a guide is guides/<stage>/<slug>.mdx, in lower-case words joined by hyphens: move or rename it',
  };
  return readFolder(files, { ...where, read: (path, text) => readText(path, text, guideSchema, problems) }, problems);
}

function readJourney(files: ContentFiles, problems: Problems): Stage[] {
  const file = 'journey.yaml';
  const raw = parseSingle(file, files, problems);
  if (!raw) return [];
  if (!Array.isArray(raw.value)) {
    problems.at(file, 'whole file')('must be a list of stages, each with id, title, promise and guides');
    return [];
  }
  return raw.value.flatMap(
    (value, index) => validate({ file, field: String(index) }, journeySchema.extend({ id: slug }), value, problems) ?? [],
  );
}

/** Each name by itself, so that a mistake in one leaves the others. */
function readInterface(files: ContentFiles, problems: Problems): Map<string, InterfaceName> {
  const file = 'interface.yaml';
  const raw = parseSingle(file, files, problems);
  const names = new Map<string, InterfaceName>();
  if (!raw) return names;
  if (typeof raw.value !== 'object' || raw.value === null || Array.isArray(raw.value)) {
    const report = problems.at(file, 'whole file');
    report('must give each name its entry, such as "more:" with shown, platform, place, source, date and sure below it');
    return names;
  }
  for (const [id, value] of Object.entries(raw.value)) {
    if (!slug.safeParse(id).success) {
      problems.at(file, id)('is no name that a text can use: write lower-case words joined by hyphens');
      continue;
    }
    const entry = validate({ file, field: id }, interfaceSchema, value, problems);
    if (entry) names.set(id, { ...entry, id });
  }
  return names;
}

function readFirstThings(files: ContentFiles, problems: Problems): FirstThing[] {
  const file = 'first-things.yaml';
  const things = readSingle(file, files, firstThingSchema.array(), problems) ?? [];
  return things.map((thing) => ({ ...thing, id: thing.guide }));
}

function readChanges(files: ContentFiles, problems: Problems): Change[] {
  const changes = readSingle('changes.yaml', files, changeSchema.array(), problems) ?? [];
  return changes.map((change) => ({ ...change, id: change.date }));
}

function readNumbers(files: ContentFiles, problems: Problems): NumberedChecklist[] {
  const numbered = readSingle('numbers.yaml', files, numbersSchema.array(), problems) ?? [];
  return numbered.map(({ checklist, ...rest }) => ({ ...rest, id: checklist }));
}

/** Everything written. What can't be read is reported, and left out. */
export function readContent(files: ContentFiles, problems: Problems): Content {
  const yamlIn = <Schema extends z.ZodType<object>>(folder: string, schema: Schema) =>
    readFolder(files, { folder, ending: '.yaml', read: (path, text) => readYaml(path, text, schema, problems) }, problems);
  const textsIn = <Schema extends z.ZodType<object>>(folder: string, schema: Schema) =>
    readFolder(files, { folder, ending: '.md', read: (path, text) => readText(path, text, schema, problems) }, problems);
  const { questions: wayQuestions, ways } = readSingle('ways.yaml', files, waysSchema, problems) ?? { questions: [], ways: [] };
  return {
    journey: readJourney(files, problems),
    interface: readInterface(files, problems),
    guides: readGuides(files, problems),
    checklists: yamlIn('checklists', checklistSchema),
    sources: yamlIn('evidence/sources', sourceSchema),
    claims: yamlIn('evidence/claims', claimSchema),
    tips: textsIn('tips', tipSchema),
    questions: textsIn('questions', questionSchema),
    searchWords: readSingle('synonyms.yaml', files, searchWordsSchema, problems) ?? {
      groups: [],
      direction: [],
      stop: [],
      pages: [],
    },
    firstThings: readFirstThings(files, problems),
    invitationNotes: readSingle('invitation-notes.yaml', files, invitationNotesSchema, problems) ?? {
      greeting: '',
      ending: '',
      blanks: [],
      occasions: [],
      warnings: [],
    },
    wayQuestions,
    ways,
    changes: readChanges(files, problems),
    numbers: readNumbers(files, problems),
  };
}
