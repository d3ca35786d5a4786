/** Formulas and what their cells show, for our own computing and for LibreOffice's. */
import { readFileSync } from 'node:fs';
import { fault, type CellValue } from './spreadsheet-formula.ts';

export const formulaCases = readFileSync(new URL('../unit/fixtures/formulas.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('='))
  .map((line) => {
    const [formula = '', result = ''] = line.split('\t');
    return { formula, result };
  });

/** As a spreadsheet writes it into a file; every error is "error". */
export const shown = (value: CellValue): string =>
  value === fault ? 'error' : String(value).replace(/^(true|false)$/, (word) => word.toUpperCase());
