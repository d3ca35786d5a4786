/** Our reader of tables, held to what Papa Parse makes of the same text. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseRows } from '../../src/islands/triage/archive/parse-rows.ts';

const rowsOf = (text: string, separator = ',', newline = '\n', isWhole = true) => parseRows(text, separator, newline, isWhole);

/** What `Papa.Parser` gives, for which its types say nothing. */
function asPapa(
  text: string,
  delimiter: string,
  newline: '\n' | '\r',
  isWhole: boolean,
): { data: string[][]; cursor: number; isFaulty: boolean } {
  const { data, errors, meta } = new Papa.Parser({ delimiter, newline }).parse(text, 0, !isWhole) as {
    data: string[][];
    errors: unknown[];
    meta: { cursor: number };
  };
  // It takes a line break at the very end for the beginning of a row.
  const isBegun = text.endsWith(newline) && data.at(-1)?.join() === '';
  return { data: isWhole && isBegun ? data.slice(0, -1) : data, cursor: meta.cursor, isFaulty: errors.length > 0 };
}

describe('rows', () => {
  test.each<[name: string, text: string, rows: string[][]]>([
    [
      'plain',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['without a break at the end', 'a,b\nc', [['a', 'b'], ['c']]],
    ['with empty cells and lines', ',\n\na,', [['', ''], [''], ['a', '']]],
    ['with marks', '"a,b","c""d","e\nf"\n', [['a,b', 'c"d', 'e\nf']]],
    ['with a mark inside a cell', 'a"b,c\n', [['a"b', 'c']]],
    ['with blanks behind a mark', '"a" ,"b"\r\n', [['a', 'b']]],
    ['of nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text).rows).toEqual(rows);
  });

  test('that may go on are left for later', () => {
    expect(rowsOf('a,b\nc,d', ',', '\n', false)).toMatchObject({ rows: [['a', 'b']], end: 4 });
    expect(rowsOf('a,b\n"c\nd', ',', '\n', false)).toMatchObject({ rows: [['a', 'b']], end: 4 });
  });

  test('whose mark is never closed are told, and so are marks that close nothing', () => {
    expect(rowsOf('a\n"b,c\nd').faults).toEqual([{ row: 1, mark: 2, isOpen: true }]);
    expect(rowsOf('"b"c,d",e\n').faults).toEqual([{ row: 0, mark: 0, isOpen: false }]);
    expect(rowsOf('"b""c",d\n').faults).toEqual([]);
  });

  const piece = fc.constantFrom('a', 'Ä', ' ', ',', ';', '\t', '"', '""', '\n', '\r\n', '\r', '日', '🪁');
  test('are those that Papa Parse finds, in any text whose marks are right', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n' as const, '\r' as const),
        fc.boolean(),
        (text, separator, newline, isWhole) => {
          const { data, cursor, isFaulty } = asPapa(text, separator, newline, isWhole);
          const { rows, end, faults } = rowsOf(text, separator, newline, isWhole);
          // Where marks are wrong, what is meant is anybody's guess.
          if (!isFaulty) expect({ rows, end, faults }).toEqual({ rows: data, end: cursor, faults: [] });
        },
      ),
      { numRuns: 3000 },
    );
  });
});
