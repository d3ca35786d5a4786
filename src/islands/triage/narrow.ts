/** The list of people, narrowed and in order: fast enough at 30,000 to answer each letter that is typed. */
import type { Decision, Facts, Person } from './person.ts';
import type { PlainDate } from './plain-date.ts';
import type { RuleId } from './rules.ts';

export type Contact = 'both' | 'they' | 'you' | 'none' | 'endorsed' | 'recommended';
export const sorts = ['newest', 'oldest', 'name', 'company', 'last-contact'] as const;
export type Sort = (typeof sorts)[number];

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

type Test = (entry: Entry) => boolean;
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

/** A person, and what is looked through: name, company and position, folded, in lines of their own. Made once, since that takes longer than looking. */
interface Entry {
  readonly person: Person;
  readonly text: string;
}

export class Narrowing {
  readonly #entries: Entry[] = [];
  readonly #sorted = new Map<Sort, readonly Entry[]>();

  constructor(people: readonly Person[] = []) {
    this.add(people);
  }

  /** Some more, as they come. */
  add(people: readonly Person[]): void {
    for (const person of people) this.#entries.push({ person, text: [person.name, person.company, person.position].map(fold).join('\n') });
    this.#sorted.clear();
  }

  /** Puts them in an order before it is asked for. */
  prepare(sort: Sort): void {
    this.#inOrder(sort);
  }

  /** Those who fit all that the query asks for, in its order. */
  find(query: Query, decisionOf: (person: Person) => Decision | undefined, ruleOf: (person: Person) => RuleId): readonly Person[] {
    const tests = testsOf(query, decisionOf, ruleOf);
    const found: Person[] = [];
    for (const entry of this.#inOrder(query.sort)) if (tests.every((test) => test(entry))) found.push(entry.person);
    return found;
  }

  /** Those who are equal in it have the newest first. */
  #inOrder(sort: Sort): readonly Entry[] {
    let sorted = this.#sorted.get(sort);
    if (!sorted) {
      const keyOf = sortKeys[sort];
      sorted = (sort === 'newest' ? this.#entries : this.#inOrder('newest'))
        .map((entry): [SortKey, Entry] => [keyOf(entry), entry])
        .sort(([one], [other]) => (one < other ? -1 : Number(one > other)))
        .map(([, entry]) => entry);
      this.#sorted.set(sort, sorted);
    }
    return sorted;
  }
}

/** Those that cost least first. */
function testsOf(
  { words, year, after, company, position, contact, decision, rule }: Query,
  decisionOf: (person: Person) => Decision | undefined,
  ruleOf: (person: Person) => RuleId,
): Test[] {
  const tests: Test[] = [];
  if (year !== undefined) tests.push(({ person }) => Math.floor(person.connected / 10_000) === year);
  if (after !== undefined) tests.push(({ person }) => person.connected > after);
  if (contact) tests.push(({ person }) => wrote[contact](person.facts));
  if (decision) tests.push(({ person }) => (decisionOf(person) ?? 'undecided') === decision);
  if (company !== undefined) {
    const line = `\n${fold(company)}\n`;
    tests.push(({ text }) => text.includes(line));
  }
  if (position) {
    const sought = fold(position);
    tests.push(({ text }) => text.includes(sought, text.lastIndexOf('\n')));
  }
  for (const word of fold(words).split(/\s+/)) if (word) tests.push(({ text }) => text.includes(word));
  if (rule) tests.push(({ person }) => ruleOf(person) === rule);
  return tests;
}

/** What is not known comes last. */
const sortKeys: Readonly<Record<Sort, (entry: Entry) => SortKey>> = {
  newest: ({ person }) => -person.connected,
  oldest: ({ person }) => person.connected || Infinity,
  name: ({ text }) => lineOf(text, 0),
  company: ({ text }) => lineOf(text, 1),
  'last-contact': ({ person }) => -person.facts.lastMessage,
};

const lineOf = (text: string, line: number): string => text.split('\n')[line] || '\uFFFF';
