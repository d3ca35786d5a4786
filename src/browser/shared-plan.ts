/** The one plan of a page: every island that shows something of it shares it. */
import { PLAN, PlanStore } from './plan.ts';
import { kept } from './shared-kept.ts';
import { progress } from './shared-progress.ts';

export const plan = new PlanStore({ kept, now: () => new Date() });

/** Whether a checklist of the plan is done: ticked there, or in all its steps. */
export const isPlannedDone = (checklist: string, steps: readonly string[]): boolean =>
  progress.isDone(PLAN, checklist) || steps.every((step) => progress.isDone(checklist, step));
