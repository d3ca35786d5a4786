/** What the views of the page share: who is in the list, what is decided, what is looked for. It tells them when any of it has changed. */
import type { Report } from './archive/messages.ts';
import type { Comparison } from './compare.ts';
import { Decisions } from './decisions.ts';
import { Narrowing, type Query } from './narrow.ts';
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

export class Session {
  readonly decisions: Decisions;
  #people: readonly Person[] = [];
  #loaded: Loaded | undefined;
  #query = everybody;
  #given: Given;
  #narrowing = new Narrowing([]);
  #suggestions = new Map<Person, Suggestion>();
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

  load(people: readonly Person[], loaded: Loaded): void {
    this.#put(people, loaded);
  }

  /** As if nothing had been loaded. */
  clear(): void {
    this.#put([], undefined);
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
    this.#suggestions.clear();
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
    return this.#narrowing.find(query, this.decisionOf, this.suggestionOf);
  }

  readonly decisionOf = (person: Person): Decision | undefined => this.decisions.of(person.key)?.decision;

  readonly suggestionOf = (person: Person): Suggestion => {
    let suggestion = this.#suggestions.get(person);
    if (!suggestion) this.#suggestions.set(person, (suggestion = suggest(person, this.#given)));
    return suggestion;
  };

  /** How many people each rule speaks of who are not decided yet. */
  undecidedByRule(): ReadonlyMap<RuleId, number> {
    const counts = new Map<RuleId, number>();
    for (const person of this.people) {
      if (this.decisionOf(person)) continue;
      const { rule } = this.suggestionOf(person);
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    return counts;
  }

  #put(people: readonly Person[], loaded: Loaded | undefined): void {
    this.#people = people;
    this.#loaded = loaded;
    this.#narrowing = new Narrowing(people);
    this.#suggestions.clear();
    this.query = everybody;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
