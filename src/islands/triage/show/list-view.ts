/** The list: who is looked for, twenty-five at a time, and one decision for each or for all of them. */
import { makeElement } from '../../../browser/make-element.ts';
import { number, peopleCount } from '../counts-in-words.ts';
import type { Decision, Person } from '../person.ts';
import { linesAbout } from './about-person.ts';
import { makeDecisionChoice, type DecisionChoice } from './decision-choice.ts';
import { makeFilter } from './filter.ts';
import { makeGroupDecision } from './group-decision.ts';
import { makeButton, makeView, type Shared, type View } from './view.ts';

/** So few that a page is drawn between two letters of somebody who types fast, on a phone too. */
const pageSize = 25;

export function makeListView(shared: Shared): View {
  const {
    session,
    island: { guard },
  } = shared;
  let people: readonly Person[] = [];
  const filter = makeFilter(shared);
  const group = makeGroupDecision(shared);
  const counted = makeElement('p', { role: 'status' });
  const rows = makeElement('ol', { role: 'list', class: 'people' });
  const pager = makeElement('nav', { class: 'pager', 'aria-label': 'Pages of the list' });
  let choices: readonly (readonly [Person, DecisionChoice])[] = [];
  let first = 0;
  let seen: unknown;
  let given: unknown;

  const turnTo = (start: number): void => {
    first = start;
    drawPage();
    rows.focus();
    rows.scrollIntoView();
  };

  const row = (person: Person): readonly [Person, DecisionChoice, HTMLElement] => {
    const choice = makeDecisionChoice(
      person.name,
      guard((decision: Decision) => {
        session.decisions.decide([person], decision);
      }),
    );
    const item = makeElement(
      'li',
      {},
      makeElement('b', {}, makeElement('bdi', {}, person.name)),
      ...linesAbout(person, session.suggestionOf(person)),
      choice.element,
    );
    return [person, choice, item];
  };

  const drawPage = (): void => {
    const made = people.slice(first, first + pageSize).map(row);
    choices = made.map(([person, choice]) => [person, choice]);
    rows.replaceChildren(...made.map(([, , item]) => item));
    rows.setAttribute('start', String(first + 1));
    const last = first + made.length;
    pager.replaceChildren(
      ...(first > 0
        ? [
            makeButton(
              'Back',
              guard(() => {
                turnTo(first - pageSize);
              }),
              { 'aria-label': `Back to ${first - pageSize + 1} to ${first}` },
            ),
          ]
        : []),
      people.length > 0 ? `${number(first + 1)} to ${number(last)} of ${number(people.length)}` : '',
      ...(last < people.length
        ? [
            makeButton(
              'On',
              guard(() => {
                turnTo(last);
              }),
              { 'aria-label': `On to ${last + 1} and more` },
            ),
          ]
        : []),
    );
    showDecisions();
  };

  const showDecisions = (): void => {
    for (const [person, choice] of choices) choice.show(session.decisionOf(person));
  };

  const element = makeView('list', 'List', filter.element, counted, group.element, rows, pager);
  rows.tabIndex = -1;

  return {
    element,
    refresh: () => {
      // Who is decided stays where they are, until something else is looked for: nobody's row moves below a finger.
      if (seen !== session.asked) {
        seen = session.asked;
        people = session.found;
        first = 0;
        counted.textContent = `${peopleCount(people.length)} of ${number(session.people.length)}.`;
        drawPage();
      } else if (given !== session.given) drawPage();
      else showDecisions();
      given = session.given;
      filter.refresh();
      group.refresh(people);
    },
  };
}
