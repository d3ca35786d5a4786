/** Texts that are surer than their claims, that doubt twice, or that say one thing over and over. */
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import { checkRests, checkStatements } from '../../src/lib/check/certainty.ts';
import { checkHedges } from '../../src/lib/check/hedges.ts';
import { checkRepetition } from '../../src/lib/check/repetition.ts';
import type { Rule } from '../../src/lib/check/rule.ts';
import { Problems, type Problem } from '../../src/lib/written/problems.ts';
import { readContent } from '../../src/lib/written/reading.ts';
import { contentWith, edited, smallContent, today } from './small-content.ts';

const guide = 'guides/remove/one-person.mdx';
const list = 'checklists/remove-one.yaml';
const claim = 'evidence/claims/told.yaml';
const statement = 'They are very likely not told.';

/** What one rule finds. */
function found(rule: Rule, changes: Record<string, string | undefined>): readonly Problem[] {
  const files = contentWith(changes);
  const problems = new Problems();
  const content = readContent(files, problems);
  expect(problems.found).toEqual([]);
  rule({ files, content, unread: new Set(), today, problems });
  return problems.found;
}

function expectOne(rule: Rule, changes: Record<string, string | undefined>, file: string, field: string, cure: RegExp): void {
  expect(found(rule, changes)).toEqual([{ file: `src/content/${file}`, field, cure: expect.stringMatching(cure) as string }]);
}

/** The claim of the small content, or another like it, with pieces of it replaced. */
const claimWith = (...pieces: [piece: string, by: string][]): string =>
  pieces.reduce((text, [piece, by]) => text.replace(piece, by), smallContent[claim] ?? '');
const verdict = (name: string, text: string): [string, string][] => [
  ['verdict: likely', `verdict: ${name}`],
  [statement, text],
];
const unknown = claimWith(['answer: "no"', 'answer: unknown'], ...verdict('unknown', 'That is not known.'));
const inference = claimWith(['verdict: likely', 'verdict: likely\ninference: true'], [statement, 'We infer it.']);
const plain = claimWith(...verdict('confirmed', 'They are not told.'));

test('the small content is fine', () => {
  for (const rule of [checkStatements, checkRests, checkHedges, checkRepetition]) expect(found(rule, {})).toEqual([]);
});

describe('a statement is refused', () => {
  test.each([
    [
      'that hedges what is confirmed',
      claimWith(...verdict('confirmed', 'They are probably not told.')),
      /holds "probably", and its verdict is "confirmed"/,
    ],
    ['that hedges what is well supported', claimWith(...verdict('supported', statement)), /its verdict is "supported": say it plainly/],
    ['that says plainly what is likely', claimWith([statement, 'They are not told.']), /the claim is only likely: say who says so/],
    ['that does not call an inference ours', inference.replace('We infer it.', statement), /does not call it ours/],
    ['that answers what nobody knows', unknown.replace('That is not known.', 'They are not told.'), /is unknown: say so/],
  ])('%s', (_, text, cure) => {
    expectOne(checkStatements, { [claim]: text }, claim, 'statement', cure);
  });

  test('but not one that is plain where it is sure', () => {
    expect(found(checkStatements, { [claim]: plain })).toEqual([]);
  });
});

describe('a sentence that rests on claims is refused', () => {
  const resting = (on: string, text: string, claims: Record<string, string> = {}) => ({
    ...edited(guide, '<Checklist', `The badge is gone.\n<Rests on="${on}">${text}</Rests>\n\n<Checklist`),
    ...Object.fromEntries(Object.entries(claims).map(([id, written]) => [`evidence/claims/${id}.yaml`, written])),
  });
  const refused = (changes: Record<string, string>, cure: RegExp) => {
    expectOne(checkRests, changes, guide, 'line 13, <Rests>', cure);
  };

  test('where it is plain, and its claim is not', () => {
    refused(resting('told', 'They are not told.'), /^is surer than its evidence: the claim "told" is only likely: say who/);
  });

  test('where one of its claims is not plain', () => {
    refused(resting('sure told', 'They are not told.', { sure: plain }), /the claim "told" is only likely/);
    expect(found(checkRests, resting('sure', 'They are not told.', { sure: plain }))).toEqual([]);
  });

  test('where it says less doubt than the weakest of its claims', () => {
    const text = 'LinkedIn’s help says that they are not told.';
    refused(resting('told open', text, { open: unknown }), /the claim "open" is unknown: say so/);
    expect(found(checkRests, resting('told open', `${text} Whether by mail, nobody knows.`, { open: unknown }))).toEqual([]);
  });

  test('where it does not call an inference ours, whatever else it rests on', () => {
    const changes = resting('ours open', 'Nobody knows.', { ours: inference, open: unknown });
    refused(changes, /the claim "ours" is an inference, and the text does not call it ours/);
    expect(found(checkRests, resting('ours', 'We suppose that they are not told.', { ours: inference }))).toEqual([]);
  });

  test('where it is sure only by what a component or a token prints', () => {
    expect(found(checkRests, resting('told', '<Claim id="told" /> So choose <Ui name="more" />.'))).toEqual([]);
    expect(found(checkRests, resting('told', 'They are *prob*ably not told.'))).toEqual([]);
  });

  test('where a component stands in what no text may say', () => {
    const guarded = claimWith(['verdict: likely', 'verdict: likely\nneverSay: [they see More]']);
    const text = 'LinkedIn said so: they see <Ui name="more" />.';
    refused({ ...resting('told', text), [claim]: guarded }, /says "they see More", the opposite of the claim "told"/);
    // The rule of contradictions finds what stands there word by word.
    expect(found(checkRests, { ...resting('told', 'LinkedIn said so: they see More.'), [claim]: guarded })).toEqual([]);
  });
});

describe('a hedge is refused that stands twice', () => {
  const inText = (text: string) => edited(guide, '<Checklist', `${text}\n\n<Checklist`);
  const twice = /^hedges 2 times in one go \(".*", ".*"\), the sentences of claims counted: hedge once/;

  test.each([
    ['in a paragraph', 'It probably goes.\nPerhaps it stays.', 12],
    ['in a paragraph, once in a claim', 'It probably goes. <Claim id="told" />', 12],
    ['in sentences that make a paragraph', '<Rests on="told">Perhaps not.</Rests>\n<Claim id="told" />', 12],
    ['in a list item', '- One.\n- It probably goes. Perhaps not.', 13],
    ['in a list item of two paragraphs', '- It probably goes.\n\n  Perhaps not.', 12],
    ['in an item inside an item', '- One.\n  - Probably, or perhaps.', 13],
    ['in a row of a table', '| a | b |\n| - | - |\n| perhaps | probably |', 14],
    ['in an aside', '<Warning>\n\nPerhaps, or probably.\n\n</Warning>', 14],
  ])('%s of a guide', (_, text, line) => {
    expectOne(checkHedges, inText(text), guide, `line ${line}`, twice);
  });

  test.each([
    ['in two paragraphs', 'It probably goes.\n\nPerhaps it stays.'],
    ['in two sentences with an empty line between', '<Claim id="told" />\n\n<Claim id="told" />'],
    ['in two items', '- Probably.\n- Perhaps.'],
    ['in an item and in one inside it', '- Probably.\n  - Perhaps.'],
    ['in two rows', '| a | b |\n| - | - |\n| perhaps | x |\n| probably | x |'],
  ])('but not where it stands %s', (_, text) => {
    expect(found(checkHedges, inText(text))).toEqual([]);
  });

  test.each([
    [guide, 'answer', edited(guide, 'answer: Choose {ui:more}.', 'answer: Perhaps choose {ui:more}.')],
    [list, 'summary', edited(list, 'Two steps.', 'Probably two steps. {claim:told}')],
    [list, 'steps.look-again.expect', edited(list, 'The badge is gone.', 'Perhaps it is probably gone.')],
    ['tips/look-twice.md', 'line 8', edited('tips/look-twice.md', 'So nobody', 'So probably nobody')],
    ['questions/are-they-told.md', 'line 9', edited('questions/are-they-told.md', statement, `Perhaps not. {claim:told}`)],
    [claim, 'why', edited(claim, 'The help page says so.', 'Perhaps it probably does.')],
  ])('in %s, %s', (file, field, changes) => {
    expectOne(checkHedges, changes, file, field, twice);
  });
});

describe('the sentence of a claim is refused that stands more than three times', () => {
  const often = (count: number) => edited(guide, '<Checklist', `${'<Claim id="told" /> Text.\n\n'.repeat(count)}<Checklist`);
  const cure = (count: number, page: string) => new RegExp(`^its sentence stands ${count} times on ${page}, and 3 times is the most`);

  test('on a guide, its answer counted', () => {
    expect(found(checkRepetition, often(1))).toEqual([]);
    expectOne(checkRepetition, often(2), guide, 'the claim "told"', cure(4, 'this page'));
  });

  test('on a guide, its checklists and tips counted', () => {
    const inList = edited(list, 'Note it down.', 'Note it down. {claim:told}');
    expectOne(checkRepetition, { ...often(1), ...inList }, guide, 'the claim "told"', cure(4, 'this page'));
    const withTip = { ...edited('tips/look-twice.md', statement, '{claim:told}') };
    const shown = { [guide]: (often(1)[guide] ?? '').replace('<Checklist', '<Tip id="look-twice" />\n\n<Checklist') };
    expectOne(checkRepetition, { ...withTip, ...shown }, guide, 'the claim "told"', cure(4, 'this page'));
  });

  test('on a checklist', () => {
    const changes = {
      ...edited(list, 'Two steps.', `Here. ${'{claim:told} '.repeat(4)}`),
      [guide]: smallContent[guide]?.replace('<Checklist id="remove-one" />', 'Text.'),
    };
    expectOne(checkRepetition, changes, list, 'the claim "told"', cure(4, 'this page'));
  });

  test('among all questions, and among all tips, which stand on one page', () => {
    const question = smallContent['questions/are-they-told.md']?.replace(statement, '{claim:told} {claim:told}');
    const questions = { 'questions/are-they-told.md': question, 'questions/once-more.md': question };
    expectOne(checkRepetition, questions, 'questions/', 'the claim "told"', cure(4, '/questions/'));
  });
});

test('the build asks for all of this', () => {
  const refused = (changes: Record<string, string>) => checkContent(contentWith(changes), today).problems.map(({ field }) => field);
  const twice = 'Perhaps, or probably.\n\n';
  const often = '<Claim id="told" /> Text.\n\n'.repeat(2);
  expect(refused({ [claim]: claimWith([statement, 'They are not told.']) })).toEqual(['statement']);
  expect(refused(edited(guide, '<Checklist', '<Rests on="told">They are not told.</Rests>\n\n<Checklist'))).toEqual(['line 12, <Rests>']);
  expect(refused(edited(guide, '<Checklist', `${twice}<Checklist`))).toEqual(['line 12']);
  expect(refused(edited(guide, '<Checklist', `${often}<Checklist`))).toEqual(['the claim "told"']);
});
