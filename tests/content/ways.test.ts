/** Which way to step back is advised: whatever somebody answers, one way follows, it agrees with what is known, and whoever is afraid is led first. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import { readContentFiles } from '../../src/lib/written/files.ts';
import { combinations, fitting, treeOf, type Answers } from '../../src/lib/written/decision-tree.ts';
import { testDay } from '../support/variants.ts';
import { contentWith, edited, smallContent, today } from './small-content.ts';

const { content } = checkContent(readContentFiles(fileURLToPath(new URL('../../src/content/', import.meta.url))), testDay);
const { wayQuestions: questions, ways, claims } = content;
const all = combinations(questions);

/** What somebody is advised who would answer so, and which questions they were asked. */
function advised(answers: Answers): { way: string; asked: string[] } {
  const asked: string[] = [];
  let place = treeOf(questions, ways);
  while ('question' in place) {
    asked.push(place.question.id);
    const next = place.next.get(answers[place.question.id] ?? '');
    if (!next) throw new Error(`no way on from ${place.question.id}`);
    place = next;
  }
  return { way: place.way.id, asked };
}

describe('the table', () => {
  test('has all answers to all questions', () => {
    expect(all).toHaveLength(questions.reduce((product, { answers }) => product * answers.length, 1));
    expect(all.length).toBeGreaterThan(100);
  });

  test.each(all)('leads $unsafe/$about/$reach/$tie/$posts/$seen to one way, and the questions to the same', (answers) => {
    const fit = fitting(ways, answers).map(({ id }) => id);
    expect(fit).toHaveLength(1);
    const { way, asked } = advised(answers);
    expect([way]).toEqual(fit);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  test('leads to every way', () => {
    expect(new Set(all.map((answers) => advised(answers).way))).toEqual(new Set(ways.map(({ id }) => id)));
  });
});

describe('somebody who is afraid', () => {
  test('is asked first, and led to saving, reporting and blocking by that one answer, whatever else they would say', () => {
    for (const answers of all.filter(({ unsafe }) => unsafe === 'yes'))
      expect(advised(answers)).toEqual({ way: 'save-report-block', asked: ['unsafe'] });
  });

  test('alone is led there', () => {
    for (const answers of all.filter(({ unsafe }) => unsafe === 'no')) expect(advised(answers).way).not.toBe('save-report-block');
  });

  test('begins with the private checklist, and is told of danger before anything else', () => {
    const way = ways.find(({ id }) => id === 'save-report-block');
    expect(way?.start.to).toBe('/checklists/someone-is-bothering-me/');
    expect(content.checklists.get('someone-is-bothering-me')?.private).toBe(true);
    expect(way?.why.says).toMatch(/^If you are in danger, call your local emergency number now\./);
  });
});

test('nobody who wants to stay connected is led to what ends that, and nobody to a block who may be seen and written to', () => {
  for (const answers of all.filter(({ unsafe, about }) => unsafe === 'no' && about === 'person')) {
    const { way } = advised(answers);
    if (answers['reach'] === 'stop') expect(way).toBe('block');
    else if (answers['tie'] === 'keep') expect(['unfollow', 'leave-it']).toContain(way);
    else expect(way).toBe('remove');
  }
});

test('each way says what it rests on, by claims that stand so', () => {
  for (const { id, why, notice, undo } of ways) {
    const rests = [why, notice, undo].flatMap(({ rests: own = [] }) => own);
    expect(rests.length, id).toBeGreaterThan(0);
    for (const { claim, verdict, answer } of rests) expect(claims.get(claim), `${id}: ${claim}`).toMatchObject({ verdict, answer });
  }
});

describe('a build stops', () => {
  const file = 'ways.yaml';
  const resting = edited(
    file,
    'why: { says: You are sure. }',
    'why: { says: They are very likely not told., rests: [{ claim: told, answer: "no", verdict: likely }] }',
  );
  const claim = 'evidence/claims/told.yaml';
  const problemsWith = (changes: Record<string, string | undefined>) => checkContent(contentWith(changes), today).problems;
  const added = (text: string): Record<string, string> => ({ [file]: `${smallContent[file] ?? ''}${text}` });
  const third = (when: string): string => `  - id: third
    title: Third
    when: ${when}
    why: { says: So. }
    notice: { says: Nothing. }
    undo: { says: Go on. }
    start: { label: Remove one, to: /checklists/remove-one/ }
    more: { label: One person, to: /remove/one-person/ }
`;
  /** With another question after the first. */
  const askedMore = edited(
    file,
    'ways:\n',
    '  - { id: other, ask: Another?, answers: [{ id: "yes", label: "Yes" }, { id: "no", label: "No" }] }\nways:\n',
  );

  test('not where texts rest on a claim that stands so', () => {
    expect(problemsWith(resting)).toEqual([]);
  });

  test.each([
    {
      what: 'answers that fit no way',
      changes: edited(file, 'when: { sure: "no" }', 'when: { sure: "yes" }'),
      field: 'ways',
      cure: /^no way fits the answers sure: no:/,
    },
    {
      what: 'answers that fit two',
      changes: added(third('{ sure: "no" }')),
      field: 'ways',
      cure: /^wait and third fit the answers sure: no:/,
    },
    {
      what: 'a question that is not asked',
      changes: edited(file, 'when: { sure: "no" }', 'when: { glad: "no" }'),
      field: 'ways.wait.when',
      cure: /no question "glad": use one of sure$/,
    },
    {
      what: 'an answer that is not there',
      changes: edited(file, 'when: { sure: "no" }', 'when: { sure: perhaps }'),
      field: 'ways.wait.when',
      cure: /no answer "perhaps": use one of yes, no$/,
    },
    { what: 'one name for two ways', changes: edited(file, '- id: wait', '- id: remove'), field: 'ways', cure: /"remove" stands twice/ },
    {
      what: 'a way that two series of answers lead to',
      changes: {
        [file]: `${(askedMore[file] ?? '')
          .replace('when: { sure: "yes" }', 'when: { other: "yes" }')
          .replace('when: { sure: "no" }', 'when: { sure: "no", other: "no" }')}${third('{ sure: "yes", other: "no" }')}`,
      },
      field: 'ways.remove.when',
      cure: /^is reached by several series of answers/,
    },
    {
      what: 'a claim that is not there',
      changes: { [file]: (resting[file] ?? '').replace('claim: told', 'claim: tolt') },
      field: 'ways.remove.why',
      cure: /^no claim is called "tolt"/,
    },
    {
      what: 'a checklist that is not there',
      changes: edited(file, 'to: /checklists/remove-one/', 'to: /checklists/remove-two/'),
      field: 'ways.remove.start.to',
      cure: /^no checklist is called "remove-two"/,
    },
    {
      what: 'a guide that is not there',
      changes: edited(file, 'to: /remove/one-person/', 'to: /remove/two-people/'),
      field: 'ways.remove.more.to',
      cure: /"remove\/two-people" is no guide/,
    },
    {
      what: 'a text that is surer than its claim',
      changes: { [file]: (resting[file] ?? '').replace('They are very likely not told.', 'They are not told.') },
      field: 'ways.remove.why',
      cure: /is surer than its evidence: the claim "told"/,
    },
    {
      what: 'a text that is hedged twice',
      changes: { [file]: (resting[file] ?? '').replace('They are very likely', 'They are probably very likely') },
      field: 'ways.remove.why',
      cure: /hedges 2 times/,
    },
  ])('at $what', ({ changes, field, cure }) => {
    const found = problemsWith(changes).filter(({ file: at }) => at === `src/content/${file}`);
    expect(found.map((problem) => problem.field)).toContain(field);
    expect(found.find((problem) => problem.field === field)?.cure).toMatch(cure);
  });

  test('once a claim has another verdict, or another answer, than a text was written for', () => {
    const asOpinion = { ...resting, ...edited(claim, 'verdict: likely', 'verdict: opinion') };
    const told = problemsWith(asOpinion).filter(({ field }) => field === 'ways.remove.why');
    expect(told[0]?.cure).toMatch(/^was written when the claim "told" was "likely" with the answer "no", and it is "opinion" with "no":/);
    const denied = { ...resting, ...edited(claim, 'answer: "no"', 'answer: "yes"') };
    expect(problemsWith(denied).find(({ field }) => field === 'ways.remove.why')?.cure).toMatch(/it is "likely" with "yes"/);
  });

  test('where more than five questions lead to a way', () => {
    const ids = ['one', 'two', 'three', 'four', 'five', 'six'];
    const asking = ids
      .map((id) => `  - { id: ${id}, ask: Go on?, answers: [{ id: "yes", label: "Yes" }, { id: "no", label: "No" }] }\n`)
      .join('');
    const before = (at: number): string =>
      ids
        .slice(0, at)
        .map((id) => `${id}: "yes"`)
        .join(', ');
    const rows = ids.map((id, at) =>
      third(`{ ${[before(at), `${id}: "no"`].filter(Boolean).join(', ')} }`).replace('id: third', `id: stop-${id}`),
    );
    const whole = `questions:\n${asking}ways:\n${rows.join('')}${third(`{ ${before(ids.length)} }`)}`;
    const cures = problemsWith({ [file]: whole }).map(({ field, cure }) => `${field} ${cure}`);
    expect(cures).toEqual([
      expect.stringMatching(/^ways\.stop-six\.when takes 6 questions, and 5 are the most/),
      expect.stringMatching(/^ways\.third\.when takes 6 questions, and 5 are the most/),
    ]);
  });
});
