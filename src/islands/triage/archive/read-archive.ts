/** Reads what somebody brought, and tells the page what is in it. */
import { ArchiveProblem, bringList } from './archive-problem.ts';
import { firstRow, guessColumns, usualOrder } from './columns.ts';
import { readConnections, type Connections } from './connections.ts';
import {
  directoryOf,
  readEndorsements,
  readInvitations,
  readMessages,
  readRecommendations,
  type CellOf,
  type Directory,
} from './contacts.ts';
import { openTable, rowsOf, type Row, type Table } from './csv.ts';
import { headerOf, type Kind } from './kinds.ts';
import type { Answer, ColumnChoice, Load, ReadFile, Report } from './messages.ts';
import { tidy } from './profile-address.ts';
import { sourcesOf, type Brought, type Source } from './sources.ts';

type Tell = (answer: Answer) => void;

/** People told at a time. */
const chunk = 500;

const sayEncoding =
  'It was not written as LinkedIn does (UTF-8). Some letters may be wrong. The file as it came is better: a spreadsheet may change it.';
const sayOrder =
  'The names of its columns are not known here, so they were taken in LinkedIn’s usual order. Look whether names, jobs and days are right.';

const open = async (source: Source): Promise<Table> => openTable(await source.open(), (rows) => headerOf(rows) !== undefined);

/** A list of connections, and where it was. */
interface Found {
  readonly source: Source;
  readonly list: Connections;
}

/** What was learnt about files while looking for the list. */
interface Search {
  readonly found: Found[];
  /** By what is in them, whatever their names say. */
  readonly kinds: Map<Source, Kind>;
  /** Tables with no header we know. */
  readonly unknown: { readonly source: Source; readonly table: Table }[];
  /** What can't be opened, in the order in which the list was looked for. */
  readonly refused: Brought['refused'][number][];
}

function readList(source: Source, table: Table, columns: ColumnChoice, from: number, notices: readonly string[] = []): Found {
  const list = readConnections(source.name, table, columns, from);
  const said = [...(table.encoding === 'windows-1252' ? [sayEncoding] : []), ...notices, ...list.notices];
  return { source, list: { ...list, notices: said } };
}

async function lookInto(source: Source, { found, kinds, unknown }: Search): Promise<void> {
  const table = await open(source);
  const header = headerOf(table.head);
  if (!header) unknown.push({ source, table });
  else if (header.kind === 'connections') found.push(readList(source, table, header.columns, header.row + 1));
  else kinds.set(source, header.kind);
}

async function lookIntoAll(sources: readonly Source[], search: Search): Promise<void> {
  for (const source of sources) {
    try {
      await lookInto(source, search);
    } catch (error) {
      search.refused.push({ name: source.name, problem: known(error) });
    }
  }
}

/** Passes on what nobody has foreseen. */
function known(error: unknown): ArchiveProblem {
  if (error instanceof ArchiveProblem) return error;
  throw error;
}

/** Looks where the list should be, then everywhere; then takes what only looks like it. */
async function findLists({ sources, refused }: Brought, columns: ColumnChoice | undefined): Promise<Search> {
  const search: Search = { found: [], kinds: new Map(), unknown: [], refused: [] };
  const isLikely = ({ kind, zip }: Source): boolean => kind === 'connections' || (!kind && !zip);
  await lookIntoAll(sources.filter(isLikely), search);
  const others = sources.filter((source) => !isLikely(source) && !source.kind);
  if (search.found.length === 0) await lookIntoAll(others, search);
  search.refused.push(...refused);
  if (search.found.length > 0) return search;
  for (const { source, table } of search.unknown) {
    const order = usualOrder(table.head);
    if (order) search.found.push(readList(source, table, order, firstRow(table.head, order), [sayOrder]));
    else if (columns && isAsked(table)) search.found.push(readList(source, table, columns, firstRow(table.head, columns)));
  }
  return search;
}

/** Whether somebody could say which column is which: there are names, and with them days or addresses. */
function isAsked({ head }: Table): boolean {
  const { first, profile, connected } = guessColumns(head);
  return first !== undefined && (profile ?? connected) !== undefined;
}

const isEmpty = ({ list }: Found): boolean => list.people.length + list.closed === 0;

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
function noList({ sources, zips }: Brought, { found, kinds, unknown, refused }: Search): ArchiveProblem {
  const [empty] = found;
  if (empty) return new ArchiveProblem(`${empty.source.name} has names of columns, but nobody in it.`, askAgain);
  const likely = unknown.find(({ source }) => !source.zip || source.kind === 'connections');
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

/** A cell as it is shown to somebody who chooses columns. */
const shown = (cell: string): string => tidy(cell).slice(0, 60);

function askColumns({ unknown }: Search): Answer | undefined {
  const asked = unknown.find(({ table }) => isAsked(table));
  if (!asked) return undefined;
  const rows = asked.table.head.slice(0, 8).map((row) => row.slice(0, 20).map(shown));
  return { kind: 'columns', file: asked.source.name, rows, guess: guessColumns(asked.table.head) };
}

/** The sources of each kind beside the list, the largest first: of two archives, the fuller one. */
function othersOf(brought: Brought, { kinds }: Search): Map<Kind, Source> {
  const others = new Map<Kind, Source>();
  for (const source of brought.sources) {
    const kind = kinds.get(source) ?? source.kind;
    // Both kinds of recommendations look the same, so a name must tell.
    if (!kind || (kind === 'recommendedYou' && !source.kind)) continue;
    const known = others.get(kind);
    if (!known || known.size < source.size) others.set(kind, source);
  }
  return others;
}

/** In this order, since invitations and your profile say which of those who write you are. */
const readingOrder: readonly Kind[] = [
  'profile',
  'invitations',
  'messages',
  'endorsedYou',
  'youEndorsed',
  'recommendedYou',
  'youRecommended',
];

/** What is learnt on the way through the other files. */
interface Learnt {
  readonly others: ReadFile[];
  readonly unmatched: Report['unmatched'][number][];
  addresses: readonly string[];
  name: string;
}

const recommendations: readonly Kind[] = ['recommendedYou', 'youRecommended'];

/** Whether a file is by its header what its name says. */
const isSame = (one: Kind, other: Kind): boolean => one === other || [one, other].every((kind) => recommendations.includes(kind));

function* rowsBehind(table: Table, headerRow: number, told: (done: number) => void): Generator<Row> {
  let at = 0;
  for (const row of rowsOf(table, told)) if (at++ > headerRow) yield row;
}

/** Reads a file beside the list into the facts of people. Returns what it adds, as sentences. */
function readOther(kind: Kind, table: Table, directory: Directory, learnt: Learnt, told: (done: number) => void): string {
  const header = headerOf(table.head);
  if (!header || !isSame(header.kind, kind)) return 'It was not read: it has other columns than LinkedIn’s file of that name.';
  const cell: CellOf = (row, column) => row[header.columns[column] ?? -1] ?? '';
  const rows = rowsBehind(table, header.row, told);
  if (kind === 'messages') return readMessages(rows, cell, directory, learnt);
  if (kind === 'endorsedYou') return readEndorsements(rows, cell, directory, 'endorser');
  if (kind === 'youEndorsed') return readEndorsements(rows, cell, directory, 'endorsee');
  if (kind === 'invitations') {
    const { says, yours } = readInvitations(rows, cell, directory);
    learnt.addresses = yours;
    return says;
  }
  if (kind === 'profile') {
    const [you = []] = rows;
    learnt.name = tidy(`${cell(you, 'firstname')} ${cell(you, 'lastname')}`);
    return 'It helps to tell your messages from theirs.';
  }
  const { says, unmatched } = readRecommendations(rows, cell, directory, kind === 'recommendedYou' ? 'received' : 'given');
  learnt.unmatched.push(...unmatched);
  return says;
}

/** The list with the most people, and what to say where there were several. */
function longestOf(found: readonly Found[]): Found {
  const [first, ...rest] = found;
  if (!first) throw new RangeError('no list');
  const longest = rest.reduce((best, other) => (other.list.people.length > best.list.people.length ? other : best), first);
  if (rest.length === 0) return longest;
  const { source, list } = longest;
  const notice = `You brought ${found.length} lists of connections. The one with the most people was read${source.zip && `, from ${source.zip}`}.`;
  return { source, list: { ...list, notices: [notice, ...list.notices] } };
}

async function readOthers(
  brought: Brought,
  search: Search,
  directory: Directory,
  progress: (done: number, doing: string) => void,
): Promise<Learnt> {
  const learnt: Learnt = { others: [], unmatched: [], addresses: [], name: '' };
  const others = othersOf(brought, search);
  const sources = readingOrder.flatMap((kind) => {
    const source = others.get(kind);
    return source ? [{ kind, source }] : [];
  });
  const total = sources.reduce((sum, { source }) => sum + source.size, 1);
  let read = 0;
  for (const { kind, source } of sources) {
    const told = (done: number): void => {
      progress((read + done * source.size) / total, `Reading ${source.name}`);
    };
    told(0);
    learnt.others.push({ name: source.name, says: await saysOf(source, (table) => readOther(kind, table, directory, learnt, told)) });
    read += source.size;
  }
  return learnt;
}

/** A file beside the list that can't be read is no reason not to show the list. */
async function saysOf(source: Source, read: (table: Table) => string): Promise<string> {
  try {
    return read(await open(source));
  } catch (error) {
    return `It was not read. ${known(error).message}`;
  }
}

async function read({ files, columns }: Load, tell: Tell, progress: (done: number, doing: string) => void): Promise<Answer> {
  progress(0, 'Opening what you brought');
  const brought = await sourcesOf(files);
  progress(0.1, 'Looking for the list of connections');
  const search = await findLists(brought, columns);
  const answer = search.found.length === 0 ? askColumns(search) : undefined;
  if (answer) return answer;
  if (search.found.every(isEmpty)) throw noList(brought, search);
  const { source, list } = longestOf(search.found);
  const directory = directoryOf(list.people);
  const { others, unmatched } = await readOthers(brought, search, directory, (done, doing) => {
    progress(0.3 + done * 0.7, doing);
  });
  for (let at = 0; at < list.people.length; at += chunk) tell({ kind: 'people', people: list.people.slice(at, at + chunk) });
  const { closed, withoutDay, repeated, notices } = list;
  const refused = search.refused.map(({ name, problem }) => ({ name, says: `It was not read. ${problem.message}` }));
  const report = {
    file: source.name,
    people: list.people.length,
    closed,
    withoutDay,
    repeated,
    notices,
    others: [...others, ...refused],
    unmatched,
  };
  return { kind: 'report', report };
}

/** Reads all that was brought. Never throws: whatever happens, the last answer is a report, a question for columns, or a problem. */
export async function readArchive(load: Load, tell: Tell): Promise<void> {
  let doing = '';
  try {
    tell(
      await read(load, tell, (done, now) => {
        doing = now;
        tell({ kind: 'progress', done, doing });
      }),
    );
  } catch (error) {
    const problem =
      error instanceof ArchiveProblem ? error : new ArchiveProblem(`Something went wrong. The last step was: ${doing}.`, bringList);
    tell({ kind: 'problem', what: problem.message, cure: problem.cure });
  }
}
