/** Lines that lead to checklists, of those that are ticked so far. */
import { makeElement } from '../../browser/make-element.ts';
import type { StepChange } from '../../browser/progress.ts';
import { progress } from '../../browser/shared-progress.ts';

export interface Item {
  readonly checklist: string;
  readonly steps: readonly string[];
  readonly path: string;
  readonly title: string;
}

/** One by one: a call takes only so many arguments, and storage may hold more. */
const lastOf = (ticks: readonly StepChange[]): number => ticks.reduce((last, [, , time]) => Math.max(last, Date.parse(time ?? '')), 0);

const stepsDone = ({ checklist, steps }: Item): number => steps.filter((step) => progress.isDone(checklist, step)).length;

/** Each that is so, with the time it was last ticked, the latest first. */
export const ticked = (items: readonly Item[], is: (done: number, item: Item) => boolean): { item: Item; time: number }[] =>
  items
    .filter((item) => is(stepsDone(item), item))
    .map((item) => ({ item, time: lastOf(progress.ticks(item.checklist)) }))
    .toSorted((one, other) => other.time - one.time);

export const list = (ways: readonly HTMLElement[]): HTMLElement => makeElement('ul', { role: 'list' }, ...ways);

export const folded = (fold: string, words: string, ways: readonly HTMLElement[]): HTMLElement[] =>
  ways.length > 0 ? [makeElement('details', { 'data-fold': fold }, makeElement('summary', {}, words), list(ways))] : [];

export const wayTo = (title: string, href: string, words: string): HTMLLIElement =>
  makeElement('li', {}, makeElement('a', { href }, title, ' ', makeElement('small', {}, words)));
