/** Which number each checklist and each step has, and what belongs to it. */

import { PLAN } from '../../browser/plan.ts';

/** Its number is its place in the list, that of a step its place in `steps`; both counted from 0. */
export interface NumberedChecklist {
  readonly id: string;
  /** Also those that are gone. */
  readonly steps: readonly string[];
  /** Of one that is gone, empty. */
  readonly title: string;
  /** How many steps there are now; none of the plan, whose steps are the other checklists. */
  readonly count: number;
  readonly retired?: readonly string[];
  readonly private?: true;
}

/** Whether a plan may name it: one of today that is not private. The plan itself has no steps of its own, and one that is gone has none either. */
export const mayBePlanned = (list: NumberedChecklist): boolean => list.count > 0 && !list.private;

/**
 * The plan before all others: what is ticked in it goes along as a checklist does, with all others as its steps. Those that are private or gone have their number,
 * and are none of it: no link may write the name of what is private into what is kept.
 */
export const withPlan = (lists: readonly NumberedChecklist[]): readonly NumberedChecklist[] => [
  {
    id: PLAN,
    steps: lists.map(({ id }) => id),
    title: 'Your plan',
    count: 0,
    retired: lists.filter((list) => !mayBePlanned(list)).map(({ id }) => id),
  },
  ...lists,
];

/** As the site has it. Rejects where that can't be had. */
export async function fetchNumbers(address: string): Promise<readonly NumberedChecklist[]> {
  const response = await fetch(address);
  return withPlan((await response.json()) as NumberedChecklist[]);
}

/** Whether a step of it can be ticked today. */
export const isStep = ({ title, steps, retired = [] }: NumberedChecklist, step: string): boolean =>
  title !== '' && steps.includes(step) && !retired.includes(step);
