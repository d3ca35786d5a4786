/** What the views of the page share: who is in the list, what is decided, what is looked for. It tells them when any of it has changed. */
import type { Report } from './archive/messages.ts';
import type { Comparison } from './compare.ts';
import { Decisions } from './decisions.ts';
import { Narrowing, sorts, type Query } from './narrow.ts';
import type { Decision, Person } from './person.ts';
import type { PlainDate } from './plain-date.ts';
import { suggest, type Given, type RuleId, type Suggestion } from './rules.ts';

export const everybody: Query = { words: '', sort: 'newest' };

/** What came with a list: what was read, and how it differs from what was decided before. */
export interface Loaded extends Pick<Comparison, 'gone'> {
  readonly report: Report;
  /** Those who connected after this day are new since the last list; undefined for the first. */
  readonly newAfter: PlainDate | undefined;
}

export interface Gathering {
  readonly people: readonly Person[];
  readonly add: (people: readonly Person[]) => void;
  /** Puts it in the place of the list before. */
  readonly load: (loaded: Loaded) => void;
}

export class Session {
  readonly decisions: Decisions;
  #people: readonly Person[] = [];
  #loaded: Loaded | undefined;
  #query = everybody;
  #given: Given;
  #narrowing = new Narrowing([]);
  #rules = new WeakMap<Person, RuleId>();
  #asked = {};
  readonly #listeners = new Set<() => void>();

  constructor(today: () => PlainDate) {
    this.decisions = new Decisions(today);
    this.#given = { neverTouch: new Set(), off: new Set(), today: today() };
    this.decisions.subscribe(() => {
      this.#changed();
    });
  }

  /** Calls the listener after every change. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Begins a list that comes bit by bit. What takes long with all of them at once is done with each bit. */
  gather(): Gathering {
    const people: Person[] = [];
    const narrowing = new Narrowing();
    return {
      people,
      add: (more) => {
        people.push(...more);
        narrowing.add(more);
        more.forEach(this.ruleOf);
      },
      load: (loaded) => {
        this.#put(people, narrowing, loaded);
        for (const sort of sorts)
          setTimeout(() => {
            narrowing.prepare(sort);
          });
      },
    };
  }

  /** As if nothing had been loaded. */
  clear(): void {
    this.#put([], new Narrowing(), undefined);
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  /** Undefined until something is. */
  get loaded(): Loaded | undefined {
    return this.#loaded;
  }

  get query(): Query {
    return this.#query;
  }

  set query(query: Query) {
    this.#query = query;
    this.#asked = {};
    this.#changed();
  }

  get given(): Given {
    return this.#given;
  }

  set given(given: Given) {
    this.#given = given;
    this.#rules = new WeakMap();
    this.#changed();
  }

  /** Another one whenever something else is looked for, or among others: what was found then holds until that changes, whatever is decided meanwhile. */
  get asked(): object {
    return this.#asked;
  }

  /** Who is looked for, in the order that is asked for. */
  get found(): readonly Person[] {
    return this.find(this.#query);
  }

  find(query: Query): readonly Person[] {
    return this.#narrowing.find(query, this.decisionOf, this.ruleOf);
  }

  readonly decisionOf = (person: Person): Decision | undefined => this.decisions.of(person.key)?.decision;

  readonly suggestionOf = (person: Person): Suggestion => suggest(person, this.#given);

  /** The rule of the suggestion: kept, since a list is filtered by it. */
  readonly ruleOf = (person: Person): RuleId => {
    let rule = this.#rules.get(person);
    if (!rule) this.#rules.set(person, (rule = this.suggestionOf(person).rule));
    return rule;
  };

  /** How many people each rule speaks of who are not decided yet. */
  undecidedByRule(): ReadonlyMap<RuleId, number> {
    const counts = new Map<RuleId, number>();
    for (const person of this.people) {
      if (this.decisionOf(person)) continue;
      const rule = this.ruleOf(person);
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    return counts;
  }

  #put(people: readonly Person[], narrowing: Narrowing, loaded: Loaded | undefined): void {
    this.#people = people;
    this.#narrowing = narrowing;
    this.#loaded = loaded;
    this.query = everybody;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
