/** The templates of notes: what the build refuses, and that each of ours is one that could be sent. */
import { describe, expect, test } from 'vitest';
import { lengthOf, limits } from '../../src/islands/note/count.ts';
import { warningsFor, type Phrases } from '../../src/islands/note/warnings.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import { draftOf, filled, freeLength } from '../../src/lib/written/invitation-drafts.ts';
import { noteWarnings } from '../../src/lib/written/schema.ts';
import { writtenContent } from '../support/written-content.ts';
import { contentWith, smallContent, today } from './small-content.ts';

const { invitationNotes: notes, claims } = writtenContent;
const blanks = new Map(notes.blanks.map((blank) => [blank.id, blank]));
const exampleFor = (id: string): string => blanks.get(id)?.example ?? '';
const mostFor = (id: string): string => 'm'.repeat(blanks.get(id)?.letters ?? 0);
const phrases: Phrases = new Map(notes.warnings.map(({ id, phrases: some }) => [id, some]));

describe.for(notes.occasions)('the draft for "$title"', (occasion) => {
  const draft = draftOf(notes, occasion);

  test('fits a note of a free account, with its examples and with the longest that is likely', () => {
    for (const fill of [exampleFor, mostFor]) expect(lengthOf(filled(draft, fill)).most).toBeLessThanOrEqual(limits.free);
  });

  test('asks for three to five things, among them who writes to whom', () => {
    const names = draft.flatMap((piece) => ('blank' in piece ? [piece.blank] : []));
    expect(names.length).toBeGreaterThanOrEqual(3);
    expect(names.length).toBeLessThanOrEqual(5);
    expect([names[0], names.at(-1)]).toEqual(['their-name', 'your-name']);
    for (const name of names) expect(blanks.get(name)?.label).toBeTruthy();
  });

  test('is warned of nothing once it is filled in, and of its blanks until then', () => {
    expect(warningsFor(filled(draft, exampleFor), phrases)).toEqual([]);
    const [first] = warningsFor(
      filled(draft, (id) => `[${blanks.get(id)?.label ?? ''}]`),
      phrases,
    );
    expect(first).toEqual({ warning: 'blank', words: `[${blanks.get('their-name')?.label ?? ''}]` });
  });
});

test('there are the occasions that people come with', () => {
  const ids = notes.occasions.map(({ id }) => id);
  const wanted = [
    'met-at-an-event',
    'somebody-we-both-know',
    'their-work',
    'ask-for-advice',
    'after-a-removal',
    'worked-together',
    'to-a-recruiter',
  ];
  expect(ids).toEqual(expect.arrayContaining(wanted));
  expect(ids.at(-1)).toBe('something-else');
});

test('the limits are those of the claim, where the build counts and where the page does', () => {
  expect(freeLength).toBe(limits.free);
  expect(claims.get('note-length')?.statement).toContain(
    `${limits.free} characters with a free account, and ${limits.premium} with Premium`,
  );
  const says = new Map(notes.warnings.map((warning) => [warning.id, warning.says]));
  expect(says.get('too-long')).toContain(String(limits.free));
  expect(says.get('far-too-long')).toContain(String(limits.premium));
});

test('each warning rests on a claim, and no other one is told of than there are', () => {
  expect(notes.warnings.map(({ id }) => id).sort()).toEqual([...noteWarnings].sort());
  for (const { rests } of notes.warnings) for (const claim of rests) expect(claims.has(claim), claim).toBe(true);
});

describe('the build stops', () => {
  const whole = {
    greeting: 'Hello {their-name},',
    ending: '{your-name}',
    blanks:
      '[{ id: their-name, label: their name, example: Dana, letters: 14 }, { id: your-name, label: your name, example: Ben Sample, letters: 16 }]',
    occasion: '{ id: met, title: We met, known: we met in May., why: I would like to hear more. }',
    warnings: noteWarnings.map((id) => `{ id: ${id}, says: "They say so, most likely.", rests: [told] }`).join(', '),
  };
  const textOf = (changes: Partial<typeof whole>): string => {
    const { greeting, ending, blanks: some, occasion, warnings } = { ...whole, ...changes };
    return `greeting: "${greeting}"\nending: "${ending}"\nblanks: ${some}\noccasions: [${occasion}]\nwarnings: [${warnings}]\n`;
  };
  const problemsWith = (changes: Partial<typeof whole>): string[] => {
    const { problems } = checkContent(contentWith({ 'invitation-notes.yaml': textOf(changes) }), today);
    return problems.map(({ file, field, cure }) => `${file} ${field}: ${cure}`);
  };
  const occasion = (known: string, others = ''): Partial<typeof whole> => ({
    occasion: `{ id: met, title: We met, known: "${known}", why: I would like to hear more.${others} }`,
  });

  test('at none of it where all is right', () => {
    expect(problemsWith({})).toEqual([]);
  });

  test.for([
    ['a blank without a label', occasion('we met at {event}.'), /occasions\.0\.known: nothing says what \{event\} is: add it to blanks/],
    ['a blank that nothing uses', { ending: 'Ben' }, /blanks\.1\.id: no occasion has the blank \{your-name\}: use it or delete it/],
    [
      'a draft that is too long',
      occasion(`we met ${'again and '.repeat(16)}again.`),
      /makes a draft of \d+ characters .*has 200: shorten it/,
    ],
    [
      'a draft that is too long only once it is filled in',
      { blanks: whole.blanks.replace('14', '80').replace('16', '80') },
      /makes a draft of 2\d\d characters/,
    ],
    [
      'an example that is longer than is said',
      { blanks: whole.blanks.replace('14', '3') },
      /blanks\.0\.example: has 4 letters, and 3 are said to be the most/,
    ],
    ['a blank that is asked for twice', occasion('we met, {your-name}.'), /has \{your-name\} twice/],
    ['a name that is none', occasion('we met at {The Event}.'), /holds "\{", which is sent as it stands/],
    ['a beginning in upper case', occasion('We met in May.'), /goes on after the greeting and a comma/],
    [
      'a hint with a claim that there is not',
      occasion('we met.', ', hint: "{claim:nowhere}"'),
      /occasions\.0\.hint: no claim is called "nowhere"/,
    ],
    [
      'a warning that rests on a claim that there is not',
      { warnings: whole.warnings.replace('told', 'nowhere') },
      /warnings\.0\.rests: no claim is called "nowhere"/,
    ],
    ['a warning that rests on nothing', { warnings: whole.warnings.replace('[told]', '[]') }, /warnings\.0\.rests: has 0 entries/],
    [
      'a warning that is surer than its claim',
      { warnings: whole.warnings.replace('They say so, most likely.', 'It is so.') },
      /warnings\.0\.says: is surer than its evidence/,
    ],
    ['a warning that is missing', { warnings: whole.warnings.replace(/\{ id: pitch[^}]*\}, /, '') }, /warnings: "pitch" is missing/],
    ['an occasion that stands twice', { occasion: `${whole.occasion}, ${whole.occasion}` }, /occasions\.1\.id: "met" stands twice/],
  ] as const)('at %s', ([, changes, message]) => {
    expect(problemsWith(changes).join('\n')).toMatch(message);
  });

  test('at what a claim rules out', () => {
    const { 'evidence/claims/told.yaml': told = '' } = smallContent;
    const changes = {
      'evidence/claims/told.yaml': told.replace('verdict: likely', 'neverSay:\n  - they get a notice\nverdict: likely'),
      'invitation-notes.yaml': textOf(occasion('they get a notice of it.')),
    };
    const { problems } = checkContent(contentWith(changes), today);
    expect(problems.map(({ cure }) => cure).join()).toContain('says "they get a notice", the opposite of the claim "told"');
  });
});
