import { describe, expect, test } from 'vitest';
import { fault, valueOf } from '../support/spreadsheet-formula.ts';
import { formulaCases, shown } from '../support/formula-cases.ts';

const noCells = (): never => {
  throw new Error('These formulas look into no cell');
};

describe('a formula', () => {
  test.each(formulaCases)('$formula shows $result', ({ formula, result }) => {
    expect(shown(valueOf(formula, noCells))).toBe(result);
  });

  test('reads the cells it names', () => {
    const cells: Record<string, string | number> = { A2: 'Ada', G2: 43_831 };
    const read = (name: string): string | number => cells[name] ?? '';
    expect(valueOf('=A2&"/"&B2', read)).toBe('Ada/');
    expect(valueOf('=ISNUMBER(G2)', read)).toBe(true);
    expect(valueOf('=A2+1', read)).toBe(fault);
  });

  test.each([
    ['=SUM(1,2)', 'function SUM'],
    ['=SEARCH("a*","abc")', 'wildcards'],
    ['="Ada"="ADA"', 'Spreadsheets disagree'],
    ['=1+', 'where a value belongs'],
    ['=LEFT("a"', 'where ")" belongs'],
    ['=1 2', 'goes on with "2"'],
    ['=1;2', `can't be read from ";2"`],
    ['1+1', 'begins with "="'],
    ['=IF(1<2)', 'lacks an argument'],
  ])('%s is refused, and not computed wrongly', (formula, complaint) => {
    expect(() => valueOf(formula, noCells)).toThrow(complaint);
  });
});
