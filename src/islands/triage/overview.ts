/** How many there are, by what. */
import { fold } from './narrow.ts';
import type { Decision, Person } from './person.ts';

/** As `connection-limit.yaml` has it. */
export const LIMIT = 30_000;

/** Years of connecting in order, and how many; 0, where there are any without a day, is the last. Years without anybody are there too. */
export function byYear(people: readonly Person[]): [year: number, count: number][] {
  const counts = new Map<number, number>();
  for (const { connected } of people) add(counts, Math.floor(connected / 10_000));
  const unknown = counts.get(0);
  counts.delete(0);
  const known = [...counts.keys()];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const years = known.length ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
  return [...years.map((year): [number, number] => [year, counts.get(year) ?? 0]), ...(unknown ? [[0, unknown] as [number, number]] : [])];
}

export interface Companies {
  /** The largest, in the spelling that came first. */
  readonly top: readonly { readonly company: string; readonly count: number }[];
  /** How many people are with any other. */
  readonly others: number;
  readonly without: number;
}

/** `top`: how many companies are named. */
export function byCompany(people: readonly Person[], top: number): Companies {
  const { named, without } = companiesOf(people);
  const shown = named.slice(0, top);
  const inTop = shown.reduce((sum, { count }) => sum + count, 0);
  return { top: shown, others: people.length - without - inTop, without };
}

const counted = new WeakMap<readonly Person[], { readonly named: Companies['top']; readonly without: number }>();

/** All of them, the largest first. Kept with the list, since it takes a while with a large one. */
function companiesOf(people: readonly Person[]): { readonly named: Companies['top']; readonly without: number } {
  const known = counted.get(people);
  if (known) return known;
  const companies = new Map<string, { company: string; count: number }>();
  let without = 0;
  for (const { company } of people) {
    const folded = fold(company);
    const found = companies.get(folded);
    if (!folded) without += 1;
    else if (found) found.count += 1;
    else companies.set(folded, { company, count: 1 });
  }
  const made = { named: [...companies.values()].sort((one, other) => other.count - one.count), without };
  counted.set(people, made);
  return made;
}

export function byDecision(
  people: readonly Person[],
  decisionOf: (person: Person) => Decision | undefined,
): Readonly<Record<Decision | 'undecided', number>> {
  const counts = { keep: 0, unfollow: 0, remove: 0, look: 0, undecided: 0 };
  for (const person of people) counts[decisionOf(person) ?? 'undecided'] += 1;
  return counts;
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
