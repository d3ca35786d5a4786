/** Rows out of a file, as text in cells. */
import { encodingOf, textOf } from './decode.ts';
import { parseRows, type ParsedRows } from './parse-rows.ts';

export type Row = readonly string[];

/** How a file is to be read, and its first rows. */
export interface Table {
  readonly bytes: Uint8Array;
  readonly encoding: string;
  readonly separator: string;
  readonly newline: '\n' | '\r';
  readonly head: readonly Row[];
}

const headBytes = 1 << 16;
const headRows = 40;

/** How many of the first rows have as many cells as most of them have; none that has but one. */
function fits(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([length, count]) => count * 100 + length));
}

/** Finds out how a file is written. `isKnown`: these rows have a header we know, which tells the separator better than counting does. */
export function openTable(bytes: Uint8Array, isKnown: (rows: readonly Row[]) => boolean): Table {
  const encoding = encodingOf(bytes);
  const [[text, isWhole] = ['', true] as const] = textOf(bytes, encoding, headBytes);
  const newline = text.includes('\n') ? '\n' : '\r';
  const readings = [',', ';', '\t'].map((separator) => {
    const { rows } = parseRows(text, separator, newline, isWhole);
    const head = rows.slice(0, headRows).map((row) => row.map((cell) => cell.trim()));
    return { separator, head, score: (isKnown(head) ? 1e6 : 0) + fits(head) };
  });
  const { separator, head } = readings.reduce((best, other) => (other.score > best.score ? other : best));
  return { bytes, encoding, separator, newline, head };
}

/** Quotation marks that are left out, in a file where marks are never closed; then it is read as it is. */
const mostMends = 50;

/** Where a mark opens a cell that swallows the rows after it. No cell of LinkedIn's list has a line break. */
function openMark({ rows, faults }: ParsedRows): number | undefined {
  return faults.find(({ row, isOpen }) => isOpen || rows[row]?.some((cell) => cell.includes('\n')))?.mark;
}

/**
 * Every row, without ever having all of a large file as text. `told` hears how much is done (0 to 1); `mended` is called for each quotation mark that is
 * left out since it would swallow rows: to be given only where cells have no line breaks.
 */
export function* rowsOf(
  { bytes, encoding, separator, newline }: Table,
  told: (done: number) => void = () => {},
  mended?: () => void,
): Generator<Row> {
  let rest = '';
  let mends = mended ? mostMends : 0;
  let wanted = 0;
  for (const [text, isLast, done] of textOf(bytes, encoding)) {
    rest += text;
    // A row that is longer than a piece would be parsed again and again.
    if (rest.length < wanted && !isLast) continue;
    let parsed = parseRows(rest, separator, newline, isLast);
    for (let mark = openMark(parsed); mends > 0 && mark !== undefined; mark = openMark(parsed)) {
      mends -= 1;
      mended?.();
      rest = rest.slice(0, mark) + rest.slice(mark + 1);
      parsed = parseRows(rest, separator, newline, isLast);
    }
    yield* parsed.rows;
    rest = rest.slice(parsed.end);
    wanted = parsed.rows.length > 0 ? 0 : rest.length * 2;
    told(done);
  }
}
