/** Numbers as bars, with the number beside each: a bar that can be pressed leads to the people behind it. */
import { makeElement } from '../../../browser/make-element.ts';
import { number } from '../counts-in-words.ts';
import type { Query } from '../narrow.ts';
import { everybody } from '../session.ts';
import { makeButton, type ShowPeople } from './view.ts';

export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly query?: Partial<Query>;
  readonly decision?: string;
}

/** Those of nobody are left out. `show` must not throw. */
export function makeBars(title: string, all: readonly Bar[], show: ShowPeople): HTMLElement {
  const shown = all.filter(({ count }) => count > 0);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const rows = shown.map((bar) => makeElement('li', {}, makeBar(bar, most, show)));
  return makeElement('section', { class: 'plot' }, makeElement('h3', {}, title), makeElement('ul', { role: 'list' }, ...rows));
}

function makeBar({ label, count, query, decision }: Bar, most: number, show: ShowPeople): HTMLElement {
  const drawn = makeElement('i', { 'aria-hidden': 'true', 'data-decision': decision ?? '' });
  drawn.style.inlineSize = `${(100 * count) / most}%`;
  const words = makeElement('span', {}, makeElement('bdi', {}, label), ` ${number(count)}`);
  if (!query) return makeElement('div', {}, words, drawn);
  const button = makeButton('', () => {
    show('list', { ...everybody, ...query });
  });
  button.replaceChildren(words, drawn);
  return button;
}
