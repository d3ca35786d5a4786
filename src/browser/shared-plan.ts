/** The one plan of a page: every island that shows something of it shares it. */
import { PlanStore } from './plan.ts';
import { kept } from './shared-kept.ts';

export const plan = new PlanStore({ kept, now: () => new Date() });
