/** The list of people, narrowed and in order: fast enough at 30,000 to answer each letter that is typed. */
import type { Decision, Facts, Person } from './person.ts';
import type { RuleId, Suggestion } from './rules.ts';

export type Contact = 'both' | 'they' | 'you' | 'none' | 'endorsed' | 'recommended';
export type Sort = 'newest' | 'oldest' | 'name' | 'company' | 'last-contact';

export interface Query {
  /** Each word must stand in the name, the company or the position. */
  readonly words: string;
  /** Of connecting; 0: not known. */
  readonly year?: number | undefined;
  /** The whole of it; '': those without. */
  readonly company?: string | undefined;
  /** A part of it. */
  readonly position?: string | undefined;
  /** Who wrote; or one of the two endorsed or recommended the other. */
  readonly contact?: Contact | undefined;
  readonly decision?: Decision | 'undecided' | undefined;
  readonly rule?: RuleId | undefined;
  readonly sort: Sort;
}

type Test = (person: Person) => boolean;
type SortKey = string | number;

/** Letters that Unicode takes for ones of their own, and keyboards elsewhere lack. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  '’': "'",
};

/** For comparing: lower case, without accents and signs that nobody sees; styled letters are plain ones. */
export const fold = (text: string): string =>
  // Most texts are plain, and are spared what takes long.
  /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/[\p{M}\p{Cf}ßæœøłđðþıς’]/gu, (sign) => plainLetters[sign] ?? '');

const wrote: Readonly<Record<Contact, (facts: Facts) => boolean>> = {
  both: ({ youWrote, theyWrote }) => youWrote > 0 && theyWrote > 0,
  they: ({ youWrote, theyWrote }) => !youWrote && theyWrote > 0,
  you: ({ youWrote, theyWrote }) => youWrote > 0 && !theyWrote,
  none: ({ youWrote, theyWrote }) => !youWrote && !theyWrote,
  endorsed: ({ endorsedYou, youEndorsed }) => endorsedYou + youEndorsed > 0,
  recommended: ({ recommendedYou, youRecommended }) => recommendedYou || youRecommended,
};

export class Narrowing {
  readonly #people: readonly Person[];
  /** Name, company and position of each, folded, in lines of their own. */
  readonly #texts = new Map<Person, string>();
  readonly #sorted = new Map<Sort, readonly Person[]>();

  constructor(people: readonly Person[]) {
    this.#people = people;
  }

  /** Does beforehand, for some of the people, what the first search would do for all: to be called with the next ones whenever there is time. */
  prepare(from: number, to: number): void {
    for (const person of this.#people.slice(from, to)) this.#textOf(person);
  }

  /** Those who fit all that the query asks for, in its order. */
  find(
    query: Query,
    decisionOf: (person: Person) => Decision | undefined,
    suggestionOf: (person: Person) => Suggestion,
  ): readonly Person[] {
    const tests = this.#testsOf(query, decisionOf, suggestionOf);
    return this.#inOrder(query.sort).filter((person) => tests.every((test) => test(person)));
  }

  /** Those that cost least first. */
  #testsOf(
    { words, year, company, position, contact, decision, rule }: Query,
    decisionOf: (person: Person) => Decision | undefined,
    suggestionOf: (person: Person) => Suggestion,
  ): Test[] {
    const tests: Test[] = [];
    if (year !== undefined) tests.push(({ connected }) => Math.floor(connected / 10_000) === year);
    if (contact) tests.push(({ facts }) => wrote[contact](facts));
    if (decision) tests.push((person) => (decisionOf(person) ?? 'undecided') === decision);
    if (company !== undefined) {
      const line = `\n${fold(company)}\n`;
      tests.push((person) => this.#textOf(person).includes(line));
    }
    if (position) {
      const sought = fold(position);
      tests.push((person) => {
        const text = this.#textOf(person);
        return text.includes(sought, text.lastIndexOf('\n'));
      });
    }
    for (const word of fold(words).split(/\s+/)) if (word) tests.push((person) => this.#textOf(person).includes(word));
    if (rule) tests.push((person) => suggestionOf(person).rule === rule);
    return tests;
  }

  #textOf(person: Person): string {
    let text = this.#texts.get(person);
    if (text === undefined) {
      text = [person.name, person.company, person.position].map(fold).join('\n');
      this.#texts.set(person, text);
    }
    return text;
  }

  /** Those who are equal in it have the newest first. */
  #inOrder(sort: Sort): readonly Person[] {
    let sorted = this.#sorted.get(sort);
    if (!sorted) {
      const keyOf = this.#sortKeys[sort];
      sorted = (sort === 'newest' ? this.#people : this.#inOrder('newest'))
        .map((person): [SortKey, Person] => [keyOf(person), person])
        .sort(([one], [other]) => (one < other ? -1 : Number(one > other)))
        .map(([, person]) => person);
      this.#sorted.set(sort, sorted);
    }
    return sorted;
  }

  /** What is not known comes last. */
  readonly #sortKeys: Readonly<Record<Sort, (person: Person) => SortKey>> = {
    newest: ({ connected }) => -connected,
    oldest: ({ connected }) => connected || Infinity,
    name: (person) => this.#lineOf(person, 0),
    company: (person) => this.#lineOf(person, 1),
    'last-contact': ({ facts }) => -facts.lastMessage,
  };

  #lineOf(person: Person, line: number): string {
    return this.#textOf(person).split('\n')[line] || '\uFFFF';
  }
}
