/** The decisions as a table for a spreadsheet. */
import type { Decided } from './decisions.ts';
import type { Person } from './person.ts';
import { isoDay } from './plain-date.ts';
import type { Suggestion } from './rules.ts';

const columns = ['Name', 'Company', 'Position', 'Profile', 'Connected on', 'Suggestion', 'Decision', 'Decided on', 'Done on'];

/** One row for each person of the list, then one for each who was decided and is not in it. UTF-8 with a mark, which Excel needs, and CRLF. */
export function exportCsv(
  people: readonly Person[],
  entries: Iterable<readonly [key: string, decided: Decided]>,
  suggestionOf: (person: Person) => Suggestion,
): string {
  const decided = new Map(entries);
  const rows = people.map((person) => {
    const { decision, lean, reason } = suggestionOf(person);
    const found = decided.get(person.key);
    decided.delete(person.key);
    return rowOf(person, `${lean ? 'lean ' : ''}${decision}: ${reason}`, found);
  });
  const gone = [...decided].map(([key, found]) => rowOf(found.who ?? unknownPerson(key), '', found));
  return `\uFEFF${[columns, ...rows, ...gone].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

function rowOf(
  who: Pick<Person, 'name' | 'company' | 'position' | 'profile' | 'connected'>,
  suggestion: string,
  decided?: Decided,
): string[] {
  const { decision = '', on = 0, done = 0 } = decided ?? {};
  return [who.name, who.company, who.position, who.profile, isoDay(who.connected), suggestion, decision, isoDay(on), isoDay(done)];
}

/** Of who is in no list, the key says the address or the name. */
const unknownPerson = (key: string): Pick<Person, 'name' | 'company' | 'position' | 'profile' | 'connected'> => {
  const [, name = ''] = /^name:(.*)\|/.exec(key) ?? [];
  const profile = key.startsWith('name:') ? '' : `https://www.linkedin.com/in/${encodeURIComponent(key)}`;
  return { name, company: '', position: '', profile, connected: 0 };
};

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it: at the start, and after what ends a cell in the spreadsheets of other
 * countries, which split our cells there. https://owasp.org/www-community/attacks/CSV_Injection
 */
const cellOf = (text: string): string => `"${text.replaceAll(/((?:^|[;\t\r\n])\s*)(?=[=+\-@＝＋－＠])/g, "$1'").replaceAll('"', '""')}"`;
