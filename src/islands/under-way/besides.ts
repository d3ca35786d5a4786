/** What stands below what is under way: what comes next in the plan, and what is done. */
import { nameOfDay } from '../../browser/name-of-day.ts';
import { isPlannedDone, plan } from '../../browser/shared-plan.ts';
import { dueInWords } from './due-in-words.ts';
import { folded, list, ticked, wayTo, type Item } from './list-lines.ts';

export { plan };

export const besides = (items: readonly Item[], isDoneShown: boolean): HTMLElement[] => [
  ...nextInPlan(items),
  ...(isDoneShown ? done(items) : []),
];

/** None where all of it is done, or nothing of it is among the items. */
function nextInPlan(items: readonly Item[]): HTMLElement[] {
  for (const { checklist, on } of plan.entries()) {
    const item = items.find((each) => each.checklist === checklist);
    if (item && !isPlannedDone(checklist, item.steps))
      return [list([wayTo(item.title, item.path, `Next in your plan${on && `, ${dueInWords(on)}`}`)])];
  }
  return [];
}

function done(items: readonly Item[]): HTMLElement[] {
  const ways = ticked(items, (count, { steps }) => count === steps.length).map(({ item, time }) =>
    wayTo(item.title, item.path, `All ${item.steps.length} done, ${nameOfDay(time)}`),
  );
  return folded('done', `Done: ${ways.length}`, ways);
}
