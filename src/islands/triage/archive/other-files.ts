/** Reads the files beside the list of connections into the facts of people. */
import { readEndorsements, readInvitations, readMessages, readRecommendations, type CellOf, type Directory } from './contacts.ts';
import { rowsOf, type Row, type Table } from './csv.ts';
import { headerOf, type Kind } from './kinds.ts';
import { knownProblem, openSource, type Progress, type Search } from './list-search.ts';
import type { ReadFile, Report } from './messages.ts';
import { tidy } from './profile-address.ts';
import type { Brought, Source } from './sources.ts';

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

/** What to read, and as what: of each kind the largest, since of two archives one is fuller. */
function othersOf({ sources }: Brought, { kinds }: Search): { readonly kind: Kind; readonly source: Source }[] {
  const others = new Map<Kind, Source>();
  for (const source of sources) {
    const kind = kinds.get(source) ?? source.kind;
    // Both kinds of recommendations look the same, so a name must tell.
    if (!kind || (kind === 'recommendedYou' && !source.kind)) continue;
    const known = others.get(kind);
    if (!known || known.size < source.size) others.set(kind, source);
  }
  return readingOrder.flatMap((kind) => {
    const source = others.get(kind);
    return source ? [{ kind, source }] : [];
  });
}

/** What is learnt on the way through the other files. */
export interface Learnt {
  readonly files: ReadFile[];
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

/** A file beside the list that can't be read is no reason not to show the list. */
async function saysOf(source: Source, read: (table: Table) => string): Promise<string> {
  try {
    return read(await openSource(source));
  } catch (error) {
    return `It was not read. ${knownProblem(error).message}`;
  }
}

/** Reads each kind once. Returns what each file adds, and those that are not read. */
export async function readOthers(brought: Brought, search: Search, directory: Directory, progress: Progress): Promise<Learnt> {
  const learnt: Learnt = { files: [], unmatched: [], addresses: [], name: '' };
  const others = othersOf(brought, search);
  const total = others.reduce((sum, { source }) => sum + source.size, 1);
  let read = 0;
  for (const { kind, source } of others) {
    const told = (done: number): void => {
      progress((read + done * source.size) / total, `Reading ${source.name}`);
    };
    told(0);
    learnt.files.push({ name: source.name, says: await saysOf(source, (table) => readOther(kind, table, directory, learnt, told)) });
    read += source.size;
  }
  for (const { name, problem } of search.refused) learnt.files.push({ name, says: `It was not read. ${problem.message}` });
  for (const { source } of search.unknown)
    if (!source.zip) learnt.files.push({ name: source.name, says: 'It was not read: it is no file of LinkedIn’s that is known here.' });
  return learnt;
}
