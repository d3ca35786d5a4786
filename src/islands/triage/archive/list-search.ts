/** Looks for the list of connections in what was brought, under whatever name and in whatever form. */
import { ArchiveProblem, bringList } from './archive-problem.ts';
import { firstRow, guessColumns, usualOrder } from './columns.ts';
import { readConnections, type Connections } from './connections.ts';
import { openTable, type Table } from './csv.ts';
import { headerOf, type Kind } from './kinds.ts';
import type { Answer, ColumnChoice } from './messages.ts';
import { tidy } from './profile-address.ts';
import type { Brought, Source } from './sources.ts';

/** Hears how much is done (0 to 1), and what is being done. */
export type Progress = (done: number, doing: string) => void;

const sayEncoding =
  'It was not written as LinkedIn does (UTF-8). Some letters may be wrong. The file as it came is better: a spreadsheet may change it.';
const sayOrder =
  'The names of its columns are not known here, so they were taken in LinkedIn’s usual order. Look whether names, jobs and days are right.';

/** Throws an ArchiveProblem. */
export const openSource = async (source: Source): Promise<Table> => openTable(await source.open(), (rows) => headerOf(rows) !== undefined);

/** A list of connections, and where it was. */
export interface Found {
  readonly source: Source;
  readonly list: Connections;
}

interface Unknown {
  readonly source: Source;
  readonly table: Table;
}

/** What was learnt about files while looking for the list. */
export interface Search {
  readonly found: Found[];
  /** By what is in them, whatever their names say. */
  readonly kinds: Map<Source, Kind>;
  /** Tables with no header we know. */
  readonly unknown: Unknown[];
  /** What can't be opened, in the order in which the list was looked for. */
  readonly refused: Brought['refused'][number][];
}

function readList(source: Source, table: Table, columns: ColumnChoice, from: number, notices: readonly string[] = []): Found {
  const list = readConnections(source.name, table, columns, from);
  const said = [...(table.encoding === 'windows-1252' ? [sayEncoding] : []), ...notices, ...list.notices];
  return { source, list: { ...list, notices: said } };
}

async function lookInto(source: Source, { found, kinds, unknown }: Search): Promise<void> {
  const table = await openSource(source);
  const header = headerOf(table.head);
  if (!header) unknown.push({ source, table });
  else if (header.kind === 'connections') found.push(readList(source, table, header.columns, header.row + 1));
  else kinds.set(source, header.kind);
}

async function lookIntoAll(sources: readonly Source[], search: Search, progress: Progress): Promise<void> {
  for (const source of sources) {
    progress(0.1, `Looking into ${source.name}`);
    try {
      await lookInto(source, search);
    } catch (error) {
      search.refused.push({ name: source.name, problem: knownProblem(error) });
    }
  }
}

/** Passes on what nobody has foreseen. */
export function knownProblem(error: unknown): ArchiveProblem {
  if (error instanceof ArchiveProblem) return error;
  throw error;
}

/** It was brought by itself, or is named as the list is; else it is one of the many other files of an archive. */
const isLikely = ({ kind, zip }: Source): boolean => kind === 'connections' || (!kind && !zip);

/** Looks where the list should be, then everywhere; then takes what only looks like it. `columns`: as chosen by hand for what is asked about. */
export async function findLists({ sources, refused }: Brought, columns: ColumnChoice | undefined, progress: Progress): Promise<Search> {
  const search: Search = { found: [], kinds: new Map(), unknown: [], refused: [] };
  const { found, unknown } = search;
  await lookIntoAll(sources.filter(isLikely), search, progress);
  const others = sources.filter((source) => !isLikely(source) && !source.kind);
  if (found.length === 0) await lookIntoAll(others, search, progress);
  search.refused.push(...refused);
  if (found.length > 0) return search;
  for (const { source, table } of unknown) {
    const order = usualOrder(table.head, isLikely(source));
    if (order) found.push(readList(source, table, order, firstRow(table.head, order), [sayOrder]));
  }
  const asked = found.length === 0 && columns ? askedAbout(search) : undefined;
  if (asked && columns) found.push(readList(asked.source, asked.table, columns, firstRow(asked.table.head, columns)));
  return search;
}

/** The table of which somebody could say which column is which: there are names, and with them days or addresses. */
function askedAbout({ unknown }: Search): Unknown | undefined {
  return unknown.find(({ source, table }) => {
    const { first, profile, connected } = guessColumns(table.head);
    return isLikely(source) && first !== undefined && (profile ?? connected) !== undefined;
  });
}

/** A cell as it is shown to somebody who chooses columns. */
const shown = (cell: string): string => tidy(cell).slice(0, 60);

/** Asks which column is which, where there is no list but a table that could be one. */
export function askColumns(search: Search): Answer | undefined {
  const asked = search.found.length === 0 ? askedAbout(search) : undefined;
  if (!asked) return undefined;
  const { head } = asked.table;
  const rows = head.slice(0, 8).map((row) => row.slice(0, 20).map(shown));
  return { kind: 'columns', file: asked.source.name, rows, guess: guessColumns(head) };
}

/** The list with the most people, and what to say where there were several. */
export function longestOf(found: readonly Found[]): Found {
  const [first, ...rest] = found;
  if (!first) throw new RangeError('no list');
  const longest = rest.reduce((best, other) => (other.list.people.length > best.list.people.length ? other : best), first);
  if (rest.length === 0) return longest;
  const { source, list } = longest;
  const notice = `You brought ${found.length} lists of connections. The one with the most people was read${source.zip && `, from ${source.zip}`}.`;
  return { source, list: { ...list, notices: [notice, ...list.notices] } };
}

/** What each kind is, brought by itself. */
const sayKind: Readonly<Record<Exclude<Kind, 'connections'>, string>> = {
  messages: 'holds your messages',
  invitations: 'holds invitations',
  endorsedYou: 'holds endorsements',
  youEndorsed: 'holds endorsements',
  recommendedYou: 'holds recommendations',
  youRecommended: 'holds recommendations',
  profile: 'holds your own profile',
  contacts: 'is an address book',
};

const askAgain = `Ask LinkedIn for your data again. ${bringList}`;
const bringOther = 'LinkedIn sends two: one after minutes, one after a day or two. Bring the other, or ask LinkedIn for your data again.';

/** Why there is no list: what can be said of the file that comes nearest to one. */
export function noList({ sources, zips }: Brought, { found, kinds, unknown, refused }: Search): ArchiveProblem {
  const [empty] = found;
  if (empty) return new ArchiveProblem(`${empty.source.name} has names of columns, but nobody in it.`, askAgain);
  const likely = unknown.find(({ source }) => isLikely(source));
  if (likely) return notTheList(likely.source.name, likely.table);
  if (refused[0]) return refused[0].problem;
  const alone = sources.find(({ zip }) => !zip);
  const kind = alone && (kinds.get(alone) ?? alone.kind);
  if (kind && kind !== 'connections')
    return new ArchiveProblem(`${alone.name} ${sayKind[kind]}, not the list of your connections.`, bringList);
  return zips[0]
    ? new ArchiveProblem(`${zips[0]} has no list of connections in it.`, bringOther)
    : new ArchiveProblem('There is no list of connections in what you brought.', bringList);
}

function notTheList(name: string, { head }: Table): ArchiveProblem {
  return /^notes:?$/i.test(head[0]?.[0] ?? '')
    ? new ArchiveProblem(`${name} holds LinkedIn’s notes, but no list after them.`, askAgain)
    : new ArchiveProblem(`${name} is not LinkedIn’s list of connections.`, bringList);
}
