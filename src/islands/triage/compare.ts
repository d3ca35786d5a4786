/** What a newer file changes: who is new, who is gone, and whose decision is to be kept under another key. */
import type { Change, Decided } from './decisions.ts';
import { fold } from './narrow.ts';
import type { Person } from './person.ts';
import type { PlainDate } from './plain-date.ts';

export interface Comparison {
  /** Decided, and not in the file. */
  readonly gone: readonly (readonly [key: string, decided: Decided])[];
  /** For `Decisions.take`: what was decided by name and day, in a file without addresses, under the address. */
  readonly carried: readonly Change[];
}

export function compare(people: readonly Person[], entries: Iterable<readonly [string, Decided]>): Comparison {
  const decided = new Map(entries);
  const gone: [string, Decided][] = [];
  const carried: Change[] = [];
  // The first list of all: nothing is to be looked for in it.
  if (decided.size === 0) return { gone, carried };
  const keys = new Set(people.map(({ key }) => key));
  const missing = [...decided].filter(([key]) => !keys.has(key));
  const byName = missing.some(([key]) => nameIn(key)) ? uniqueByName(people) : undefined;
  for (const [key, decision] of missing) {
    const person = byName?.get(nameIn(key) ?? '');
    if (!person || decided.has(person.key)) gone.push([key, decision]);
    else carried.push([key, undefined], [person.key, decision]);
  }
  return { gone, carried };
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
