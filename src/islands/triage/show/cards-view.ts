/** One person at a time, of those who are looked for and undecided: by keys, by touch, by pointer. */
import { makeElement } from '../../../browser/make-element.ts';
import { number } from '../counts-in-words.ts';
import { decisions, type Decision, type Person } from '../person.ts';
import { linesAbout, workOf } from './about-person.ts';
import { decisionLabels, makeButton, makeView, type Shared, type View } from './view.ts';

const keys: Readonly<Record<string, Decision>> = { k: 'keep', f: 'unfollow', r: 'remove', l: 'look' };
const letterOf = (decision: Decision): string =>
  Object.entries(keys)
    .find(([, meant]) => meant === decision)?.[0]
    ?.toUpperCase() ?? '';

export function makeCardsView({ session, keeping, island: { guard }, say }: Shared): View {
  let people: readonly Person[] = [];
  let at = 0;
  let seen: unknown;

  const place = makeElement('p', { class: 'place' });
  const about = makeElement('div', {});
  const decide = guard((decision: Decision) => {
    const person = people[at];
    if (!person) return;
    session.decisions.decide([person], decision);
    turnTo(nextFrom(at + 1));
    say(`${person.name}: ${decisionLabels[decision].toLowerCase()}. ${told()}`);
  });
  const undo = guard(() => {
    const undone = session.decisions.undo();
    if (!undone) return;
    const back = people.findIndex(({ key }) => undone.keys.includes(key));
    turnTo(back < 0 ? at : back);
    say(`${undone.says}. ${told()}`);
  });
  const buttons = decisions.map((decision) =>
    makeButton(
      decisionLabels[decision],
      () => {
        decide(decision);
      },
      { 'data-decision': decision, 'data-key': letterOf(decision), 'aria-keyshortcuts': letterOf(decision) },
    ),
  );
  const undoing = makeButton('Undo', undo, { 'data-key': 'U', 'aria-keyshortcuts': 'U' });
  const later = makeButton(
    'Later',
    guard(() => {
      turnTo(nextFrom(at + 1));
      say(told());
    }),
  );
  const letters = makeElement('input', { type: 'checkbox', autocomplete: 'off' });
  const switched = makeElement('label', { class: 'switch' }, letters, 'Keys K, F, R, L and U decide while the card has the focus');
  const never = makeElement('input', { type: 'checkbox', autocomplete: 'off' });
  never.addEventListener(
    'change',
    guard(() => {
      const person = people[at];
      if (person) keeping.setNeverTouch([person], never.checked);
    }),
  );
  const untouched = makeElement('label', { class: 'switch' }, never, 'Never touch: always suggest to keep');
  const acts = makeElement('div', { class: 'acts' }, ...buttons);
  const card = makeElement(
    'div',
    { class: 'card', role: 'group', tabindex: '0', 'aria-labelledby': 'who' },
    place,
    about,
    acts,
    makeElement('p', { class: 'acts' }, undoing, later),
    untouched,
  );
  const element = makeView('cards', 'One by one', card, switched);

  card.addEventListener(
    'keydown',
    guard((event: KeyboardEvent) => {
      if (!letters.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const key = event.key.toLowerCase();
      const decision = keys[key];
      if (key !== 'u' && !decision) return;
      event.preventDefault();
      if (decision) decide(decision);
      else undo();
    }),
  );
  letters.addEventListener(
    'change',
    guard(() => {
      keeping.change({ letters: letters.checked });
    }),
  );

  /** The first from there on who is undecided, else the first before; past the end where all are decided. */
  const nextFrom = (start: number): number => {
    const isOpen = (person: Person): boolean => !session.decisionOf(person);
    const after = people.findIndex((person, index) => index >= start && isOpen(person));
    const next = after < 0 ? people.findIndex(isOpen) : after;
    return next < 0 ? people.length : next;
  };
  const turnTo = (index: number): void => {
    at = index;
    draw();
  };
  const told = (): string => {
    const person = people[at];
    return person ? `Next: ${[person.name, workOf(person)].filter(Boolean).join(', ')}.` : 'Everybody who is looked for is decided.';
  };
  const draw = (): void => {
    const person = people[at];
    const left = people.filter((each) => !session.decisionOf(each)).length;
    place.textContent = person ? `${number(left)} of ${number(people.length)} undecided` : '';
    about.replaceChildren(
      ...(person
        ? [makeElement('h3', { id: 'who' }, makeElement('bdi', {}, person.name)), ...linesAbout(person, session.suggestionOf(person))]
        : [makeElement('h3', { id: 'who' }, people.length > 0 ? 'All of them are decided' : 'Nobody is undecided here')]),
    );
    acts.hidden = later.hidden = untouched.hidden = !person;
    never.checked = person !== undefined && keeping.neverTouch.has(person.key);
    undoing.ariaLabel = session.decisions.lastStep ? `Undo: ${session.decisions.lastStep}` : null;
    undoing.setAttribute('aria-disabled', String(!session.decisions.lastStep));
    // The button that was pressed may be gone.
    if (card.querySelector(':focus')?.checkVisibility() === false) card.focus();
  };

  return {
    element,
    refresh: () => {
      letters.checked = keeping.settings.letters;
      if (seen !== session.asked) {
        seen = session.asked;
        people = session.found.filter((person) => !session.decisionOf(person));
        at = 0;
      }
      draw();
    },
  };
}
