/** One decision for all that are shown, once it has been said for how many. */
import { AskInPlace } from '../../../browser/ask-in-place.ts';
import { makeElement } from '../../../browser/make-element.ts';
import { decisions, type Decision, type Person } from '../person.ts';
import { decisionLabels, peopleCount, type Shared } from './view.ts';

const asked: Readonly<Record<Decision, (many: string) => string>> = {
  keep: (many) => `Keep ${many}?`,
  unfollow: (many) => `Put ${many} into the queue, to unfollow?`,
  remove: (many) => `Put ${many} into the queue, to remove? Look through the list first.`,
  look: (many) => `Look again at ${many} another day?`,
};

/** Those among `shown` who are undecided; where a decision is looked for, all of them. */
export function makeGroupDecision(
  { session, island }: Shared,
  shown: () => readonly Person[],
): { element: HTMLElement; refresh: () => void } {
  const meant = (): readonly Person[] => {
    const { decision } = session.query;
    return decision && decision !== 'undecided'
      ? shown().filter((person) => session.decisionOf(person) === decision)
      : shown().filter((person) => !session.decisionOf(person));
  };
  const title = makeElement('b', { id: 'group' });
  const asking = decisions.map((decision) => {
    const place = makeElement('span', { class: 'ask' });
    const ask = new AskInPlace(place, island, {
      offer: decisionLabels[decision],
      question: () => {
        const people = meant().filter((person) => session.decisionOf(person) !== decision);
        if (people.length === 0) return undefined;
        return {
          text: asked[decision](peopleCount(people.length)),
          yes: `${decisionLabels[decision]}: ${peopleCount(people.length)}`,
          no: 'No',
        };
      },
      act: () => {
        const people = meant();
        session.decisions.decide(people, decision);
        const step = session.decisions.lastStep;
        return {
          text: `${decisionLabels[decision]}: ${peopleCount(people.length)}.`,
          holds: () => session.decisions.lastStep === step,
          undo: () => {
            session.decisions.undo();
          },
        };
      },
    });
    return { place, ask };
  });
  const element = makeElement(
    'div',
    { class: 'group', role: 'group', 'aria-labelledby': title.id },
    title,
    ...asking.map(({ place }) => place),
  );
  return {
    element,
    refresh: () => {
      const count = meant().length;
      title.textContent = `For all ${peopleCount(count)} shown ${session.query.decision ? '' : 'who are undecided'}:`;
      for (const { ask } of asking) ask.refresh();
    },
  };
}
