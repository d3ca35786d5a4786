/**
 * Computes a spreadsheet's formula: as much of the language as the guides print, and a refusal that names what it does not know. It stands in for a spreadsheet
 * in the tests; `npm run check:formula` shows that LibreOffice computes the same. What each function does is from OpenFormula 1.3, part 4
 * (https://docs.oasis-open.org/office/OpenDocument/v1.3/os/part4-formula/OpenDocument-v1.3-os-part4-formula.html).
 */

/** What a formula gives where a spreadsheet shows #VALUE! or another code: which code, no formula of ours can tell. */
export const fault = Symbol('an error in a cell');

export type CellValue = string | number | boolean | typeof fault;

/** What stands in a cell, by its name such as "A2"; an empty cell is ''. */
export type Cells = (name: string) => string | number;

type Formula = (cells: Cells) => CellValue;

/** A value that is an error makes the whole an error. */
class Fault extends Error {}

const text = (value: CellValue): string => {
  if (value === fault) throw new Fault();
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
};

const number = (value: CellValue): number => {
  if (value === fault) throw new Fault();
  if (typeof value !== 'string') return Number(value);
  if (!/^\d+(\.\d+)?$/.test(value)) throw new Fault();
  return Number(value);
};

const truth = (value: CellValue): boolean => {
  if (value === fault || typeof value === 'string') throw new Fault();
  return Boolean(value);
};

/** A day as spreadsheets count it: days since 30 December 1899. */
export const serialOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

function search(sought: string, within: string): number {
  if (/[?*~]/.test(sought)) throw new Error(`SEARCH for "${sought}": wildcards are not computed here`);
  const found = within.toLowerCase().indexOf(sought.toLowerCase());
  if (found < 0) throw new Fault();
  return found + 1;
}

/** Functions that get each of their arguments computed. */
const functions: Record<string, (...values: CellValue[]) => CellValue> = {
  AND: (...values) => values.map(truth).every(Boolean),
  DATE: (year = fault, month = fault, day = fault) =>
    serialOf(Math.trunc(number(year)), Math.trunc(number(month)), Math.trunc(number(day))),
  LEFT: (value = fault, length = 1) => text(value).slice(0, number(length)),
  MID: (value = fault, start = fault, length = fault) => text(value).slice(number(start) - 1, number(start) - 1 + number(length)),
  RIGHT: (value = fault, length = 1) => text(value).slice(Math.max(0, text(value).length - number(length))),
  SEARCH: (sought = fault, within = fault) => search(text(sought), text(within)),
  TRIM: (value = fault) => text(value).replaceAll(/ +/g, ' ').replaceAll(/^ | $/g, ''),
  VALUE: (value = fault) => number(value),
};

/** Functions that decide themselves which of their arguments is computed, or that hear of errors. */
const forms: Record<string, (cells: Cells, ...given: Formula[]) => CellValue> = {
  IF: (cells, condition, then, otherwise) => (truth(compute(condition, cells)) ? compute(then, cells) : compute(otherwise, cells)),
  ISERROR: (cells, value) => compute(value, cells) === fault,
  ISNUMBER: (cells, value) => typeof compute(value, cells) === 'number',
};

function compute(formula: Formula | undefined, cells: Cells): CellValue {
  if (!formula) throw new Error('The formula lacks an argument');
  try {
    return formula(cells);
  } catch (error) {
    if (error instanceof Fault) return fault;
    throw error;
  }
}

/** Numbers come before texts, and texts before TRUE and FALSE. */
function compare(one: CellValue, other: CellValue): number {
  if (one === fault || other === fault) throw new Fault();
  const rank = (value: CellValue): number => ['number', 'string', 'boolean'].indexOf(typeof value);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (one === other) return 0;
  if (text(one).toLowerCase() === text(other).toLowerCase())
    throw new Error(`Spreadsheets disagree whether "${text(one)}" equals "${text(other)}"`);
  return one < other ? -1 : 1;
}

type Operator = (one: CellValue, other: CellValue) => CellValue;

/** From what binds least to what binds most. */
const operators: readonly Record<string, Operator>[] = [
  {
    '=': (one, other) => compare(one, other) === 0,
    '<>': (one, other) => compare(one, other) !== 0,
    '<': (one, other) => compare(one, other) < 0,
    '>': (one, other) => compare(one, other) > 0,
    '<=': (one, other) => compare(one, other) <= 0,
    '>=': (one, other) => compare(one, other) >= 0,
  },
  { '&': (one, other) => text(one) + text(other) },
  { '+': (one, other) => number(one) + number(other), '-': (one, other) => number(one) - number(other) },
  {
    '*': (one, other) => number(one) * number(other),
    '/': (one, other) => {
      if (number(other) === 0) throw new Fault();
      return number(one) / number(other);
    },
  },
];

const lexeme = /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|([A-Z]+\d+)|([A-Z]+)(?=\()|(<>|<=|>=|[-+*/&=<>(),]))/y;

interface Piece {
  readonly kind: 'number' | 'text' | 'cell' | 'function' | 'sign';
  readonly text: string;
}

function piecesOf(formula: string): Piece[] {
  const pieces: Piece[] = [];
  lexeme.lastIndex = 0;
  while (lexeme.lastIndex < formula.trimEnd().length) {
    const at = lexeme.lastIndex;
    const found = lexeme.exec(formula);
    if (!found) throw new Error(`The formula can't be read from "${formula.slice(at)}"`);
    const kinds = ['number', 'text', 'cell', 'function', 'sign'] as const;
    const kind = kinds.find((_, position) => found[position + 1] !== undefined) ?? 'sign';
    pieces.push({ kind, text: found[kinds.indexOf(kind) + 1] ?? '' });
  }
  return pieces;
}

class Parser {
  readonly #pieces: Piece[];

  constructor(formula: string) {
    this.#pieces = piecesOf(formula);
  }

  whole(): Formula {
    const formula = this.#operation(0);
    if (this.#pieces[0]) throw new Error(`The formula goes on with "${this.#pieces[0].text}" where it should end`);
    return formula;
  }

  #takes(sign: string): boolean {
    if (this.#pieces[0]?.kind !== 'sign' || this.#pieces[0].text !== sign) return false;
    this.#pieces.shift();
    return true;
  }

  #demand(sign: string): void {
    if (!this.#takes(sign)) throw new Error(`The formula has "${this.#pieces[0]?.text ?? 'its end'}" where "${sign}" belongs`);
  }

  #operation(level: number): Formula {
    const here = operators[level];
    if (!here) return this.#operand();
    let formula = this.#operation(level + 1);
    for (let sign = this.#signOf(here); sign; sign = this.#signOf(here)) {
      const [left, right, apply] = [formula, this.#operation(level + 1), here[sign]];
      formula = (cells) => apply?.(left(cells), right(cells)) ?? fault;
    }
    return formula;
  }

  #signOf(level: Record<string, Operator>): string | undefined {
    return Object.keys(level).find((sign) => this.#takes(sign));
  }

  #operand(): Formula {
    if (this.#takes('(')) {
      const inner = this.#operation(0);
      this.#demand(')');
      return inner;
    }
    const piece = this.#pieces.shift();
    if (piece?.kind === 'number') return () => Number(piece.text);
    if (piece?.kind === 'text') return () => piece.text.replaceAll('""', '"');
    if (piece?.kind === 'cell') return (cells) => cells(piece.text);
    if (piece?.kind === 'function') return this.#call(piece.text);
    throw new Error(`The formula has "${piece?.text ?? 'its end'}" where a value belongs`);
  }

  #call(name: string): Formula {
    this.#demand('(');
    const given = [this.#operation(0)];
    while (this.#takes(',')) given.push(this.#operation(0));
    this.#demand(')');
    const form = forms[name];
    if (form) return (cells) => form(cells, ...given);
    const plain = functions[name];
    if (plain) return (cells) => plain(...given.map((argument) => argument(cells)));
    throw new Error(`The function ${name} is not computed here`);
  }
}

/** What the cell shows that holds `formula`, which is written as in a spreadsheet, from its "=" on. */
export function valueOf(formula: string, cells: Cells): CellValue {
  if (!formula.startsWith('=')) throw new Error('A formula begins with "="');
  return compute(new Parser(formula.slice(1)).whole(), cells);
}
