/** The guide on removing many shows a formula, a query and its output. Here both run on the made-up file, loaded as the page says. */
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { HyperFormula } from 'hyperformula';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';

const guide = readFileSync(new URL('../../src/content/guides/remove/many-connections.mdx', import.meta.url), 'utf8');
const file = readFileSync(new URL('fixtures/Connections.csv', import.meta.url), 'utf8');

const fences = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text = '']) => ({ language, text }));
const fence = (language: string, holding: string): string => {
  const found = fences.find((candidate) => candidate.language === language && candidate.text.includes(holding));
  if (!found) throw new Error(`The guide has no ${language} block with "${holding}"`);
  return found.text;
};

const formula = fence('text', '=IF(').trim().slice(1);
const commands = fence('text', '.import');
const query = fence('sql', 'SELECT');
const printed = fence('text', '----------');

/** As many lines left out as the page's own command says, and the next one read as the names of the columns. */
function load(text: string): string[][] {
  const skip = Number(/--skip (\d+)/.exec(commands)?.[1]);
  return Papa.parse<string[]>(text.split('\n').slice(skip).join('\n'), { skipEmptyLines: true }).data;
}

function ask(rows: string[][]): Record<string, unknown>[] {
  const [header = [], ...people] = rows;
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE TABLE connections (${header.map((name) => `"${name}" TEXT`).join(', ')})`);
  const insert = database.prepare(`INSERT INTO connections VALUES (${header.map(() => '?').join(', ')})`);
  for (const person of people) insert.run(...person);
  return database.prepare(query).all();
}

/** SQLite's `.mode column`: a header, a rule, and columns as wide as their widest cell; line ends trimmed. */
function asColumns(rows: Record<string, unknown>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => names.map((name) => String(row[name])));
  const widths = names.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(names), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/** What a spreadsheet counts for a date: days since 30 December 1899. */
const serial = (text: string): number => Date.parse(`${text} UTC`) / 86_400_000 + 25_569;

type Cell = string | number | null;

/** The formula stands in H2, as the page says, so the row stands in line 2. */
function mark(row: readonly Cell[]): unknown {
  const sheet = HyperFormula.buildFromArray([[], [...row, `=${formula}`]], { licenseKey: 'gpl-v3' });
  return sheet.getCellValue({ sheet: 0, row: 1, col: 7 });
}

const rows = load(file);
const people = rows.slice(1);
const nameOf = (row: readonly Cell[]): string => `${row[0] ?? ''} ${row[1] ?? ''}`.trim();

describe('the worked example', () => {
  test('reads the made-up file as a real one: three lines, then these columns', () => {
    expect(file.split('\n')[0]).toBe('Notes:');
    expect(rows[0]).toEqual(['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On']);
    expect(guide).toContain(`made-up file of ${people.length} rows`);
  });

  test('the query prints what the page shows', () => {
    expect(asColumns(ask(rows))).toBe(printed.trimEnd());
  });

  test('the formula marks the people the query lists, with the date as text and as a date', () => {
    const listed = ask(rows).map((row) => String(row['person']));
    const expected = listed.filter((person) => !/^\d+ rows$/.test(person)).sort();
    expect(expected).toHaveLength(5);
    const asText = people
      .filter((row) => mark(row) === 'look at')
      .map(nameOf)
      .sort();
    const asDate = people
      .filter((row) => mark([...row.slice(0, 6), serial(row[6] ?? '')]) === 'look at')
      .map(nameOf)
      .sort();
    expect(asText).toEqual(expected);
    expect(asDate).toEqual(expected);
  });

  test('the formula sets apart rows that hold only a date, and the query counts them', () => {
    const nameless = people.filter((row) => mark(row) === 'no name');
    expect(nameless.every((row) => nameOf(row) === '')).toBe(true);
    expect(ask(rows).at(-1)).toMatchObject({ connected: 'no name', person: `${nameless.length} rows` });
  });

  test('nobody is marked for removal', () => {
    expect(new Set(people.map(mark))).toEqual(new Set(['look at', 'keep', 'no name']));
  });
});
