/** Leads from view to view. Each has an address, so that Back leads to the view before, and not off the page with the list in it. */
import { makeElement } from '../../../browser/make-element.ts';
import { viewNames, type Shared, type View, type ViewName } from './view.ts';

const labels: Readonly<Record<ViewName, string>> = {
  load: 'File',
  overview: 'Overview',
  list: 'List',
  cards: 'Cards',
  queue: 'Queue',
  save: 'Save',
};

export interface Way {
  readonly nav: HTMLElement;
  /** Shows the view that the address names, where it is open, else stays. */
  readonly follow: () => void;
  readonly go: (name: ViewName) => void;
  /** Soon, once for all that changes at one moment. */
  readonly draw: () => void;
}

/** `tool` can have the focus. */
export function makeWay(tool: HTMLElement, { session, island: { guard } }: Shared, views: Readonly<Record<ViewName, View>>): Way {
  let shown: ViewName = 'load';
  let isDue = false;
  const links = viewNames.map((name) => ({ name, link: makeElement('a', { href: `#${name}` }, labels[name]) }));
  const nav = makeElement('nav', { class: 'views', 'aria-label': 'Sort' }, ...links.map(({ link }) => link));

  /** Without a list there is nothing to look through; what was decided is kept without it. */
  const isOpen = (name: ViewName): boolean => {
    if (name === 'load' || session.people.length > 0) return true;
    // Who has just forgotten everything is still to read that.
    return ((name === 'queue' || name === 'save') && session.decisions.size > 0) || (name === 'save' && name === shown);
  };

  const drawNow = guard(() => {
    isDue = false;
    if (!isOpen(shown)) shown = 'load';
    for (const name of viewNames) views[name].element.hidden = name !== shown;
    for (const { name, link } of links) {
      link.hidden = !isOpen(name);
      link.ariaCurrent = name === shown ? 'page' : null;
    }
    nav.hidden = links.filter(({ link }) => !link.hidden).length === 1;
    views[shown].refresh();
  });
  const draw = (): void => {
    if (!isDue) queueMicrotask(drawNow);
    isDue = true;
  };

  const follow = (): void => {
    const named = viewNames.find((name) => location.hash === `#${name}` && isOpen(name));
    if (!named) return;
    // What is hidden loses the focus, which stays in the tool meanwhile. Who is elsewhere on the page by now stays there.
    const isElsewhere = document.activeElement !== document.body && !tool.contains(document.activeElement);
    if (views[shown].element.contains(document.activeElement)) tool.focus({ preventScroll: true });
    shown = named;
    drawNow();
    if (isElsewhere) return;
    // By itself: drawing takes its time with a long list, and so does laying it out, which this asks for.
    setTimeout(() => {
      const { element } = views[shown];
      element.scrollIntoView();
      (element.querySelector<HTMLElement>('.card[tabindex], h3[tabindex]') ?? element.querySelector('h2'))?.focus({ preventScroll: true });
    });
  };

  const go = (name: ViewName): void => {
    // Not by the fragment alone: going to one takes the focus from wherever somebody is.
    if (location.hash !== `#${name}`) history.pushState(undefined, '', `#${name}`);
    follow();
  };

  return { nav, follow, go, draw };
}
