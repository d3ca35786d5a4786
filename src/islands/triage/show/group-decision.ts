/** One decision for all that are shown, once it has been said for how many. */
import { AskInPlace } from '../../../browser/ask-in-place.ts';
import { makeElement } from '../../../browser/make-element.ts';
import { peopleCount } from '../counts-in-words.ts';
import { decisions, type Decision, type Person } from '../person.ts';
import { decisionLabels, type Shared } from './view.ts';

const asked: Readonly<Record<Decision, (many: string) => string>> = {
  keep: (many) => `Keep ${many}?`,
  unfollow: (many) => `Put ${many} into the queue, to unfollow?`,
  remove: (many) => `Put ${many} into the queue, to remove? Look through the list first.`,
  look: (many) => `Look again at ${many} another day?`,
};

export interface GroupDecision {
  readonly element: HTMLElement;
  /** For these. Meant are those among them who are undecided; where another decision is looked for, those who have it. */
  readonly refresh: (shown: readonly Person[]) => void;
}

export function makeGroupDecision({ session, keeping, island }: Shared): GroupDecision {
  let meant: readonly Person[] = [];

  /** `act` returns what takes it back. */
  const askFor = (offer: string, question: (many: string) => string, act: () => () => void): { place: HTMLElement; ask: AskInPlace } => {
    const place = makeElement('span', { class: 'ask' });
    const ask = new AskInPlace(place, island, {
      offer,
      question: () => {
        if (meant.length === 0) return undefined;
        const many = peopleCount(meant.length);
        return { text: question(many), yes: `${offer}: ${many}`, no: 'No' };
      },
      act: () => {
        const text = `${offer}: ${peopleCount(meant.length)}.`;
        const undo = act();
        const step = session.decisions.lastStep;
        const { asked: among } = session;
        // Once others are looked for, the same may be decided for them.
        return { text, holds: () => session.asked === among && session.decisions.lastStep === step, undo };
      },
    });
    return { place, ask };
  };
  const decide = (decision: Decision): (() => void) => {
    session.decisions.decide(meant, decision);
    return () => {
      session.decisions.undo();
    };
  };
  const asking = [
    ...decisions.map((decision) => askFor(decisionLabels[decision], asked[decision], () => decide(decision))),
    askFor(
      'Never touch',
      (many) => `Keep ${many}, and always suggest to keep them?`,
      () => {
        const people = meant;
        const undo = decide('keep');
        keeping.setNeverTouch(people, true);
        return () => {
          keeping.setNeverTouch(people, false);
          undo();
        };
      },
    ),
  ];
  const title = makeElement('b', { id: 'group' });
  const places = asking.map(({ place }) => place);
  return {
    element: makeElement('div', { class: 'group', role: 'group', 'aria-labelledby': title.id }, title, ...places),
    refresh: (shown) => {
      const { decision = 'undecided' } = session.query;
      meant = shown.filter((person) => (session.decisionOf(person) ?? 'undecided') === decision);
      title.textContent = `For all ${peopleCount(meant.length)} shown ${decision === 'undecided' ? 'who are undecided' : ''}:`;
      for (const { ask } of asking) ask.refresh();
    },
  };
}
