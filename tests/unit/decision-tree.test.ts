/** A table of decisions as questions: whoever answers them comes to what the table says, and is asked nothing that does not matter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  combinations,
  fitting,
  stepsOf,
  treeOf,
  type Answers,
  type Place,
  type Question,
  type Row,
} from '../../src/lib/written/decision-tree.ts';

const asked = (id: string, ...answers: string[]): Question => ({ id, answers: answers.map((answer) => ({ id: answer })) });
const row = (id: string, when: Answers = {}): Row => ({ id, when });

/** What somebody comes to who would answer so, and the questions they were asked on the way. */
function follow(
  place: Place<Question, Row>,
  answers: Answers,
  questions: readonly string[] = [],
): { way: string; questions: readonly string[] } {
  if ('way' in place) return { way: place.way.id, questions };
  const { id } = place.question;
  const next = place.next.get(answers[id] ?? '');
  if (!next) throw new Error(`"${id}" has no place for ${answers[id] ?? 'nothing'}`);
  return follow(next, answers, [...questions, id]);
}

const [weather, umbrella, hurry] = [asked('weather', 'rain', 'sun', 'fog'), asked('umbrella', 'yes', 'no'), asked('hurry', 'yes', 'no')];

describe('a table', () => {
  test('has as many combinations as answers multiply to, each once', () => {
    const all = combinations([weather, umbrella, hurry]).map((answers) => JSON.stringify(answers));
    expect(all).toHaveLength(12);
    expect(new Set(all).size).toBe(12);
  });

  test('is refused where some answers fit no row, or two', () => {
    expect(() => treeOf([weather], [row('go', { weather: 'sun' })])).toThrow('fit no way');
    expect(() => treeOf([weather], [row('go'), row('stay', { weather: 'rain' })])).toThrow('fit several ways');
  });
});

describe('the questions', () => {
  const rows = [
    row('stay', { weather: 'rain', umbrella: 'no' }),
    row('walk', { weather: 'rain', umbrella: 'yes' }),
    row('go', { weather: 'sun' }),
    row('wait', { weather: 'fog' }),
  ];
  const tree = treeOf([hurry, weather, umbrella], rows);

  test('leave out what can’t change the outcome', () => {
    expect(follow(tree, { weather: 'sun', umbrella: 'no', hurry: 'yes' })).toEqual({ way: 'go', questions: ['weather'] });
    expect(follow(tree, { weather: 'rain', umbrella: 'no', hurry: 'yes' })).toEqual({ way: 'stay', questions: ['weather', 'umbrella'] });
  });

  test('are told with the one before, and how many were answered', () => {
    const steps = stepsOf(tree);
    expect(steps.map(({ place, depth }) => ['way' in place ? place.way.id : place.question.id, depth])).toEqual([
      ['weather', 0],
      ['umbrella', 1],
      ['walk', 2],
      ['stay', 2],
      ['go', 1],
      ['wait', 1],
    ]);
    expect(steps[2]?.before).toBe(steps[1]);
    expect(steps[0]?.before).toBeUndefined();
  });
});

/** Tables that are whole by the way they are made: each combination of answers gets one of some ways, and a row of its own. */
const wholeTables = fc
  .array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 4 })
  .map((counts) => counts.map((count, at) => asked(`question-${at}`, ...Array.from({ length: count }, (_, answer) => `answer-${answer}`))))
  .chain((questions) => {
    const all = combinations(questions);
    return fc
      .array(fc.integer({ min: 0, max: 2 }), { minLength: all.length, maxLength: all.length })
      .map((outcomes) => ({ questions, outcomeOf: new Map(all.map((answers, at) => [JSON.stringify(answers), outcomes[at] ?? 0])) }));
  });

describe('of any table', () => {
  test('the questions lead to the row that the answers fit', () => {
    fc.assert(
      fc.property(wholeTables, ({ questions }) => {
        const all = combinations(questions);
        const rows = all.map((when, at) => row(`way-${at}`, when));
        const tree = treeOf(questions, rows);
        for (const answers of all) expect(follow(tree, answers).way).toBe(fitting(rows, answers)[0]?.id);
      }),
    );
  });

  test('every question that is asked has answers that lead to different ends', () => {
    fc.assert(
      fc.property(wholeTables, ({ questions, outcomeOf }) => {
        // Rows that differ in their answers alone are one way here.
        const ways = new Map<number, Row>();
        const rows = [...outcomeOf].map(([answers, outcome]) => {
          const when = JSON.parse(answers) as Answers;
          const way = ways.get(outcome) ?? row(`way-${outcome}`);
          ways.set(outcome, way);
          return { answers: when, way };
        });
        const last = questions.at(-1);
        if (!last) return;
        const sameRows = rows.map(({ answers, way }) => row(way.id, answers));
        const tree = treeOf(questions, sameRows);
        for (const { place } of stepsOf(tree)) {
          if ('way' in place) continue;
          const ends = [...place.next.values()].map((next) =>
            stepsOf(next).flatMap((step) => ('way' in step.place ? [step.place.way] : [])),
          );
          expect(new Set(ends.flat()).size).toBeGreaterThan(1);
        }
      }),
    );
  });
});
