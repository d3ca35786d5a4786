/** Asks which column holds what, where a file has no header that is known. */
import { makeElement } from '../../../browser/make-element.ts';
import type { Island } from '../../../browser/island.ts';
import type { Answer, ColumnChoice } from '../archive/messages.ts';

const wanted: readonly (readonly [keyof ColumnChoice, string])[] = [
  ['first', 'First name, or the whole name'],
  ['last', 'Last name'],
  ['profile', 'Address of the profile'],
  ['company', 'Company'],
  ['position', 'Position'],
  ['connected', 'Day you connected'],
];

const shownRows = 4;

export function chooseColumns(
  { file, rows, guess }: Extract<Answer, { kind: 'columns' }>,
  guard: Island['guard'],
  chosen: (choice: ColumnChoice) => void,
): HTMLElement {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => String(column));
  const example = (column: string): string => rows.map((row) => row[Number(column)]?.trim()).find(Boolean) ?? 'empty';
  const selects = wanted.map(([what, label]) => {
    const select = makeElement(
      'select',
      { name: what },
      makeElement('option', { value: '' }, 'Not in the file'),
      ...columns.map((column) => makeElement('option', { value: column }, `Column ${Number(column) + 1}: ${example(column)}`)),
    );
    select.value = String(guess[what] ?? '');
    return makeElement('label', {}, label, select);
  });
  const form = makeElement(
    'form',
    { method: 'dialog', class: 'columns' },
    makeElement('p', {}, makeElement('strong', {}, `${file} has no column names that are known here.`), ' Say which column holds what.'),
    makeElement(
      'div',
      { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'The first rows of the file' },
      makeElement(
        'table',
        {},
        makeElement('tr', {}, ...columns.map((column) => makeElement('th', { scope: 'col' }, `Column ${Number(column) + 1}`))),
        ...rows
          .slice(0, shownRows)
          .map((row) => makeElement('tr', {}, ...columns.map((column) => makeElement('td', {}, row[Number(column)] ?? '')))),
      ),
    ),
    ...selects,
    makeElement('button', {}, 'Read the file so'),
  );
  form.addEventListener(
    'submit',
    guard((event: SubmitEvent) => {
      event.preventDefault();
      const given = new FormData(form);
      const choice = Object.fromEntries(wanted.flatMap(([what]) => (given.get(what) ? [[what, Number(given.get(what))]] : [])));
      chosen(choice);
    }),
  );
  return form;
}
