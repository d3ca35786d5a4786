/** The ways to step back, each with the questions that lead to it and their answers, as they are written. */
import { checkContent } from '../../src/lib/check/check.ts';
import { stepsOf, treeOf, type Step } from '../../src/lib/written/decision-tree.ts';
import { readContentFiles } from '../../src/lib/written/files.ts';
import type { Way, WayQuestion } from '../../src/lib/written/schema.ts';
import { root, testDay } from './variants.ts';

export interface WayAndSeries {
  readonly way: Way;
  /** Never empty. */
  readonly series: readonly { readonly ask: string; readonly answer: string }[];
}

const { wayQuestions, ways } = checkContent(readContentFiles(`${root}src/content/`), testDay).content;

function seriesTo({ place, before }: Step<WayQuestion, Way>): WayAndSeries['series'] {
  if (!before || !('question' in before.place)) return [];
  const { question, next } = before.place;
  const label = question.answers.find(({ id }) => next.get(id) === place)?.label ?? '';
  return [...seriesTo(before), { ask: question.ask, answer: label }];
}

export const waysAndSeries: readonly WayAndSeries[] = stepsOf(treeOf(wayQuestions, ways)).flatMap((step) =>
  'way' in step.place ? [{ way: step.place.way, series: seriesTo(step) }] : [],
);
