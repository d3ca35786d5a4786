/** What was read, and what each file adds. */
import { makeElement } from '../../../browser/make-element.ts';
import type { Report } from '../archive/messages.ts';
import { number } from '../counts-in-words.ts';

export function reportLines({ file, people, closed, withoutDay, repeated, notices, others }: Report): HTMLElement {
  const lines = [
    `${file}: ${number(people)} people.`,
    ...(closed
      ? [
          `${number(closed)} rows have a day and nothing else: closed or hidden accounts. LinkedIn gives no name and no link, so there is nothing to do.`,
        ]
      : []),
    ...(withoutDay ? [`Of ${number(withoutDay)} the day is missing or can’t be read.`] : []),
    ...(repeated ? [`${number(repeated)} rows were there twice.`] : []),
    ...notices,
    ...others.map(({ name, says }) => `${name}: ${says}`),
  ];
  return makeElement(
    'details',
    {},
    makeElement('summary', {}, 'What was read'),
    makeElement('ul', {}, ...lines.map((line) => makeElement('li', {}, line))),
  );
}

/** Recommendations whose name fits nobody in the list, or more than one. */
export function unmatchedLines({ unmatched }: Report): HTMLElement[] {
  if (unmatched.length === 0) return [];
  const lines = unmatched.map(({ name, company, direction }) =>
    makeElement(
      'li',
      {},
      makeElement('bdi', {}, name),
      company ? ` (${company})` : '',
      direction === 'received' ? ' recommended you' : ': you recommended them',
    ),
  );
  return [
    makeElement('h3', {}, 'Recommendations that fit no one name'),
    makeElement('p', {}, 'Look at these before you remove somebody of that name:'),
    makeElement('ul', {}, ...lines),
  ];
}
