/** The list of people, narrowed and in order: fast enough at 30,000 to answer each letter that is typed. */
import type { Decision, Facts, Person } from './person.ts';
import type { PlainDate } from './plain-date.ts';
import type { RuleId, Suggestion } from './rules.ts';

export type Contact = 'both' | 'they' | 'you' | 'none' | 'endorsed' | 'recommended';
export type Sort = 'newest' | 'oldest' | 'name' | 'company' | 'last-contact';

export interface Query {
  /** Each word must stand in the name, the company or the position. */
  readonly words: string;
  /** Of connecting; 0: not known. */
  readonly year?: number | undefined;
  /** Connected later than on this day. */
  readonly after?: PlainDate | undefined;
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
type Comparison = (one: Person, other: Person) => number;

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
  '’': "'",
};

/** For comparing: lower case, without accents and signs that nobody sees; styled letters are plain ones. */
export const fold = (text: string): string =>
  // Most texts are plain, and are spared what takes long.
  /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replaceAll(/[\p{M}\p{Cf}]/gu, '')
        .toLowerCase()
        .replaceAll(/[ßæœøłđðþı’]/g, (letter) => plainLetters[letter] ?? letter);

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
  readonly #texts = new Map<Person, { readonly all: string; readonly name: string; readonly company: string; readonly position: string }>();
  readonly #sorted = new Map<Sort, readonly Person[]>();

  constructor(people: readonly Person[]) {
    this.#people = people;
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
    { words, year, after, company, position, contact, decision, rule }: Query,
    decisionOf: (person: Person) => Decision | undefined,
    suggestionOf: (person: Person) => Suggestion,
  ): Test[] {
    const tests: Test[] = [];
    if (year !== undefined) tests.push(({ connected }) => Math.floor(connected / 10_000) === year);
    if (after !== undefined) tests.push(({ connected }) => connected > after);
    if (contact) tests.push(({ facts }) => wrote[contact](facts));
    if (decision) tests.push((person) => (decisionOf(person) ?? 'undecided') === decision);
    if (company !== undefined) {
      const sought = fold(company);
      tests.push((person) => this.#textsOf(person).company === sought);
    }
    if (position) {
      const sought = fold(position);
      tests.push((person) => this.#textsOf(person).position.includes(sought));
    }
    for (const word of fold(words).split(/\s+/)) if (word) tests.push((person) => this.#textsOf(person).all.includes(word));
    if (rule) tests.push((person) => suggestionOf(person).rule === rule);
    return tests;
  }

  #textsOf(person: Person): { readonly all: string; readonly name: string; readonly company: string; readonly position: string } {
    let texts = this.#texts.get(person);
    if (!texts) {
      const [name, company, position] = [fold(person.name), fold(person.company), fold(person.position)];
      texts = { all: `${name}\n${company}\n${position}`, name, company, position };
      this.#texts.set(person, texts);
    }
    return texts;
  }

  #inOrder(sort: Sort): readonly Person[] {
    let sorted = this.#sorted.get(sort);
    if (!sorted) {
      sorted = this.#people.toSorted(this.#comparisons[sort]);
      this.#sorted.set(sort, sorted);
    }
    return sorted;
  }

  /** What is not known comes last. Where two are equal, they stay as in the file. */
  readonly #comparisons: Readonly<Record<Sort, Comparison>> = {
    newest: (one, other) => other.connected - one.connected,
    oldest: (one, other) => (one.connected || Infinity) - (other.connected || Infinity) || 0,
    name: (one, other) => compareTexts(this.#textsOf(one).name, this.#textsOf(other).name),
    company: (one, other) => compareTexts(this.#textsOf(one).company, this.#textsOf(other).company) || other.connected - one.connected,
    'last-contact': (one, other) => other.facts.lastMessage - one.facts.lastMessage || other.connected - one.connected,
  };
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  if (!one || !other) return one ? -1 : 1;
  return one < other ? -1 : 1;
}
