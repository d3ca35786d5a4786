/** The guide on removing many shows a formula, a query and its output. Here both run on the made-up file, loaded as the page says. */
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { file, guide, header, outcomeOf, nameOf, people, printed, query } from '../support/worked-example.ts';

function ask(): Record<string, unknown>[] {
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

describe('the worked example', () => {
  test('reads the made-up file as a real one: three lines, then these columns', () => {
    expect(file.split('\n')[0]).toBe('Notes:');
    expect(header).toEqual(['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On']);
    expect(guide).toContain(`made-up file of ${people.length} rows`);
  });

  test('the query prints what the page shows', () => {
    expect(asColumns(ask())).toBe(printed);
  });

  test('the formula marks the people the query lists, with the date as text and as a date', () => {
    const listed = ask().map((row) => String(row['person']));
    const expected = listed.filter((person) => !/^\d+ rows$/.test(person)).sort();
    expect(expected).toHaveLength(5);
    for (const datesAs of ['text', 'date'] as const) {
      const marked = people.filter((person) => outcomeOf(person, datesAs) === 'look at').map(nameOf);
      expect(marked.sort(), datesAs).toEqual(expected);
    }
  });

  test('the formula sets apart rows that hold only a date, and the query counts them', () => {
    const nameless = people.filter((person) => outcomeOf(person, 'text') === 'no name');
    expect(nameless.every((person) => nameOf(person) === '')).toBe(true);
    expect(ask().at(-1)).toMatchObject({ connected: 'no name', person: `${nameless.length} rows` });
  });

  test('nobody is marked for removal', () => {
    expect(new Set(people.map((person) => outcomeOf(person, 'text')))).toEqual(new Set(['look at', 'keep', 'no name']));
  });
});
