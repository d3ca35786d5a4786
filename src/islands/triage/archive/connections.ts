/** The list of connections, row by row. */
import { noFacts, type Facts, type Person } from '../person.ts';
import { dayOrder, parseDay } from '../plain-date.ts';
import { ArchiveProblem, bringList } from './archive-problem.ts';
import { rowsOf, type Row, type Table } from './csv.ts';
import type { ColumnChoice } from './messages.ts';
import { foldName, profileOf, slugOf, tidy } from './profile-address.ts';

/** Somebody whose facts are still being gathered. */
export type PersonInMaking = Omit<Person, 'facts'> & { facts: Facts };

/** The facts of somebody, to be written in. Most have none, and share those. */
export function writableFacts(person: PersonInMaking): { -readonly [Fact in keyof Facts]: Facts[Fact] } {
  if (person.facts === noFacts) person.facts = { ...noFacts };
  return person.facts;
}

export interface Connections {
  readonly people: readonly PersonInMaking[];
  readonly closed: number;
  readonly withoutDay: number;
  readonly repeated: number;
  readonly notices: readonly string[];
}

/** LinkedIn allows 30,000. */
const mostPeople = 100_000;

interface RawPerson {
  readonly slug: string;
  readonly name: string;
  readonly company: string;
  readonly position: string;
  readonly day: string;
}

function rawPerson(row: Row, columns: ColumnChoice): RawPerson {
  const cell = (column: keyof ColumnChoice): string => tidy(row[columns[column] ?? -1]);
  const slug = slugOf(cell('profile'));
  return {
    slug,
    // Nobody could be told apart without a name, and the address has it mostly.
    name: tidy(`${cell('first')} ${cell('last')}`) || tidy(slug),
    company: cell('company'),
    position: cell('position'),
    day: cell('connected'),
  };
}

interface Sorted {
  readonly raw: readonly RawPerson[];
  readonly closed: number;
  /** Rows that say neither who nor when. */
  readonly empty: number;
  /** Quotation marks left out. */
  readonly marks: number;
}

function sortRows(file: string, table: Table, columns: ColumnChoice, from: number): Sorted {
  const raw: RawPerson[] = [];
  let [at, closed, empty, marks] = [0, 0, 0, 0];
  for (const row of rowsOf(table, undefined, () => (marks += 1))) {
    at += 1;
    if (at <= from || row.every((cell) => !cell.trim())) continue;
    const person = rawPerson(row, columns);
    if (person.name) raw.push(person);
    else if (parseDay(person.day)) closed += 1;
    else empty += 1;
    if (raw.length > mostPeople) throw new ArchiveProblem(`${file} holds more people than LinkedIn lets anybody have.`, bringList);
  }
  return { raw, closed, empty, marks };
}

const noticeOfMarks = (marks: number): string =>
  `In ${marks === 1 ? 'one row' : `${marks} rows`} a quotation mark opens and never closes. It was left out, so look whether these people are right.`;
const noticeOfEmpty = (empty: number): string =>
  `${empty === 1 ? 'One row says' : `${empty} rows say`} neither who nor when, and ${empty === 1 ? 'was' : 'were'} left out.`;
const noticeOfOrder = 'Days such as 3/4/2020 can be meant in two ways here. They were read as LinkedIn writes them: the month first.';

/** Everybody in the list. `columns`: where what is; `from`: how many rows stand before the first person. */
export function readConnections(file: string, table: Table, columns: ColumnChoice, from: number): Connections {
  const { raw, closed, empty, marks } = sortRows(file, table, columns, from);
  const { dayFirst, unsure } = dayOrder(raw.map(({ day }) => day));
  const people = new Map<string, PersonInMaking>();
  const alike = new Map<string, number>();
  const keyWithoutAddress = (name: string, connected: number): string => {
    const key = `name:${foldName(name)}|${connected}`;
    const number = (alike.get(key) ?? 0) + 1;
    alike.set(key, number);
    return number > 1 ? `${key}#${number}` : key;
  };
  let [withoutDay, repeated] = [0, 0];
  for (const { slug, day, ...texts } of raw) {
    const connected = parseDay(day, dayFirst);
    if (slug && people.has(slug)) repeated += 1;
    else {
      const key = slug || keyWithoutAddress(texts.name, connected);
      people.set(key, { key, ...texts, profile: profileOf(slug), connected, facts: noFacts });
      if (!connected) withoutDay += 1;
    }
  }
  const notices = [...(marks ? [noticeOfMarks(marks)] : []), ...(empty ? [noticeOfEmpty(empty)] : []), ...(unsure ? [noticeOfOrder] : [])];
  return { people: [...people.values()], closed, withoutDay, repeated, notices };
}
