/** Made-up people for the tests of the page for sorting connections. */
import fc from 'fast-check';
import type { Decided, Who } from '../../src/islands/triage/decisions.ts';
import { isToDo } from '../../src/islands/triage/decisions.ts';
import { decisions, noFacts, type Facts, type Person } from '../../src/islands/triage/person.ts';

type Parts = Partial<Omit<Person, 'facts'>> & { readonly facts?: Partial<Facts> };

export const person = ({ facts, ...parts }: Parts = {}): Person => ({
  key: 'ada-example-fictional-1',
  name: 'Ada Example',
  company: 'Northwind',
  position: 'Engineer',
  profile: 'https://www.linkedin.com/in/ada-example-fictional-1',
  connected: 20_220_304,
  ...parts,
  facts: { ...noFacts, ...facts },
});

/** With keys "p0", "p1" …, which also stand in their names. */
export const people = (count: number, parts: (index: number) => Parts = () => ({})): Person[] =>
  Array.from({ length: count }, (_, index) => person({ key: `p${index}`, name: `Person p${index}`, profile: '', ...parts(index) }));

/** Days that exist in every year. */
export const anyDay = fc
  .tuple(fc.integer({ min: 2004, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => year * 10_000 + month * 100 + day);

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  youWrote: fc.nat(3),
  theyWrote: fc.nat(3),
  lastMessage: fc.oneof(fc.constant(0), anyDay),
  endorsedYou: fc.nat(2),
  youEndorsed: fc.nat(2),
  recommendedYou: fc.boolean(),
  youRecommended: fc.boolean(),
  invitation: fc.constantFrom('', 'by you', 'by you, with a note', 'by them'),
});

/** Names an object already has are among them: they must be as good as any. */
export const anyKey = fc.oneof(
  fc.constantFrom('constructor', '__proto__', 'toString', 'name:ada example|20220304'),
  fc.string({ minLength: 1, unit: 'binary' }),
);

const anyWho: fc.Arbitrary<Who> = fc.record(
  {
    name: fc.string({ unit: 'grapheme' }),
    company: fc.string({ unit: 'grapheme' }),
    position: fc.string({ unit: 'grapheme' }),
    profile: fc.constantFrom('', 'https://www.linkedin.com/in/ada-example-fictional-1'),
    connected: fc.oneof(fc.constant(0), anyDay),
    warnings: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['name', 'company', 'position', 'profile', 'connected'] },
);

export const anyDecided: fc.Arbitrary<Decided> = fc
  .constantFrom(...decisions)
  .chain((decision) =>
    isToDo({ decision })
      ? fc.record(
          { decision: fc.constant(decision), on: anyDay, who: anyWho, done: anyDay, skipped: fc.constant(true as const) },
          { requiredKeys: ['decision', 'on'] },
        )
      : fc.record({ decision: fc.constant(decision), on: anyDay }),
  );
