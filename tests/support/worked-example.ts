/** The worked example of the guide on removing many, as its page and the page for sorting connections print it, and the made-up file it runs on, loaded as the page says. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { serialOf, valueOf, type CellValue } from './spreadsheet-formula.ts';

const written = (path: string): string => readFileSync(new URL(`../../src/content/${path}`, import.meta.url), 'utf8');

export const guide = written('guides/remove/many-connections.mdx');
export const file = readFileSync(new URL('../content/fixtures/Connections.csv', import.meta.url), 'utf8');

const fences = [...`${guide}\n${written('formula.mdx')}`.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text = '']) => ({
  language,
  text,
}));
const fence = (language: string, holding: string): string => {
  const found = fences.find((candidate) => candidate.language === language && candidate.text.includes(holding));
  if (!found) throw new Error(`Neither the guide nor the formula has a ${language} block with "${holding}"`);
  return found.text;
};

/** For the row in line 2, as the page says. */
export const formula = fence('text', '=IF(').trim();
export const query = fence('sql', 'SELECT');
export const printed = fence('text', '----------').trimEnd();

/** How many lines above the names of the columns the page's own command leaves out. */
export const linesLeftOut = Number(/--skip (\d+)/.exec(fence('text', '.import'))?.[1]);

export const [header = [], ...people] = Papa.parse<string[]>(file.split('\n').slice(linesLeftOut).join('\n'), {
  skipEmptyLines: true,
}).data;

export const nameOf = (person: readonly string[]): string => `${person[0] ?? ''} ${person[1] ?? ''}`.trim();

/** The column Connected On can be imported as text, or as a date. */
export type DatesAs = 'text' | 'date';

const column = (name: string): number => name.charCodeAt(0) - 'A'.charCodeAt(0);

/** The day of "06 Oct 2026" as a spreadsheet counts it. */
function serial(text: string): number {
  const day = new Date(`${text} UTC`);
  return serialOf(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

/** What the formula says of somebody. */
export const outcomeOf = (person: readonly string[], datesAs: DatesAs): CellValue =>
  valueOf(formula, (cell) => {
    const [letter = '', line] = cell;
    if (cell.length !== 2 || line !== '2') throw new Error(`The formula looks into ${cell}, which is not in line 2`);
    const text = person[column(letter)] ?? '';
    return datesAs === 'date' && letter === 'G' ? serial(text) : text;
  });
