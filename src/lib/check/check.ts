/**
 * The content check: goes through everything written and says, with file, field and cure, what is wrong with it. It exists because
 * Astro builds happily over broken YAML under `file()`, references to nothing and two files with one slug.
 */
import type { ContentFiles } from '../written/files.ts';
import { readContent, type Content, type Report, type Written } from '../written/reading.ts';
import { externalAddressesIn } from '../markdown/addresses-in-text.ts';
import { referencesOf, type GuideComponent } from '../written/references.ts';
import type { Question, Screen, Tip } from '../written/schema.ts';
import { comparable, linesHolding } from './phrases.ts';
import { refusalOf } from '../written/refused-hosts.ts';
import { findTokens } from '../written/tokens.ts';
import { foreignPhrases, verdictMeanings, verdictShortfall } from '../evidence/verdicts.ts';

export interface Problem {
  readonly file: string;
  readonly field: string;
  /** What is wrong and what to do about it. */
  readonly cure: string;
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
const refersToName = new Set<GuideComponent>(['Claim', 'BothSides', 'Ui', 'Checklist', 'Tip']);

function checkBody(file: string, body: string, content: Content, report: Report): void {
  const shown = new Set<string>();
  for (const { component, target } of referencesOf(body)) {
    const field = `<${component}>`;
    if (!refersToName.has(component)) continue;
    if (target === undefined) {
      report(file, field, `needs ${component === 'Ui' ? 'name' : 'id'}="…" in plain quotation marks`);
    } else if (component === 'Ui') {
      checkUi(file, field, target, false, content, report);
    } else if (component === 'Tip') {
      if (!content.tips.has(target)) report(file, field, `no tip is called "${target}": write tips/${target}.md or use one that is there`);
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

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** What a tip or a question rests on, the guide it belongs to, and its tokens. */
function checkShortAnswer(file: string, { data, body }: Written<Tip | Question>, content: Content, report: Report): void {
  if (!content.guides.has(data.guide)) report(file, 'guide', `"${data.guide}" is no guide: write "stage/slug" of one that is there`);
  if (data.rests !== 'opinion') for (const claim of data.rests) checkClaimExists(file, 'rests', claim, content, report);
  checkTokens(file, 'text', body, content, report);
}

function checkTips(content: Content, report: Report): void {
  for (const [slug, tip] of content.tips) {
    const file = `tips/${slug}.md`;
    checkShortAnswer(file, tip, content, report);
    const words = wordsIn(tip.body);
    if (words < 20 || words > 60) report(file, 'text', `has ${words} words: a tip has 20 to 60`);
  }
}

function checkQuestions(content: Content, report: Report): void {
  const wordings = new Map<string, string>();
  for (const [slug, question] of content.questions) {
    const file = `questions/${slug}.md`;
    checkShortAnswer(file, question, content, report);
    const words = wordsIn(question.body);
    if (words === 0 || words > 60) report(file, 'text', `has ${words} words: an answer has 1 to 60`);
    if (content.tips.has(slug)) report(file, 'file name', `a tip is called "${slug}" too: rename one of the two`);
    for (const wording of [question.data.question, ...question.data.wordings]) {
      const key = wording.toLowerCase();
      const other = wordings.get(key);
      if (other) report(file, 'wordings', `"${wording}" stands in ${other} already: keep one of the two`);
      wordings.set(key, file);
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
    for (const { guide } of source.alsoTreats ?? []) {
      if (!content.guides.has(guide)) report(file, 'alsoTreats', `"${guide}" is no guide: write "stage/slug" of one that is there`);
    }
  }
}

const isEvidence = (path: string): boolean => path.startsWith('evidence/');

/** No text says in its own words the opposite of a claim; nor does the statement of another claim. */
function checkContradictions(files: ContentFiles, content: Content, report: Report): void {
  const banned = [...content.claims].flatMap(([claim, { neverSay }]) =>
    neverSay.map((phrase) => ({ claim, phrase, sought: comparable(phrase) })),
  );
  for (const [file, source] of files) {
    if (isEvidence(file)) continue;
    const text = comparable(source);
    for (const { claim, phrase, sought } of banned) {
      for (const line of linesHolding(text, sought)) {
        report(file, `line ${line}`, `says "${phrase}", the opposite of the claim "${claim}": print {claim:${claim}}, or say it otherwise`);
      }
    }
  }
  for (const [slug, { statement }] of content.claims) {
    const text = comparable(statement);
    for (const { claim, phrase, sought } of banned) {
      if (linesHolding(text, sought).length === 0) continue;
      const file = `evidence/claims/${slug}.yaml`;
      report(file, 'statement', `says "${phrase}", which the claim "${claim}" rules out in neverSay: change one of the two`);
    }
  }
}

/** The addresses of sources are checked by their schema; these are all the others. */
function checkAddresses(files: ContentFiles, report: Report): void {
  for (const [file, source] of files) {
    if (file.startsWith('evidence/sources/')) continue;
    for (const { address, line } of externalAddressesIn(source)) {
      const problem = URL.canParse(address) ? refusalOf(address) : `"${address}" is no address: mend it`;
      if (problem) report(file, `line ${line}`, problem);
    }
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
  const content = readContent(files, report);
  checkJourney(content, report);
  checkGuides(content, report);
  checkChecklists(content, report);
  checkTips(content, report);
  checkQuestions(content, report);
  checkClaims(content, today, report);
  checkSources(content, today, report);
  checkInterface(content, report);
  checkContradictions(files, content, report);
  checkAddresses(files, report);
  return { content, problems };
}

/** The problems as one message for a terminal. */
export function describeProblems(problems: readonly Problem[]): string {
  const lines = problems.map(({ file, field, cure }) => `  ${file}\n    ${field}: ${cure}`);
  return `The content check found ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${lines.join('\n')}`;
}
