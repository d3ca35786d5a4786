/**
 * `npm run check:formula`: puts the formula that the guide on removing many prints, and the formulas of its tests, into LibreOffice, and compares cell by cell
 * with what the tests expect. Started by a person after a change of the formula; it needs LibreOffice (on Debian `apt-get install libreoffice-calc`).
 * LIBREOFFICE names the program where it is not `soffice`. Ends with 1 where a cell differs, with 2 where LibreOffice can't be asked.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { formulaCases, shown } from '../tests/support/formula-cases.ts';
import { file, formula, header, linesLeftOut, nameOf, outcomeOf, people, type DatesAs } from '../tests/support/worked-example.ts';

interface Comparison {
  readonly what: string;
  readonly expected: string;
  readonly libreOffice: string;
}

const program = process.env['LIBREOFFICE'] || 'soffice';
const folder = mkdtempSync(join(tmpdir(), 'formula-'));

/** A profile of its own, so that neither somebody's settings nor their open window has a say. */
const run = (...wanted: string[]): string =>
  execFileSync(program, [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', ...wanted], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** What a column is imported as, in LibreOffice's own numbers. */
const asText = 2;
const asDayMonthYear = 4;

/**
 * The rows LibreOffice shows for a file of values and formulas, from line `firstLine` on. The settings are those of its import window, in the order of
 * https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html: comma, quotation mark, UTF-8, first line, columns, English (USA), quoted
 * cells not as text, no other numbers detected, …, formulas computed.
 */
function computed(name: string, csv: string, firstLine = 1, columns = ''): string[][] {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, csv);
  const settings = `44,34,76,${firstLine},${columns},1033,false,false,false,false,false,-1,true`;
  const results = join(folder, 'results');
  run(`--infilter=CSV:${settings}`, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', results, path);
  return Papa.parse<string[]>(readFileSync(join(results, basename(path)), 'utf8'), { skipEmptyLines: true }).data;
}

const withoutCodes = (cell = ''): string => (/^(#[A-Z/0!?]+|Err:\d+)$/.test(cell) ? 'error' : cell);

/** The made-up file with the formula in H2 and copied down, imported as the guide says. */
function workedExample(datesAs: DatesAs): Comparison[] {
  const letterOfDates = header.indexOf('Connected On') + 1;
  const above = file.split('\n').slice(0, linesLeftOut);
  const copied = people.map((person, index) => [...person, formula.replaceAll(/\b([A-G])2\b/g, `$1${index + 2}`)]);
  const csv = [...above, Papa.unparse([[...header, 'Formula'], ...copied])].join('\n');
  const [names = [], ...rows] = computed(
    `dates-as-${datesAs}`,
    csv,
    linesLeftOut + 1,
    `${letterOfDates}/${datesAs === 'text' ? asText : asDayMonthYear}`,
  );
  if (names.join() !== [...header, 'Formula'].join()) throw new Error(`LibreOffice read other columns: ${names.join()}`);
  return people.map((person, index) => ({
    what: `H${index + 2}, date as ${datesAs}: ${nameOf(person) || '(only a date)'}`,
    expected: shown(outcomeOf(person, datesAs)),
    libreOffice: withoutCodes(rows[index]?.[header.length]),
  }));
}

/** LibreOffice writes TRUE and FALSE so where a cell's format is not one for them, as after an import. */
const truthAsNumber: Record<string, string> = { TRUE: '1', FALSE: '0' };

function formulasOfTheTests(): Comparison[] {
  const rows = computed('formulas', Papa.unparse(formulaCases.map(({ formula: tried }) => [tried])));
  return formulaCases.map(({ formula: tried, result }, index) => ({
    what: tried,
    expected: truthAsNumber[result] ?? result,
    libreOffice: withoutCodes(rows[index]?.[0]),
  }));
}

try {
  console.log(run('--version').trim());
  const comparisons = [...workedExample('text'), ...workedExample('date'), ...formulasOfTheTests()];
  const different = comparisons.filter(({ expected, libreOffice }) => expected !== libreOffice);
  for (const comparison of comparisons) {
    const { what, expected, libreOffice } = comparison;
    console.log(
      different.includes(comparison)
        ? `DIFFERS  ${what}: ${libreOffice}, but the tests expect ${expected}`
        : `same     ${what}: ${expected}`,
    );
  }
  console.log(`${comparisons.length - different.length} of ${comparisons.length} cells are the same.`);
  process.exitCode = different.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`LibreOffice can't be asked as "${program}": ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
