/** The decisions as they are printed: made when somebody prints, since nobody else sees them. */
import { makeElement } from '../../../browser/make-element.ts';
import { number } from '../counts-in-words.ts';
import { decisions, type Decision } from '../person.ts';
import { sayDay } from '../plain-date.ts';
import type { Session } from '../session.ts';
import { workOf } from './about-person.ts';
import { decisionLabels } from './view.ts';

interface Row {
  readonly name: string;
  readonly company: string;
  readonly position: string;
  readonly connected: number;
  readonly done?: number | undefined;
}

const lineOf = ({ name, connected, done = 0, ...work }: Row): HTMLElement =>
  makeElement(
    'li',
    {},
    makeElement('b', {}, makeElement('bdi', {}, name)),
    [workOf(work), connected && `connected ${sayDay(connected)}`, done && `done ${sayDay(done)}`]
      .filter(Boolean)
      .map((part) => `, ${String(part)}`)
      .join(''),
  );

/** Undefined where nothing is decided. */
export function makePaper({ people, decisions: decided }: Session): HTMLElement | undefined {
  const rows = new Map<Decision, Row[]>(decisions.map((decision) => [decision, []]));
  const known = new Map(people.map((person) => [person.key, person]));
  for (const [key, { decision, who, done }] of decided.entries()) {
    const person = known.get(key) ?? who;
    if (person) rows.get(decision)?.push({ ...person, done });
  }
  const sections = [...rows].filter(([, all]) => all.length > 0);
  if (sections.length === 0) return undefined;
  return makeElement(
    'div',
    { class: 'paper' },
    ...sections.flatMap(([decision, all]) => [
      makeElement('h2', {}, `${decisionLabels[decision]}: ${number(all.length)}`),
      makeElement('ul', {}, ...all.map(lineOf)),
    ]),
  );
}
