/** How a newer list differs from what was decided before. */
import { makeElement } from '../../../browser/make-element.ts';
import { peopleCount } from '../counts-in-words.ts';
import { sayDecision } from '../decisions.ts';
import type { Query } from '../narrow.ts';
import { everybody, type Loaded } from '../session.ts';
import { makeButton, type Shared, type ShowPeople } from './view.ts';

/** "1 person is", "3 people are". */
const are = (count: number): string => `${peopleCount(count)} ${count === 1 ? 'is' : 'are'}`;

export const makeNews = (shared: Shared, loaded: Loaded, show: ShowPeople): HTMLElement[] => [
  ...newPeople(shared, loaded, show),
  ...removedPeople(shared, loaded),
  ...gonePeople(loaded),
];

function newPeople({ session }: Shared, { newAfter }: Loaded, show: ShowPeople): HTMLElement[] {
  if (newAfter === undefined) return [];
  const query: Query = { ...everybody, after: newAfter, decision: 'undecided' };
  const { length } = session.find(query);
  if (length === 0) return [];
  const see = (): void => {
    show('list', query);
  };
  return [makeElement('p', {}, makeButton(`See ${peopleCount(length)} new since your last list`, see))];
}

/** Who waits to be removed, and is not in the list any more. */
function removedPeople({ session: { decisions }, island: { guard } }: Shared, { gone }: Loaded): HTMLElement[] {
  const removed = gone.flatMap(([key]) => {
    const now = decisions.of(key);
    return now?.decision === 'remove' && !now.done ? [key] : [];
  });
  if (removed.length === 0) return [];
  const mark = guard(() => {
    decisions.mark(removed, 'done');
  });
  const says = `Of those waiting to be removed, ${are(removed.length)} not in your list any more. `;
  return [makeElement('p', {}, says, makeButton('Mark as done', mark))];
}

function gonePeople({ gone }: Loaded): HTMLElement[] {
  const waiting = gone.filter(([, { done }]) => !done);
  if (waiting.length === 0) return [];
  const names = waiting.map(([key, { who, decision }]) =>
    makeElement('li', {}, makeElement('bdi', {}, who?.name || key), `: ${sayDecision[decision]}`),
  );
  const summary = makeElement('summary', {}, `Of those you decided about, ${are(waiting.length)} not in this list`);
  return [makeElement('details', {}, summary, makeElement('ul', {}, ...names))];
}
