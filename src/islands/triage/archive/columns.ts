/** Which column is which, in a list whose header we don't know. */
import { parseDay } from '../plain-date.ts';
import type { Row } from './csv.ts';
import type { ColumnChoice } from './messages.ts';
import { slugOf } from './profile-address.ts';

/** The share of rows that must fit: some people have no address or day. */
const most = 0.7;

const share = (rows: readonly Row[], fits: (row: Row) => boolean): number => rows.filter(fits).length / (rows.length || 1);

/** LinkedIn's order since 2023, and before it with no address: 1.2 of what is known of the archive. */
const orders: readonly (readonly [width: number, ColumnChoice])[] = [
  [7, { first: 0, last: 1, profile: 2, company: 4, position: 5, connected: 6 }],
  [6, { first: 0, last: 1, company: 3, position: 4, connected: 5 }],
];

/** The rows behind a header, or behind whatever else stands before the first day or address. */
function rowsWith(head: readonly Row[], isData: (row: Row) => boolean): readonly Row[] {
  const from = head.findIndex(isData);
  return from < 0 ? [] : head.slice(from);
}

/**
 * LinkedIn's own order, where the first rows fit it: days in the last column, and addresses, or nothing, in the third of seven. Not `isLikely`: there must be
 * addresses, since an archive has other tables with days.
 */
export function usualOrder(head: readonly Row[], isLikely: boolean): ColumnChoice | undefined {
  return orders.find(([width, { profile, connected = 0 }]) => {
    const isDated = (row: Row): boolean => row.length === width && parseDay(row[connected] ?? '') > 0;
    const rows = rowsWith(head, isDated).filter((row) => row.some(Boolean));
    const cellOf = (row: Row): string => row[profile ?? -1] ?? '';
    const hasAddress = (row: Row): boolean => (isLikely && !cellOf(row)) || slugOf(cellOf(row)) !== '';
    const isNamed = rows.some((row) => row[0] && parseDay(row[0]) === 0);
    return isNamed && share(rows, isDated) >= most && share(rows, hasAddress) >= most;
  })?.[1];
}

/** The best guess at columns in any order: days and addresses by what they are, and the others from left to right. */
export function guessColumns(head: readonly Row[]): ColumnChoice {
  const width = Math.max(0, ...head.map(({ length }) => length));
  const all = Array.from({ length: width }, (_, at) => at);
  const rows = head.filter((row) => row.length > 1).slice(1);
  const likely = (fits: (cell: string) => boolean): number | undefined => {
    const best = all.map((at) => [share(rows, (row) => fits(row[at] ?? '')), at] as const).sort(([one], [other]) => other - one)[0];
    return best && best[0] > 0.3 ? best[1] : undefined;
  };
  const connected = likely((cell) => parseDay(cell) > 0);
  const profile = likely((cell) => slugOf(cell) !== '');
  const isText = (at: number): boolean =>
    at !== connected && at !== profile && share(rows, (row) => /^\P{L}*$|@/u.test(row[at] ?? '') && row[at] !== '') < most;
  const [first, last, company, position] = all.filter(isText);
  const guess = { first, last, profile, company, position, connected };
  return Object.fromEntries(Object.entries(guess).filter(([, at]) => at !== undefined));
}

/** Where the people begin in a list whose columns were chosen by hand: at the first day, else the first address, else the first row that is wide enough. */
export function firstRow(head: readonly Row[], { connected, profile, ...others }: ColumnChoice): number {
  const width = Math.max(0, ...Object.values(others));
  const tries: ((row: Row) => boolean)[] = [
    (row) => connected !== undefined && parseDay(row[connected] ?? '') > 0,
    (row) => profile !== undefined && slugOf(row[profile] ?? '') !== '',
    (row) => row.length > width,
  ];
  return Math.max(0, tries.map((isData) => head.findIndex(isData)).find((at) => at >= 0) ?? 0);
}
