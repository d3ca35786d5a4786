/** What a newer file changes: who is new, who is gone, and whose decision is to be kept under another key. */
import type { Change, Decided } from './decisions.ts';
import { fold } from './narrow.ts';
import type { Person } from './person.ts';
import type { PlainDate } from './plain-date.ts';

export interface Comparison {
  /** Connected after the newest of the last load, and undecided. None at the first load. */
  readonly fresh: readonly Person[];
  /** Decided, and not in the file. */
  readonly gone: readonly (readonly [key: string, decided: Decided])[];
  /** For `Decisions.take`: what was decided by name and day, in a file without addresses, under the address. */
  readonly carried: readonly Change[];
}

/** `newest`: the newest connection at the last load; 0 at the first. */
export function compare(people: readonly Person[], entries: Iterable<readonly [string, Decided]>, newest: PlainDate): Comparison {
  const decided = new Map(entries);
  const keys = new Set(people.map(({ key }) => key));
  const missing = [...decided].filter(([key]) => !keys.has(key));
  const byName = uniqueByName(people);
  const carried: Change[] = [];
  const gone: [string, Decided][] = [];
  for (const [key, decision] of missing) {
    const person = byName.get(nameIn(key) ?? '');
    if (!person || decided.has(person.key)) gone.push([key, decision]);
    else carried.push([key, undefined], [person.key, decision]);
  }
  const isDecided = new Set(carried.flatMap(([key, decision]) => (decision ? [key] : [])));
  const fresh = people.filter(({ key, connected }) => newest > 0 && connected > newest && !decided.has(key) && !isDecided.has(key));
  return { fresh, gone, carried };
}

/** The newest connection of a list; 0 where no day is known. */
export const newestOf = (people: readonly Person[]): PlainDate => people.reduce((newest, { connected }) => Math.max(newest, connected), 0);

/** Of two with the same name and day, neither: a decision must not go to the wrong one. */
function uniqueByName(people: readonly Person[]): Map<string, Person | undefined> {
  const found = new Map<string, Person | undefined>();
  for (const person of people) {
    const name = nameAndDay(person.name, person.connected);
    found.set(name, found.has(name) ? undefined : person);
  }
  return found;
}

/** Undefined in a key that is an address, or not the only one of its name and day. */
function nameIn(key: string): string | undefined {
  const [, name, day = ''] = /^name:(.+)\|(\d+)$/.exec(key) ?? [];
  return name && nameAndDay(name, day);
}

/** By letters and digits alone, so that it is the same whichever other signs a key has lost. */
function nameAndDay(name: string, day: PlainDate | string): string {
  const folded = fold(name);
  return `${folded.replaceAll(/[^\p{L}\p{N}]/gu, '') || folded}|${day}`;
}
