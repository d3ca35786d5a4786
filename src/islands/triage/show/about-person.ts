/** What is shown of a person: as text, whatever the file holds. */
import { makeElement } from '../../../browser/make-element.ts';
import type { Person } from '../person.ts';
import { factsOf, warningsOf, type Suggestion } from '../rules.ts';
import { decisionLabels } from './view.ts';

type Named = Pick<Person, 'company' | 'position'>;

/** "Engineer, Northwind". */
export const workOf = ({ company, position }: Named): string => [position, company].filter(Boolean).join(', ');

const suggestionWords = ({ decision, lean, reason }: Suggestion): string =>
  `${lean ? 'Perhaps ' : ''}${lean ? decisionLabels[decision].toLowerCase() : decisionLabels[decision]}. ${reason}`;

/** The lines below a name. */
export function linesAbout(person: Person, suggestion: Suggestion): HTMLElement[] {
  const work = workOf(person);
  return [
    ...(work ? [makeElement('p', {}, work)] : []),
    makeElement('p', { class: 'facts' }, factsOf(person).join(' · ')),
    ...warningsOf(person).map((warning) => makeElement('p', { class: 'warns' }, warning)),
    makeElement('p', { class: 'suggests' }, makeElement('b', {}, 'Suggestion: '), suggestionWords(suggestion)),
  ];
}
