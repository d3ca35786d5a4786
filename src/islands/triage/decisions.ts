/** What was decided, in memory, with undo. Knows nothing of storage: whoever keeps it listens. */
import { peopleCount } from './counts-in-words.ts';
import type { Decision, Person } from './person.ts';
import type { PlainDate } from './plain-date.ts';
import { warningsOf } from './rules.ts';

/** What the queue needs to know of a person, so that it goes on without the file. */
export interface Who {
  readonly name: string;
  readonly company: string;
  readonly position: string;
  readonly profile: string;
  readonly connected: PlainDate;
  /** As `warningsOf` gives them; missing where there are none. */
  readonly warnings?: readonly string[];
}

export interface Decided {
  readonly decision: Decision;
  readonly on: PlainDate;
  /** Of those to unfollow or remove. */
  readonly who?: Who;
  /** In the queue: the day it was done. */
  readonly done?: PlainDate;
  /** In the queue: left for later. */
  readonly skipped?: true;
}

/** What is decided for a key now; undefined: nothing any more. */
export type Change = readonly [key: string, decided: Decided | undefined];

export type MarkedAs = 'done' | 'skipped' | 'keep' | 'waiting';

type Listener = (keys: readonly string[], origin: 'here' | 'elsewhere') => void;

interface Step {
  readonly says: string;
  readonly changes: readonly { readonly key: string; readonly before: Decided | undefined; readonly after: Decided | undefined }[];
}

/** As sentences name them: "remove for 12 people". */
export const sayDecision: Readonly<Record<Decision, string>> = {
  keep: 'keep',
  unfollow: 'unfollow',
  remove: 'remove',
  look: 'look again',
};
const sayMark = { done: 'done', skipped: 'skip', keep: 'keep', waiting: 'back in the queue' } as const;

/** Whether it is something to do, and so stands in the queue. */
export const isToDo = ({ decision }: Pick<Decided, 'decision'>): boolean => decision === 'unfollow' || decision === 'remove';

export class Decisions {
  readonly #today: () => PlainDate;
  readonly #decided = new Map<string, Decided>();
  readonly #count: Record<Decision, number> = { keep: 0, unfollow: 0, remove: 0, look: 0 };
  readonly #steps: Step[] = [];
  readonly #listeners = new Set<Listener>();

  constructor(today: () => PlainDate) {
    this.#today = today;
  }

  of(key: string): Decided | undefined {
    return this.#decided.get(key);
  }

  get size(): number {
    return this.#decided.size;
  }

  entries(): Iterable<[string, Decided]> {
    return this.#decided.entries();
  }

  count(): Readonly<Record<Decision, number>> {
    return { ...this.#count };
  }

  /** One step for undo, however many they are. Who has this decision already keeps it, with its day. Undefined: undecided again. */
  decide(people: readonly Person[], decision: Decision | undefined): void {
    const changed = people.filter(({ key }) => this.of(key)?.decision !== decision);
    const on = this.#today();
    const decide = (person: Person): Decided | undefined =>
      decision && { decision, on, ...(isToDo({ decision }) && { who: whoOf(person) }) };
    const what = decision ? sayDecision[decision] : 'no decision';
    this.take(
      changed.map((person) => [person.key, decide(person)]),
      `${what} for ${sayWhom(changed.map(({ name }) => name))}`,
    );
  }

  /** What became of some in the queue: one step for undo. `keep`: kept after all. Others than those to do are passed over. */
  mark(keys: string | readonly string[], as: MarkedAs): void {
    const marked = [keys].flat().flatMap((key) => {
      const decided = this.of(key);
      return decided && isToDo(decided) ? [{ key, decided }] : [];
    });
    const day = this.#today();
    const mark = ({ decision, on, who }: Decided): Decided =>
      as === 'keep'
        ? { decision: as, on: day }
        : { decision, on, ...(who && { who }), ...(as === 'done' && { done: day }), ...(as === 'skipped' && { skipped: true }) };
    this.take(
      marked.map(({ key, decided }) => [key, mark(decided)]),
      `${sayMark[as]} for ${sayWhom(marked.map(({ key, decided }) => decided.who?.name || key))}`,
    );
  }

  /** One step for undo, as when decisions come from a file. `says` names it. */
  take(changes: Iterable<Change>, says: string): void {
    const changed = this.#differing(changes).map(([key, after]) => ({ key, before: this.of(key), after }));
    this.#steps.push({ says, changes: changed });
    this.#put(
      changed.map(({ key, after }) => [key, after]),
      'here',
    );
  }

  /** What undo would take back, for its button: "remove for 12 people". */
  get lastStep(): string | undefined {
    return this.#undoable()?.says;
  }

  /** What another tab has changed since stays as it is. Undefined where there is nothing to undo. */
  undo(): { readonly says: string; readonly keys: readonly string[] } | undefined {
    const step = this.#undoable();
    if (!step) return undefined;
    const changes = step.changes.filter(this.#stands);
    this.#steps.pop();
    this.#put(
      changes.map(({ key, before }) => [key, before]),
      'here',
    );
    return { says: `Undone: ${step.says}`, keys: changes.map(({ key }) => key) };
  }

  /** Takes in what is in storage, or what another tab decided: no step for undo. */
  receive(changes: Iterable<Change>): void {
    this.#put(this.#differing(changes), 'elsewhere');
  }

  /** Everything, what undo would bring back too. */
  forget(): void {
    this.#steps.length = 0;
    this.#put(
      [...this.#decided.keys()].map((key) => [key, undefined]),
      'elsewhere',
    );
  }

  /** Calls the listener after every change, with what it changed. It must not throw. Returns what ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  readonly #stands = ({ key, after }: Step['changes'][number]): boolean => this.of(key) === after;

  #undoable(): Step | undefined {
    for (let step = this.#steps.at(-1); step; step = this.#steps.at(-1)) {
      if (step.changes.some(this.#stands)) return step;
      this.#steps.pop();
    }
    return undefined;
  }

  #differing(changes: Iterable<Change>): Change[] {
    return [...changes].filter(([key, decided]) => {
      const before = this.of(key);
      return before === undefined || decided === undefined ? before !== decided : JSON.stringify(before) !== JSON.stringify(decided);
    });
  }

  #put(changes: readonly Change[], origin: 'here' | 'elsewhere'): void {
    if (changes.length === 0) return;
    for (const [key, decided] of changes) {
      const before = this.of(key);
      if (before) this.#count[before.decision] -= 1;
      if (decided) {
        this.#count[decided.decision] += 1;
        this.#decided.set(key, decided);
      } else {
        this.#decided.delete(key);
      }
    }
    const keys = changes.map(([key]) => key);
    for (const listener of this.#listeners) listener(keys, origin);
  }
}

/** By name where it is one person. */
const sayWhom = (names: readonly string[]): string => (names.length === 1 && names[0] ? names[0] : peopleCount(names.length));

function whoOf(person: Person): Who {
  const { name, company, position, profile, connected } = person;
  const warnings = warningsOf(person);
  return { name, company, position, profile, connected, ...(warnings.length > 0 && { warnings }) };
}
