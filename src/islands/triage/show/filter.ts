/** What is looked for in the list. */
import { makeElement } from '../../../browser/make-element.ts';
import { number } from '../counts-in-words.ts';
import { everybody } from '../session.ts';
import type { Contact, Sort } from '../narrow.ts';
import { byCompany, byYear } from '../overview.ts';
import { decisions } from '../person.ts';
import { rules } from '../rules.ts';
import { decisionLabels, makeButton, type Shared } from './view.ts';

const contacts: Readonly<Record<Contact, string>> = {
  both: 'Both of you wrote',
  they: 'Only they wrote',
  you: 'Only you wrote',
  none: 'No message',
  endorsed: 'Endorsed either way',
  recommended: 'Recommended either way',
};

const sorts: Readonly<Record<Sort, string>> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  name: 'By name',
  company: 'By company',
  'last-contact': 'Last message first',
};

/** So many are offered by name: the search finds the others. */
const mostCompanies = 100;

type Option = readonly [value: string, label: string];

const optionsOf = (options: readonly Option[]): HTMLOptionElement[] =>
  options.map(([value, words]) => makeElement('option', { value }, words));
const fill = (label: HTMLElement, options: readonly Option[]): void => {
  label.querySelector('select')?.replaceChildren(...optionsOf(options));
};

export function makeFilter({ session, island: { guard } }: Shared): { element: HTMLElement; refresh: () => void } {
  const text = (name: string, label: string, type = 'text'): HTMLElement =>
    makeElement('label', {}, label, makeElement('input', { name, type, autocomplete: 'off', spellcheck: 'false', maxlength: '200' }));
  const select = (name: string, label: string, options: readonly Option[]): HTMLElement =>
    makeElement('label', {}, label, makeElement('select', { name, autocomplete: 'off' }, ...optionsOf(options)));
  const any: Option = ['', 'Any'];
  const years = select('year', 'Connected in', []);
  const companies = select('company', 'Company', []);
  const more = makeElement(
    'details',
    {},
    makeElement('summary', {}, 'Narrow and order'),
    makeElement(
      'div',
      { class: 'fields' },
      select('sort', 'Order', Object.entries(sorts)),
      years,
      companies,
      text('position', 'Position holds'),
      select('contact', 'Contact', [any, ...Object.entries(contacts)]),
      select('decision', 'Decision', [
        any,
        ['undecided', 'Undecided'],
        ...decisions.map((decision): Option => [decision, decisionLabels[decision]]),
      ]),
      select('rule', 'Reason', [any, ...rules.map(({ id, says }): Option => [id, says])]),
    ),
  );
  const form = makeElement(
    'form',
    { method: 'dialog', role: 'search', class: 'filter' },
    text('words', 'Search names, companies, positions', 'search'),
    more,
  );
  const all = makeButton(
    'Show everybody',
    guard(() => {
      session.query = { ...everybody, sort: session.query.sort };
      // This button is gone then.
      more.querySelector('summary')?.focus();
    }),
  );
  form.addEventListener(
    'input',
    guard(() => {
      const { year, company, ...others }: Partial<Record<string, unknown>> = Object.fromEntries(
        [...new FormData(form)].filter(([, value]) => value !== ''),
      );
      // What is chosen comes from the options, which are made of what there is.
      session.query = {
        ...everybody,
        ...others,
        ...(typeof year === 'string' && { year: Number(year) }),
        ...(typeof company === 'string' && { company: company.slice(1) }),
      };
    }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });

  let listed: unknown;
  const list = (): void => {
    if (listed === session.people) return;
    listed = session.people;
    const { top, without } = byCompany(session.people, mostCompanies);
    fill(years, [
      any,
      ...byYear(session.people)
        .filter(([, count]) => count > 0)
        .reverse()
        .map(([year, count]): Option => [String(year), `${year || 'Unknown'} (${number(count)})`]),
    ]);
    // A letter before it, since those without a company have no name to be chosen by.
    fill(companies, [
      any,
      ...(without ? [['=', `None (${number(without)})`] as const] : []),
      ...top.map(({ company, count }): Option => [`=${company}`, `${company} (${number(count)})`]),
    ]);
  };
  const refresh = (): void => {
    list();
    const { company, ...query } = session.query;
    const shown: Partial<Record<string, string | number>> = { ...query, ...(company !== undefined && { company: `=${company}` }) };
    for (const control of form.elements) {
      if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement) || control === document.activeElement) continue;
      control.value = String(shown[control.name] ?? '');
    }
    const isNarrowed = Object.keys(session.query).some((part) => part !== 'words' && part !== 'sort');
    all.hidden = !isNarrowed && session.query.words === '';
    if (isNarrowed) more.open = true;
  };
  return { element: makeElement('div', {}, form, all), refresh };
}
