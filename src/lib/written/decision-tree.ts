/**
 * A table of decisions, and the questions that lead through it. The table is a list of ways, each with the answers it needs; the tree follows from it, so that
 * nobody is asked what can't change the outcome any more.
 */
import type { Entry } from './schema.ts';

export interface Question extends Entry {
  readonly answers: readonly Entry[];
}
export interface Row extends Entry {
  /** By the id of a question: the answer it needs. What is not in it may be answered in any way. */
  readonly when: Readonly<Record<string, string>>;
}

/** By the id of a question: the id of an answer. */
export type Answers = Readonly<Record<string, string>>;

/** What is asked, or what it has come to. */
export type Place<Asked extends Question, Way extends Row> =
  { readonly question: Asked; readonly next: ReadonlyMap<string, Place<Asked, Way>> } | { readonly way: Way };

/** Every way to answer all of the questions, those that are answered already as they are. */
export function combinations(questions: readonly Question[], given: Answers = {}): Answers[] {
  const open = questions.find(({ id }) => given[id] === undefined);
  return open ? open.answers.flatMap(({ id }) => combinations(questions, { ...given, [open.id]: id })) : [given];
}

/** The rows that answers fit. */
export const fitting = <Way extends Row>(rows: readonly Way[], answers: Answers): Way[] =>
  rows.filter(({ when }) => Object.entries(when).every(([question, answer]) => answers[question] === answer));

interface Outcome<Way extends Row> {
  readonly answers: Answers;
  readonly way: Way;
}

/** Whether two ways to answer that differ in this question alone come to different ends. */
function matters<Way extends Row>({ id }: Question, left: readonly Outcome<Way>[]): boolean {
  const ways = new Map<string, Way>();
  return left.some(({ answers, way }) => {
    const others = JSON.stringify(Object.entries(answers).filter(([question]) => question !== id));
    const other = ways.get(others);
    ways.set(others, way);
    return other !== undefined && other !== way;
  });
}

/** The next question is the first that can still change the outcome. Throws where some answers fit no row, or several. */
export function treeOf<Asked extends Question, Way extends Row>(questions: readonly Asked[], rows: readonly Way[]): Place<Asked, Way> {
  const all = combinations(questions).map((answers) => {
    const [way, ...others] = fitting(rows, answers);
    if (!way || others.length > 0) throw new Error(`${JSON.stringify(answers)} fit ${way ? 'several ways' : 'no way'}`);
    return { answers, way };
  });
  const from = (left: readonly Outcome<Way>[]): Place<Asked, Way> => {
    const [first] = left;
    if (!first) throw new Error('There is nothing to decide');
    const question = questions.find((each) => matters(each, left));
    if (!question) return { way: first.way };
    const next = question.answers.map(({ id }): [string, Place<Asked, Way>] => [
      id,
      from(left.filter(({ answers }) => answers[question.id] === id)),
    ]);
    return { question, next: new Map(next) };
  };
  return from(all);
}

/** A place of the tree, with the place before it. */
export interface Step<Asked extends Question, Way extends Row> {
  readonly place: Place<Asked, Way>;
  readonly before?: Step<Asked, Way>;
  /** How many questions have been answered. */
  readonly depth: number;
}

/** All places of a tree, each before those it leads to. */
export function stepsOf<Asked extends Question, Way extends Row>(place: Place<Asked, Way>, before?: Step<Asked, Way>): Step<Asked, Way>[] {
  const step: Step<Asked, Way> = { place, depth: before ? before.depth + 1 : 0, ...(before && { before }) };
  return 'way' in place ? [step] : [step, ...[...place.next.values()].flatMap((next) => stepsOf(next, step))];
}
