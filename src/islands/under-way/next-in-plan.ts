/** What comes next in the plan. Loaded where there is one: few make any. */
import { makeElement } from '../../browser/make-element.ts';
import { nameOfPlainDay } from '../../browser/name-of-day.ts';
import { isPlannedDone, plan } from '../../browser/shared-plan.ts';
import type { Item } from './lt-under-way.ts';

export { plan };

/** None where all of it is done, or nothing of it is among the items. */
export function nextInPlan(items: readonly Item[]): HTMLElement[] {
  for (const { checklist, on } of plan.entries()) {
    const item = items.find((each) => each.checklist === checklist);
    if (!item || isPlannedDone(checklist, item.steps)) continue;
    const words = `Next in your plan${on && `, by ${nameOfPlainDay(on)}`}`;
    return [
      makeElement(
        'ul',
        { role: 'list' },
        makeElement('li', {}, makeElement('a', { href: item.path }, item.title, ' ', makeElement('small', {}, words))),
      ),
    ];
  }
  return [];
}
