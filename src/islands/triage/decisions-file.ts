/** Decisions and settings as the text of a file, and back; and how what was read from anywhere is checked. */
import { isDay } from './days.ts';
import { isToDo, type Change, type Decided, type Who } from './decisions.ts';
import { decisions } from './person.ts';
import { rules, type RuleId } from './rules.ts';
import { UNKNOWN_DAY, type PlainDate } from './plain-date.ts';

export interface Settings {
  /** People in one sitting. */
  readonly sitting: number;
  /** Rules that are switched off. */
  readonly off: readonly RuleId[];
  /** Whether single letters decide. */
  readonly letters: boolean;
  /** The newest connection at the last load. */
  readonly newest: PlainDate;
}

export const defaults: Settings = { sitting: 20, off: [], letters: true, newest: UNKNOWN_DAY };

/** What is kept of somebody's work, without the list itself. */
export interface Work {
  readonly decisions: readonly (readonly [key: string, decided: Decided])[];
  /** Names by their keys. */
  readonly neverTouch: readonly (readonly [key: string, name: string])[];
  readonly settings: Settings;
}

export type Decoded =
  (Work & { /** How many entries could not be read. */ readonly refused: number }) | { readonly what: string; readonly cure: string };

const FORMAT = 'loose-ties-decisions';
const VERSION = 1;

/** More than LinkedIn allows, for many years of coming and going. */
const MAX_ENTRIES = 200_000;
const MAX_LETTERS = 100_000_000;
const MAX_LETTERS_OF_TEXT = 1_000;

export function encode({ decisions: decided, neverTouch, settings }: Work): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, settings, neverTouch, decisions: decided }, undefined, 1);
}

/** Takes in what can be read, entry by entry. Never throws. */
export function decode(text: string): Decoded {
  if (text.length > MAX_LETTERS) return problem('This file is far too large for decisions.');
  const found = parsed(text);
  if (!isRecord(found) || found['format'] !== FORMAT) return problem('This is no file of decisions from this page.');
  if (found['version'] !== VERSION) {
    return { what: 'This file was saved by another version of this page.', cure: 'Load this page again, then try once more.' };
  }
  const [rows, names] = [listIn(found['decisions']), listIn(found['neverTouch'])];
  const decided = rows.slice(0, MAX_ENTRIES).map(asEntry(asDecided)).filter(isThere);
  const neverTouch = names.slice(0, MAX_ENTRIES).map(asEntry(asText)).filter(isThere);
  const refused = rows.length + names.length - decided.length - neverTouch.length;
  return { decisions: decided, neverTouch, settings: asSettings(found['settings']), refused };
}

/** Of decisions from a file those to take in: where both have one, the one that was changed last, and of one day the file's. */
export function newerOnes(entries: Work['decisions'], of: (key: string) => Decided | undefined): Change[] {
  return entries.filter(([key, decided]) => {
    const here = of(key);
    return !here || lastDay(here) <= lastDay(decided);
  });
}

/** Undefined where it is no decision, or of a day that does not exist. Brings only what belongs to one. */
export function asDecided(found: unknown): Decided | undefined {
  if (!isRecord(found)) return undefined;
  const decision = decisions.find((one) => one === found['decision']);
  const { on, done, skipped } = found;
  if (!decision || !isDay(on)) return undefined;
  if (!isToDo({ decision })) return { decision, on };
  const who = asWho(found['who']);
  return { decision, on, ...(who && { who }), ...(isDay(done) && { done }), ...(skipped === true && { skipped }) };
}

/** Each as it is where that can be so, else as it is by default. */
export function asSettings(found: unknown): Settings {
  const { sitting, off, letters, newest } = isRecord(found) ? found : {};
  return {
    sitting: typeof sitting === 'number' && sitting >= 1 && sitting <= 1_000 ? Math.floor(sitting) : defaults.sitting,
    off: rules.map(({ id }) => id).filter((id) => Array.isArray(off) && off.includes(id)),
    letters: typeof letters === 'boolean' ? letters : defaults.letters,
    newest: isDay(newest) ? newest : defaults.newest,
  };
}

function asWho(found: unknown): Who | undefined {
  if (!isRecord(found)) return undefined;
  const [name = '', company = '', position = '', profile = ''] = ['name', 'company', 'position', 'profile'].map((part) =>
    asText(found[part]),
  );
  const { connected } = found;
  const warnings = listIn(found['warnings']).map(asText).filter(isThere).slice(0, 3);
  return {
    name,
    company,
    position,
    // It becomes a link.
    profile: /^https:\/\/www\.linkedin\.com\/in\/[^/?#\s]+$/.test(profile) ? profile : '',
    connected: isDay(connected) ? connected : UNKNOWN_DAY,
    ...(warnings.length > 0 && { warnings }),
  };
}

const asText = (found: unknown): string | undefined =>
  typeof found === 'string' && found.length <= MAX_LETTERS_OF_TEXT ? found : undefined;

const asEntry =
  <Value>(asValue: (found: unknown) => Value | undefined) =>
  (found: unknown): [string, Value] | undefined => {
    const [key, value] = listIn(found);
    const [text, read] = [asText(key), asValue(value)];
    return text && read !== undefined ? [text, read] : undefined;
  };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

const problem = (what: string): Decoded => ({ what, cure: 'Choose the file that “Save decisions to a file” made.' });

const lastDay = ({ on, done = 0 }: Decided): PlainDate => Math.max(on, done);

const listIn = (found: unknown): unknown[] => (Array.isArray(found) ? found : []);

const isThere = <Value>(value: Value | undefined): value is Value => value !== undefined;

export const isRecord = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null && !Array.isArray(found);
