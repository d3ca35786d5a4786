/** What the views of the page are made of. */
import { makeElement } from '../../../browser/make-element.ts';
import type { Island } from '../../../browser/island.ts';
import type { Keeping } from '../keeping.ts';
import type { Query } from '../narrow.ts';
import type { Decision } from '../person.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Session } from '../session.ts';

export const viewNames = ['load', 'overview', 'list', 'cards', 'queue', 'save'] as const;
export type ViewName = (typeof viewNames)[number];

/** What every view is given. */
export interface Shared {
  readonly session: Session;
  readonly keeping: Keeping;
  readonly island: Island;
  readonly today: () => PlainDate;
  /** Tells what has happened, in a line that is read out. */
  readonly say: (text: string) => void;
}

/** Draws itself anew whenever it is in view and something has changed. */
export interface View {
  readonly element: HTMLElement;
  readonly refresh: () => void;
}

/** Leads to the list of some people, or to their cards. */
export type ShowPeople = (where: 'list' | 'cards', query: Query) => void;

export const decisionLabels: Readonly<Record<Decision, string>> = {
  keep: 'Keep',
  unfollow: 'Unfollow',
  remove: 'Remove',
  look: 'Look again',
};

export function makeButton(label: string, press: () => void, attributes: Readonly<Record<string, string>> = {}): HTMLButtonElement {
  const made = makeElement('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', press);
  return made;
}

const isCard = (part: Node | string): boolean => part instanceof Element && part.matches('.card');

/** A place in the tool, whose name is its address. The focus can go to its heading. */
export function makeView(name: ViewName, heading: string, ...content: (Node | string)[]): HTMLElement {
  const title = makeElement('h2', { id: `${name}-title`, tabindex: '-1', class: content.some(isCard) ? 'unseen' : '' }, heading);
  return makeElement('section', { id: name, 'aria-labelledby': title.id }, title, ...content);
}
