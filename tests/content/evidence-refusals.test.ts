/** What the schema and the content check refuse in sources and claims, field by field, and what no text may say. tests/content/content-check.test.ts has the rest. */
import { dump as writeYaml, load as loadYaml } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import type { Problem } from '../../src/lib/written/problems.ts';
import { contentWith, edited, smallContent, today } from './small-content.ts';

const claimFile = 'evidence/claims/told.yaml';
const sourceFile = 'evidence/sources/help-page.yaml';
const guideFile = 'guides/remove/one-person.mdx';
const listFile = 'checklists/remove-one.yaml';

const problemsWith = (changes: Record<string, string | undefined>): readonly Problem[] =>
  checkContent(contentWith(changes), today).problems;

/** One file of the small content with fields set, or left out where `undefined` is given; "positions.0.stance" reaches inside. */
function withFields(file: string, fields: Record<string, unknown>): Record<string, string> {
  const entry = loadYaml(smallContent[file] ?? '') as Record<string, unknown>;
  for (const [path, value] of Object.entries(fields)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce((inside, key) => inside[key] as Record<string, unknown>, entry);
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else holder[last] = value;
  }
  return { [file]: writeYaml(entry) };
}

function expectProblem(changes: Record<string, string | undefined>, file: string, field: string, cure: RegExp): void {
  const problems = problemsWith(changes);
  const isMeant = (problem: Problem): boolean => problem.file.endsWith(file) && problem.field === field && cure.test(problem.cure);
  expect(problems.filter((problem) => !isMeant(problem))).toEqual([]);
  expect(problems).toHaveLength(1);
}

const required = {
  [claimFile]: [
    ...['topic', 'about', 'question', 'proposition', 'answer', 'statement', 'verdict', 'positions', 'why', 'verified', 'recheckBy'],
    ...['positions.0.source', 'positions.0.stance', 'positions.0.says', 'positions.0.where', 'verified.date', 'verified.how'],
  ],
  [sourceFile]: ['title', 'publisher', 'kind', 'date', 'read', 'readOn', 'note'],
};

describe.each(Object.entries(required))('%s', (file, fields) => {
  test.each(fields)('is refused without %s', (field) => {
    expectProblem(withFields(file, { [field]: undefined }), file, field, /./);
  });

  test('is refused with a field nobody knows', () => {
    expectProblem(withFields(file, { colour: 'red' }), file, 'whole file', /colour/);
  });
});

test.each([
  [claimFile, 'topic', 'weather', /notice/],
  [claimFile, 'about', 'someday', /linkedin-today/],
  [claimFile, 'question', '  ', /write something here/],
  [claimFile, 'answer', 'perhaps', /yes/],
  [claimFile, 'answer', false, /write one of "yes", "no".* in quotation marks/],
  [claimFile, 'verdict', 'sure', /confirmed/],
  [claimFile, 'positions', [], /./],
  [claimFile, 'positions.0.source', 'Help Page', /joined by hyphens/],
  [claimFile, 'positions.0.stance', 'maybe', /silent/],
  [claimFile, 'positions.0.says', '', /write something here/],
  [claimFile, 'positions.0.standing', 'holds', /./],
  [claimFile, 'verified.date', '22 November 2026', /YYYY-MM-DD/],
  [claimFile, 'recheckBy', '2027', /YYYY-MM-DD/],
  [claimFile, 'recheckBy', '2026-11-22', /after verified\.date/],
  [claimFile, 'neverSay', ['told'], /two words or more/],
  [claimFile, 'agreement', 'agree', /./],
  [claimFile, 'inference', false, /write inference: true, or leave the field out/],
  [sourceFile, 'kind', 'rumour', /official/],
  [sourceFile, 'url', 'help page', /./],
  [sourceFile, 'url', 'ftp://example.org/', /./],
  [sourceFile, 'url', 'https://www.smprotips.com/notified', /smprotips\.com is not to be linked: .*mass-produced.*leave the address out/],
  [sourceFile, 'url', 'https://garudax.id/help/linkedin/answer/a554575', /garudax\.id is not to be linked: it republishes LinkedIn’s help/],
  [sourceFile, 'url', 'https://github.com/spiritix/linkedin-bulk-remover', /script or a robot/],
  [sourceFile, 'date', 'last autumn', /"about 2015" or "undated"/],
  [sourceFile, 'date', '2026-12', /future/],
  [sourceFile, 'read', 'skimmed', /archive/],
  [sourceFile, 'readOn', '2026', /YYYY-MM-DD/],
  [sourceFile, 'readOn', '2026-11-23', /future/],
  [sourceFile, 'light', 'very', /write light: true, or leave the field out/],
  [sourceFile, 'startingArticle', 'third', /first/],
  [sourceFile, 'alsoTreats', [{ what: 'Planning', guide: 'remove/nobody' }], /"remove\/nobody" is no guide/],
  [sourceFile, 'alsoTreats', [{ what: '', guide: 'remove/one-person' }], /write something here/],
])('%s is refused with %s: %j', (file, field, value, cure) => {
  const problems = problemsWith(withFields(file, { [field]: value }));
  const found = problems.find((problem) => problem.file.endsWith(file) && cure.test(problem.cure));
  expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
  // An unknown field is a fault of what holds it.
  expect(field.startsWith(found?.field.split('.')[0] ?? '') || found?.field === 'whole file').toBe(true);
});

test('a source may say what else it treats, and be linked where nothing speaks against it', () => {
  const alsoTreats = [{ what: 'Planning', guide: 'remove/one-person' }];
  expect(problemsWith(withFields(sourceFile, { alsoTreats, url: 'https://www.linkedin.com/help/linkedin/answer/2839' }))).toEqual([]);
});

describe('a verdict is refused that its sources do not bear:', () => {
  const confirmed = { verdict: 'confirmed', statement: 'They are not told.', about: 'lasting' };
  const claim = (fields: Record<string, unknown>) => withFields(claimFile, fields);

  test.each([
    ['"confirmed" on a text that was read as a copy', { read: 'copy' }],
    ['"confirmed" on a text that others report', { read: 'reported' }],
    ['"confirmed" on a guide', { kind: 'guide' }],
    ['"confirmed" on code', { kind: 'code' }],
    ['"confirmed" on the press', { kind: 'press' }],
  ])('%s', (_, source) => {
    expectProblem({ ...claim(confirmed), ...withFields(sourceFile, source) }, claimFile, 'verdict', /"confirmed" needs/);
  });

  test('"confirmed" on a text that says otherwise', () => {
    expectProblem(claim({ ...confirmed, 'positions.0.stance': 'yes' }), claimFile, 'verdict', /"confirmed" needs an agreeing/);
  });

  test.each(['undated', 'about 2015', '2013', '2023', '2023-11', '2023-11-21'])(
    '"confirmed" about LinkedIn today on a text of: %s',
    (date) => {
      const changes = { ...claim({ ...confirmed, about: 'linkedin-today' }), ...withFields(sourceFile, { date }) };
      expectProblem(changes, claimFile, 'verdict', /36 months/);
    },
  );

  test('but for the first day that is recent enough', () => {
    const changes = { ...claim({ ...confirmed, about: 'linkedin-today' }), ...withFields(sourceFile, { date: '2023-11-22' }) };
    expect(problemsWith(changes).filter(({ field }) => field === 'verdict')).toEqual([]);
  });

  test('"likely" on the two articles alone', () => {
    const article = (startingArticle: string) => withFields(sourceFile, { kind: 'guide', date: 'undated', startingArticle })[sourceFile];
    const position = (source: string) => ({ source, stance: 'no', says: 'x', where: 'y' });
    const changes = {
      ...claim({ positions: [position('article-2023'), position('article-step-by-step')] }),
      'evidence/sources/article-step-by-step.yaml': article('first'),
      'evidence/sources/article-2023.yaml': article('second'),
    };
    expectProblem(changes, claimFile, 'verdict', /two agreeing sources of two publishers besides the two articles/);
  });

  test('"likely" on two reports of one publisher, or of which one is light', () => {
    const report = (fields: object) => ({
      ...withFields(sourceFile, { kind: 'guide' }),
      'evidence/sources/new-page.yaml': withFields(sourceFile, { kind: 'guide', ...fields })[sourceFile],
    });
    const both = claim({ positions: ['help-page', 'new-page'].map((source) => ({ source, stance: 'no', says: 'x', where: 'y' })) });
    expectProblem({ ...both, ...report({}) }, claimFile, 'verdict', /two publishers/);
    expectProblem({ ...both, ...report({ publisher: 'Somebody', light: true }) }, claimFile, 'verdict', /two publishers/);
    expect(problemsWith({ ...both, ...report({ publisher: 'Somebody' }) })).toEqual([]);
  });

  test.each(['confirmed', 'supported'])('"%s" on an inference', (verdict) => {
    expectProblem(claim({ ...confirmed, verdict, inference: true }), claimFile, 'verdict', /an inference is no more than "likely"/);
  });

  test('but an inference that nobody says may be likely', () => {
    expect(problemsWith(claim({ inference: true, statement: 'We infer that nobody tells them.', 'positions.0.stance': 'silent' }))).toEqual(
      [],
    );
  });

  test.each([
    ['contested', 'Sources disagree on whether they are told.', 'yes', /no answer yet/],
    ['unknown', 'Whether they are told is not known.', 'no', /no answer yet/],
    ['outdated', 'They are no longer told.', 'unknown', /write yes, no or partly/],
    ['confirmed', 'They are not told.', 'unknown', /write yes, no or partly/],
  ])('"%s" with a fitting sentence and the wrong answer', (verdict, statement, answer, cure) => {
    const positions = ['help-page', 'new-page'].map((source, index) => ({ source, stance: index ? 'yes' : 'no', says: 'x', where: 'y' }));
    expectProblem(claim({ verdict, statement, answer, positions }), claimFile, 'answer', cure);
  });
});

describe('"supported"', () => {
  const page = (id: string, fields: Record<string, unknown>) => ({
    [`evidence/sources/${id}.yaml`]: withFields(sourceFile, { kind: 'guide', publisher: id, date: '2013', ...fields })[sourceFile],
  });
  const position = (source: string, stance = 'no') => ({ source, stance, says: 'x', where: 'y' });
  /** Two agree, one strong, one fresh, none against; with the two sources changed, and others added. */
  const supported = (first: object = {}, second: object = {}, others: object[] = [], fields: object = {}) => ({
    ...withFields(claimFile, {
      verdict: 'supported',
      statement: 'They are not told.',
      positions: [position('first'), position('second'), ...others],
      ...fields,
    }),
    ...page('first', { kind: 'official', publisher: 'LinkedIn', ...first }),
    ...page('second', { date: '2025-03-20', ...second }),
  });
  const lacks = (changes: Record<string, string | undefined>, cure: RegExp) => {
    expectProblem(changes, claimFile, 'verdict', cure);
  };

  test('stands on two that agree, one strong, one fresh, none against', () => {
    expect(problemsWith(supported())).toEqual([]);
  });

  test('stands on two different texts of LinkedIn’s', () => {
    expect(problemsWith(supported({}, { kind: 'terms', publisher: 'LinkedIn' }))).toEqual([]);
  });

  test('is refused on one publisher, however many texts', () => {
    lacks(
      supported({ kind: 'code', publisher: 'One' }, { kind: 'code', publisher: 'ONE' }),
      /^"supported" needs two independent sources[^;]*: add/,
    );
  });

  test('is refused where one of the two was not read itself', () => {
    lacks(supported({}, { read: 'reported' }), /two independent sources.*; one among those dated/);
  });

  test('is refused where one of the two is light, or one of the two articles', () => {
    lacks(supported({}, { light: true }), /two independent sources/);
    lacks(supported({}, { startingArticle: 'first' }), /two independent sources/);
  });

  test.each(['official', 'terms', 'study', 'measurement', 'code'])('calls %s strong', (kind) => {
    expect(problemsWith(supported({ kind, publisher: 'One' }))).toEqual([]);
  });

  test.each(['guide', 'press'])('is refused where none is stronger than %s', (kind) => {
    lacks(supported({ kind, publisher: 'One' }), /^"supported" needs a strong one among those[^;]*: add/);
  });

  test.each([
    ['2021-11-22', true],
    ['2021-11-21', false],
    ['2022', true],
    ['2021', false],
    ['2021-12', true],
    ['2021-11', false],
    ['about 2021', false],
    ['undated', false],
  ])('with a newest text of %s is fresh: %j', (date, fresh) => {
    const cures = problemsWith(supported({}, { date })).flatMap(({ field, cure }) => (field === 'verdict' ? [cure] : []));
    expect(cures).toEqual(
      fresh ? [] : [expect.stringMatching(/^"supported" needs one among those dated within the 60 months before verified.date: add/)],
    );
  });

  test('needs nothing fresh where it is lasting', () => {
    expect(problemsWith(supported({}, { date: 'undated' }, [], { about: 'lasting' }))).toEqual([]);
  });

  test('is refused where a source says the opposite, unless that is light or one of the two articles', () => {
    const against = (fields: Record<string, unknown>) => ({ ...supported({}, {}, [position('third', 'yes')]), ...page('third', fields) });
    lacks(against({}), /that nothing of weight says the opposite, as third does/);
    expect(problemsWith(against({ light: true }))).toEqual([]);
    expect(problemsWith(against({ startingArticle: 'second' }))).toEqual([]);
  });

  test('stands beside a source that says it in part', () => {
    expect(problemsWith({ ...supported({}, {}, [position('third', 'partly')]), ...page('third', {}) })).toEqual([]);
  });
});

describe('a claim is looked at again before its verdict lapses:', () => {
  const claim = (verdict: string, recheckBy: string, about = 'linkedin-today') =>
    withFields(claimFile, {
      verdict,
      about,
      recheckBy,
      statement: 'They are not told.',
      positions: ['help-page', 'new-page'].map((source) => ({ source, stance: 'no', says: 'x', where: 'y' })),
    });
  const newest = (date: string) => ({ 'evidence/sources/new-page.yaml': withFields(sourceFile, { date })[sourceFile] });

  test.each([
    ['confirmed', '2025-11-03', '2028-11-03', '2028-11-04'],
    ['supported', '2025-11-03', '2030-11-03', '2030-11-04'],
    ['confirmed', '2025-11', '2028-11-01', '2028-11-02'],
    ['confirmed', '2025', '2028-01-01', '2028-01-02'],
    ['supported', 'about 2025', '2030-01-01', '2030-01-02'],
  ])('"%s" on a newest text of %s by %s at the latest', (verdict, date, last, late) => {
    expect(problemsWith({ ...claim(verdict, last), ...newest(date) })).toEqual([]);
    const cure = new RegExp(`lies after ${last}, the last day allowed: "${verdict}" rests on "new-page" \\(${date}\\)`);
    expectProblem({ ...claim(verdict, late), ...newest(date) }, claimFile, 'recheckBy', cure);
  });

  test('what is lasting, or only likely, has no such day', () => {
    expect(problemsWith(claim('confirmed', '2040-01-01', 'lasting'))).toEqual([]);
    expect(problemsWith(withFields(claimFile, { recheckBy: '2040-01-01' }))).toEqual([]);
  });
});

describe('the opposite of a claim', () => {
  const guarded = withFields(claimFile, { neverSay: ['they will be told', 'gets a notice'] });
  const inFile = (file: string, piece: string, by: string) => ({ ...guarded, ...edited(file, piece, by) });

  test('is not missed in what is not there', () => {
    expect(problemsWith(guarded)).toEqual([]);
  });

  test.each([
    ['the text of a guide', guideFile, 'Choose <Ui', 'They will be told. Choose <Ui', 'line 10'],
    ['the text of a guide, over a line end', guideFile, 'Choose <Ui', 'Then they\n  *will* be told. Choose <Ui', 'line 10'],
    ['the answer of a guide', guideFile, 'answer: Choose', 'answer: They will be told. Choose', 'line 4'],
    ['an alias', guideFile, 'aliases: [unfriend]', 'aliases: [who gets a notice]', 'line 6'],
    ['a checklist', listFile, 'expect: A menu opens.', 'expect: A menu opens, and they will be told.', 'line 8'],
  ])('is refused in %s', (_, file, piece, by, line) => {
    expectProblem(inFile(file, piece, by), file, line, /says "(they will be told|gets a notice)", the opposite of the claim "told": print/);
  });

  test('is refused in every other file that people write, whatever its kind', () => {
    const endOf = (file: string, begin: string): Record<string, string> => ({
      [file]: `${smallContent[file] ?? 'One line.\n'}${begin}Who is removed GETS A NOTICE.`,
    });
    const endings = { 'tips/look-twice.md': '', 'questions/are-they-told.md': '', 'about.mdx': '', 'synonyms.yaml': '# ' };
    for (const [file, begin] of Object.entries(endings)) {
      const changes = endOf(file, begin);
      const lastLine = changes[file]?.split('\n').length;
      expectProblem({ ...guarded, ...changes }, file, `line ${lastLine}`, /the opposite of the claim "told"/);
    }
  });

  test('is refused in the statement of another claim', () => {
    const other = (smallContent[claimFile] ?? '').replace('They are very likely not told.', 'It is very likely that one gets a notice.');
    expectProblem({ ...guarded, 'evidence/claims/other.yaml': other }, 'other.yaml', 'statement', /rules out in neverSay/);
  });

  test('may be reported by a source', () => {
    expect(problemsWith(withFields(claimFile, { neverSay: ['nobody is told'], why: 'Some say: nobody is told.' }))).toEqual([]);
  });
});

describe('a link in a text', () => {
  const linking = (address: string) => edited(guideFile, '<Checklist', `See [this](${address}).\n\n<Checklist`);

  test('to a host that must not be linked is refused, with line and reason', () => {
    expectProblem(linking('https://slipsum.com/how-to'), guideFile, 'line 12', /slipsum\.com is not to be linked: /);
    const inClaim = withFields(claimFile, { why: 'See https://movatter.jp/x.' });
    expectProblem(inClaim, claimFile, 'line 13', /movatter\.jp is not to be linked/);
  });

  test('to what is no address is refused', () => {
    expectProblem(linking('https://'), guideFile, 'line 12, link', /is no address/);
  });

  test('to any other is not', () => {
    expect(problemsWith(linking('https://www.linkedin.com/help/'))).toEqual([]);
  });
});
