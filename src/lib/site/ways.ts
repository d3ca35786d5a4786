/** The questions that lead to a way to step back, and the ways, each with its place on the page that has them all. */
import { stepsOf, treeOf, type Step } from '../written/decision-tree.ts';
import type { RestingText, Way, WayQuestion } from '../written/schema.ts';
import { href } from './addresses.ts';
import { ways, wayQuestions, wording } from './content.ts';
import { ownPages } from './pages.ts';

interface Choice {
  readonly label: string;
  /** Where it leads, as it is served. */
  readonly address: string;
  /** The number or letter of what it leads to. */
  readonly leadsTo: string;
}

interface PlaceOnPage {
  /** Says nothing of what was answered: it stands in the address, and that in a browser's history. */
  readonly id: string;
  /** A number for a question, a letter for a way. */
  readonly sign: string;
  /** Undefined for the first question. */
  readonly before?: string;
}
export interface AskedQuestion extends PlaceOnPage {
  readonly ask: string;
  readonly choices: readonly Choice[];
}
export interface ReachedWay extends PlaceOnPage {
  readonly way: Way;
}

type OwnStep = Step<WayQuestion, Way>;

const steps = stepsOf(treeOf(wayQuestions, ways));

/** In the order in which they are asked, and the ways in that in which they are written: each where its answers lead. */
const asked = steps.filter(({ place }) => 'question' in place);
const signs = new Map<OwnStep['place'], string>();
asked.forEach(({ place }, index) => signs.set(place, String(index + 1)));
for (const { place } of steps)
  if ('way' in place) signs.set(place, String.fromCharCode('A'.charCodeAt(0) + ways.findIndex(({ id }) => id === place.way.id)));

const signOf = (place: OwnStep['place']): string => signs.get(place) ?? '';
const idOf = (place: OwnStep['place']): string => ('way' in place ? `way.${signOf(place).toLowerCase()}` : `question.${signOf(place)}`);
const addressOf = (place: OwnStep['place']): string => `${href(ownPages.whichWay.path)}#${idOf(place)}`;

const placeOnPage = ({ place, before }: OwnStep): PlaceOnPage => ({
  id: idOf(place),
  sign: signOf(place),
  ...(before && { before: addressOf(before.place) }),
});

export const askedQuestions: readonly AskedQuestion[] = asked.flatMap((step): AskedQuestion[] => {
  const { place } = step;
  if ('way' in place) return [];
  const choices = place.question.answers.flatMap(({ id, label }): Choice[] => {
    const next = place.next.get(id);
    return next ? [{ label, address: addressOf(next), leadsTo: signOf(next) }] : [];
  });
  return [{ ...placeOnPage(step), ask: place.question.ask, choices }];
});

export const reachedWays: readonly ReachedWay[] = steps
  .flatMap((step) => ('way' in step.place ? [{ ...placeOnPage(step), way: step.place.way }] : []))
  .sort((one, other) => one.sign.localeCompare(other.sign));

/** Where the questions begin, as it is served. */
export const beginning = `${href(ownPages.whichWay.path)}#${askedQuestions[0]?.id ?? ''}`;

/** A text of a way as HTML, with the mark of what it rests on, which leads to the page of all evidence. */
export async function restingHtml({ says, rests = [] }: RestingText): Promise<string> {
  const mark = rests.length > 0 ? wording.restsMarkHtmlApart(rests.map(({ claim }) => claim)) : '';
  return `${await wording.inlineHtmlApart(says)}${mark}`;
}

/** The claims that what is said of the ways rests on, each once. */
export const claimsOfWays: readonly string[] = [
  ...new Set(ways.flatMap(({ why, notice, undo }) => [why, notice, undo].flatMap(({ rests = [] }) => rests.map(({ claim }) => claim)))),
];
