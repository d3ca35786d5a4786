/**
 * The content check: reads everything written and says, with file, field and cure, what is wrong with it. It exists because
 * Astro builds happily over broken YAML under `file()`, references to nothing and two files with one slug.
 */
import { load as loadYaml, YAMLException } from 'js-yaml';
import type { z } from 'astro/zod';
import type { ContentFiles } from './content-files.ts';
import { referencesOf, type GuideComponent } from './mdx-references.ts';
import {
  checklistSchema,
  claimSchema,
  guideSchema,
  interfaceSchema,
  journeySchema,
  sourceSchema,
  type Checklist,
  type Claim,
  type Guide,
  type InterfaceName,
  type Screen,
  type Source,
  type Stage,
} from './schema.ts';
import { findTokens } from './tokens.ts';
import { foreignPhrases, verdictMeanings, verdictShortfall } from './verdicts.ts';

export interface Problem {
  readonly file: string;
  readonly field: string;
  /** What is wrong and what to do about it. */
  readonly cure: string;
}

export interface GuideEntry {
  readonly data: Guide;
  readonly body: string;
}

/** Everything written, by slug. Only what could be read is in it. */
export interface Content {
  readonly journey: readonly Stage[];
  readonly interface: ReadonlyMap<string, InterfaceName>;
  /** By "stage/slug". */
  readonly guides: ReadonlyMap<string, GuideEntry>;
  readonly checklists: ReadonlyMap<string, Checklist>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly claims: ReadonlyMap<string, Claim>;
}

type Report = (file: string, field: string, cure: string) => void;

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

function readCollection<Schema extends z.ZodType>(
  files: ContentFiles,
  folder: string,
  schema: Schema,
  report: Report,
): Map<string, z.infer<Schema>> {
  const entries = new Map<string, z.infer<Schema>>();
  const seen = new Map<string, string>();
  for (const [path, text] of files) {
    if (!path.startsWith(`${folder}/`)) continue;
    if (!path.endsWith('.yaml')) {
      report(path, 'file name', `everything in ${folder}/ is a .yaml file: rename it or move it elsewhere`);
      continue;
    }
    const slug = slugOf(path);
    const other = seen.get(slug);
    if (other) report(path, 'file name', `the id "${slug}" is taken by ${other}: rename one of the two`);
    seen.set(slug, path);
    const raw = parseYaml(path, text, report);
    const entry = raw === undefined ? undefined : validate(path, '', schema, raw, report);
    if (entry !== undefined) entries.set(slug, entry);
  }
  return entries;
}

function readGuides(files: ContentFiles, report: Report): Map<string, GuideEntry> {
  const guides = new Map<string, GuideEntry>();
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
    const match = frontmatter.exec(text);
    if (!match) {
      report(path, 'frontmatter', 'missing: begin the file with a block between two lines of ---');
      continue;
    }
    const raw = parseYaml(path, match[1] ?? '', report);
    const data = raw === undefined ? undefined : validate(path, '', guideSchema, raw, report);
    if (data) guides.set(address, { data, body: text.slice(match[0].length) });
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

function checkTokens(file: string, field: string, text: string, content: Content, report: Report): void {
  const { tokens, malformed } = findTokens(text);
  for (const raw of malformed) report(file, field, `"${raw}" is no token: write {ui:name}, {ui:name:announced} or {claim:name}`);
  for (const token of tokens) {
    if (token.kind === 'ui') checkUi(file, field, token.name, token.announced, content, report);
    else checkClaimExists(file, field, token.name, content, report);
  }
}

function checkUi(file: string, field: string, name: string, announced: boolean, content: Content, report: Report): void {
  const entry = content.interface.get(name);
  if (!entry) report(file, field, `no button is called "${name}": add it to interface.yaml or use one that is there`);
  else if (announced && !entry.announced)
    report(file, field, `interface.yaml has no announced name for "${name}": add one or drop ":announced"`);
}

function checkClaimExists(file: string, field: string, id: string, content: Content, report: Report): void {
  if (!content.claims.has(id)) report(file, field, `no claim is called "${id}": write evidence/claims/${id}.yaml or use one that is there`);
}

function checkJourney(content: Content, report: Report): void {
  const placed = new Set<string>();
  for (const { stage, guides } of content.journey) {
    for (const slug of guides) {
      const address = `${stage}/${slug}`;
      if (placed.has(address)) report('journey.yaml', `${stage}.guides`, `"${slug}" stands twice: remove one`);
      placed.add(address);
      if (!content.guides.has(address))
        report('journey.yaml', `${stage}.guides`, `there is no guides/${address}.mdx: write it or remove the line`);
    }
  }
  for (const address of content.guides.keys()) {
    const [stage, slug] = address.split('/');
    if (!placed.has(address))
      report(`guides/${address}.mdx`, 'journey', `missing from journey.yaml: add "- ${slug}" under the stage "${stage}"`);
  }
}

function checkGuides(content: Content, report: Report): void {
  for (const [address, { data, body }] of content.guides) {
    const file = `guides/${address}.mdx`;
    checkTokens(file, 'answer', data.answer, content, report);
    for (const field of ['before', 'related'] as const) {
      for (const other of data[field]) {
        if (!content.guides.has(other) || other === address) {
          report(file, field, `"${other}" is no other guide: write "stage/slug" of one that is there`);
        }
      }
    }
    checkBody(file, body, content, report);
  }
}

/** The others are drawings and asides, which name nothing that is written elsewhere. */
const refersToName = new Set<GuideComponent>(['Claim', 'BothSides', 'Ui', 'Checklist']);

function checkBody(file: string, body: string, content: Content, report: Report): void {
  const shown = new Set<string>();
  for (const { component, target } of referencesOf(body)) {
    const field = `<${component}>`;
    if (!refersToName.has(component)) continue;
    if (target === undefined) {
      report(file, field, `needs ${component === 'Ui' ? 'name' : 'id'}="…" in plain quotation marks`);
    } else if (component === 'Ui') {
      checkUi(file, field, target, false, content, report);
    } else if (component === 'Checklist') {
      if (!content.checklists.has(target))
        report(file, field, `no checklist is called "${target}": write checklists/${target}.yaml or use one that is there`);
      if (shown.has(target))
        report(file, field, `shows "${target}" twice: ids would stand twice on the page, so link to the first instead`);
      shown.add(target);
    } else {
      checkClaimExists(file, field, target, content, report);
    }
  }
}

/** A drawing is a claim: nothing that nobody has seen is drawn. */
function checkScreen(file: string, field: string, { target, near }: Screen, content: Content, report: Report): void {
  for (const name of [target, ...near]) {
    checkUi(file, field, name, false, content, report);
    const entry = content.interface.get(name);
    if (entry?.platform === 'app') report(file, field, `"${name}" is of the app, which nobody has seen: draw nothing of it`);
    if (entry?.sure === 'unknown') report(file, field, `nobody has verified the name of "${name}": draw nothing that shows it`);
  }
}

function checkChecklists(content: Content, report: Report): void {
  for (const [slug, checklist] of content.checklists) {
    const file = `checklists/${slug}.yaml`;
    for (const field of ['summary', 'finish'] as const) checkTokens(file, field, checklist[field], content, report);
    const ids = new Set<string>();
    for (const step of checklist.steps) {
      const at = `steps.${step.id}`;
      if (ids.has(step.id)) report(file, at, 'this id stands twice in the list: give the later step another one');
      if (checklist.retired.includes(step.id))
        report(file, at, 'this id is retired: somebody’s tick may still carry it, so choose a new one');
      ids.add(step.id);
      for (const field of ['action', 'expect', 'ifNot', 'undo', 'detail'] as const) {
        const text = step[field];
        if (text !== undefined) checkTokens(file, `${at}.${field}`, text, content, report);
      }
      if (step.screen) checkScreen(file, `${at}.screen`, step.screen, content, report);
    }
  }
}

function checkClaims(content: Content, today: string, report: Report): void {
  for (const [slug, claim] of content.claims) {
    const file = `evidence/claims/${slug}.yaml`;
    if (claim.verified.date > today) report(file, 'verified.date', `lies in the future (today is ${today}): write the day it was checked`);
    for (const { source } of claim.positions) {
      if (!content.sources.has(source))
        report(file, 'positions', `no source is called "${source}": write evidence/sources/${source}.yaml or use one that is there`);
    }
    const shortfall = verdictShortfall(claim, content.sources);
    if (shortfall) report(file, 'verdict', shortfall);
    if (!verdictMeanings[claim.verdict].phrase.test(claim.statement)) {
      report(
        file,
        'statement',
        `must hold the wording of "${claim.verdict}" (${verdictMeanings[claim.verdict].phrase.source.replaceAll('\\b', '')})`,
      );
    }
    for (const other of foreignPhrases(claim.statement, claim.verdict)) {
      report(file, 'statement', `holds the wording of "${other}", and its verdict is "${claim.verdict}": say it otherwise`);
    }
    for (const field of ['statement', 'why'] as const) {
      checkTokens(file, field, claim[field], content, report);
      if (findTokens(claim[field]).tokens.some((token) => token.kind === 'claim'))
        report(file, field, 'a claim can’t print another claim: say it in words');
    }
  }
}

function checkSources(content: Content, today: string, report: Report): void {
  for (const [slug, source] of content.sources) {
    const file = `evidence/sources/${slug}.yaml`;
    if (source.readOn > today) report(file, 'readOn', `lies in the future (today is ${today}): write the day it was read`);
    if (/^\d/.test(source.date) && source.date > today)
      report(file, 'date', `lies in the future (today is ${today}): write the source’s own date`);
  }
}

function checkInterface(content: Content, report: Report): void {
  for (const [name, entry] of content.interface) {
    if (!content.sources.has(entry.source)) {
      report(
        'interface.yaml',
        `${name}.source`,
        `no source is called "${entry.source}": write evidence/sources/${entry.source}.yaml or use one that is there`,
      );
    }
  }
}

/** Reads and checks everything. `today` is a day as YYYY-MM-DD. */
export function checkContent(files: ContentFiles, today: string): { content: Content; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (file, field, cure) => problems.push({ file: `src/content/${file}`, field, cure });
  const content: Content = {
    journey: readJourney(files, report),
    interface: readInterface(files, report),
    guides: readGuides(files, report),
    checklists: readCollection(files, 'checklists', checklistSchema, report),
    sources: readCollection(files, 'evidence/sources', sourceSchema, report),
    claims: readCollection(files, 'evidence/claims', claimSchema, report),
  };
  checkJourney(content, report);
  checkGuides(content, report);
  checkChecklists(content, report);
  checkClaims(content, today, report);
  checkSources(content, today, report);
  checkInterface(content, report);
  return { content, problems };
}

/** The problems as one message for a terminal. */
export function describeProblems(problems: readonly Problem[]): string {
  const lines = problems.map(({ file, field, cure }) => `  ${file}\n    ${field}: ${cure}`);
  return `The content check found ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${lines.join('\n')}`;
}
