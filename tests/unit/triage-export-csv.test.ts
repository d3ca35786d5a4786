import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Decided } from '../../src/islands/triage/decisions.ts';
import { exportCsv } from '../../src/islands/triage/export-csv.ts';
import type { Person } from '../../src/islands/triage/person.ts';
import { suggest, type Suggestion } from '../../src/islands/triage/rules.ts';
import { person } from '../support/people.ts';

const suggestionOf = (somebody: Person): Suggestion => suggest(somebody, { neverTouch: new Set(), off: new Set(), today: 20_261_127 });

const rowsOf = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.slice(1), { delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data;

const tableOf = (people: readonly Person[], entries: readonly (readonly [string, Decided])[] = []): string[][] =>
  rowsOf(exportCsv(people, entries, suggestionOf));

test('the table has a row for each person, and one for each who is decided and gone', () => {
  const ada = person({ facts: { endorsedYou: 1 } });
  const who = { name: 'Ben Sample', company: 'Example & Co.', position: 'Cook', profile: '', connected: 20_120_106 };
  const rows = tableOf(
    [ada, person({ key: 'undecided', name: 'Chi Sample', company: '', connected: 0 })],
    [
      [ada.key, { decision: 'keep', on: 20_261_101 }],
      ['ben', { decision: 'remove', on: 20_261_101, who, done: 20_261_120 }],
      ['élan-fictional-9', { decision: 'keep', on: 20_261_101 }],
      ['name:dan example|20120106', { decision: 'keep', on: 20_261_101 }],
    ],
  );
  expect(rows).toEqual([
    ['Name', 'Company', 'Position', 'Profile', 'Connected on', 'Suggestion', 'Decision', 'Decided on', 'Done on'],
    ['Ada Example', 'Northwind', 'Engineer', ada.profile, '2022-03-04', 'lean keep: They endorsed you once.', 'keep', '2026-11-01', ''],
    ['Chi Sample', '', 'Engineer', ada.profile, '', 'look: Nothing in your files speaks for or against.', '', '', ''],
    ['Ben Sample', 'Example & Co.', 'Cook', '', '2012-01-06', '', 'remove', '2026-11-01', '2026-11-20'],
    ['', '', '', 'https://www.linkedin.com/in/%C3%A9lan-fictional-9', '', '', 'keep', '2026-11-01', ''],
    ['dan example', '', '', '', '', '', 'keep', '2026-11-01', ''],
  ]);
});

test('the text begins with a mark for Excel, and its lines end as Excel’s do', () => {
  const csv = exportCsv([person()], [], suggestionOf);
  expect(csv.startsWith('\uFEFF"Name",')).toBe(true);
  expect(csv.endsWith('"\r\n')).toBe(true);
  expect(csv.match(/\n/g)).toHaveLength(2);
});

describe('a cell', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1\n2', '＝1', '＋1', ' =1'])(
    'that begins a formula is text: %j',
    (name) => {
      const [, row = []] = tableOf([person({ name })]);
      expect(row[0]).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      expect(row[0]?.replaceAll("'", '')).toBe(name);
    },
  );

  test.each(['Northwind;=1+1', 'Northwind\t=1', 'Northwind\n=1'])('is text also where another sign ends cells: %j', (company) => {
    const csv = exportCsv([person({ company })], [], suggestionOf);
    expect(csv).not.toMatch(/[;\t\n]\s*=/);
  });

  test('that is no formula stays as it is', () => {
    for (const name of [
      'Ada Example',
      "Ada O'Example",
      'Ada "A" Example',
      '"=1',
      'Ada, -Ben',
      'Ada, PhD',
      '技術者',
      'a=b',
      'ada@example.com',
      'Ada - Example',
      'C++',
    ])
      expect(tableOf([person({ name })])[1]?.[0]).toBe(name);
  });

  test('never begins a formula, and is the text without the signs that keep it one', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' ', 'a', "'");
    fc.assert(
      fc.property(fc.string({ unit: sign }), (name) => {
        const [, row = []] = tableOf([person({ name })]);
        expect(row).toHaveLength(9);
        expect(row[0]).not.toMatch(/^\s*[=+\-@]/);
        expect(row[0]?.replaceAll("'", '')).toBe(name.replaceAll("'", ''));
      }),
    );
  });
});
