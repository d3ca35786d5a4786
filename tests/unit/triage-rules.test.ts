import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noFacts, type Facts, type Person } from '../../src/islands/triage/person.ts';
import { factsOf, rules, suggest, warningsOf, type Given, type RuleId } from '../../src/islands/triage/rules.ts';
import { anyDay, anyFacts, person } from '../support/people.ts';

const today = 20_261_127;

const given = (parts: Partial<Given> = {}): Given => ({ neverTouch: new Set(), off: new Set(), today, ...parts });

const longAgo = 20_120_106;

/** Who matches this rule and those after it alone. */
const examples: readonly (readonly [RuleId, Partial<Facts>, 'keep' | 'lean keep' | 'look', reason: string, rest?: Partial<Person>])[] = [
  ['both-wrote', { youWrote: 2, theyWrote: 1, lastMessage: 20_240_312 }, 'keep', 'You and they have written, last in March 2024.'],
  ['both-wrote', { youWrote: 1, theyWrote: 1 }, 'keep', 'You and they have written.'],
  ['recommendation', { recommendedYou: true }, 'keep', 'They recommended you (matched by name).'],
  ['recommendation', { youRecommended: true }, 'keep', 'You recommended them (matched by name).'],
  ['recommendation', { recommendedYou: true, youRecommended: true }, 'keep', 'You recommended each other (matched by name).'],
  ['endorsement', { endorsedYou: 2 }, 'lean keep', 'They endorsed you twice.'],
  ['endorsement', { youEndorsed: 1 }, 'lean keep', 'You endorsed them once.'],
  ['endorsement', { endorsedYou: 1, youEndorsed: 3 }, 'lean keep', 'They endorsed you once, you endorsed them 3 times.'],
  ['invited-with-note', { invitation: 'by you, with a note' }, 'lean keep', 'You invited them with a note.'],
  ['only-they-wrote', { theyWrote: 1, lastMessage: 20_240_312 }, 'look', 'They wrote once, in March 2024, and you did not.'],
  ['only-they-wrote', { theyWrote: 4, lastMessage: 20_240_312 }, 'look', 'They wrote 4 times, last in March 2024, and you did not.'],
  ['long-silent', {}, 'look', 'Connected in January 2012, and nothing else is known.', { connected: longAgo }],
  ['nothing-known', {}, 'look', 'Nothing in your files speaks for or against.'],
  ['nothing-known', {}, 'look', 'Nothing in your files speaks for or against.', { connected: 0 }],
  ['nothing-known', { youWrote: 1 }, 'look', 'You wrote once, and they did not.', { connected: longAgo }],
  ['nothing-known', { invitation: 'by you' }, 'look', 'Nothing in your files speaks for or against.'],
  ['nothing-known', { invitation: 'by them' }, 'look', 'Nothing in your files speaks for or against.'],
];

describe('the rules', () => {
  const named = examples.map(([rule, facts, says, reason, rest = {}]) => ({ rule, facts, says, reason, rest }));

  test.each(named)('$rule: $facts means $says, since $reason', ({ rule, facts, says, reason, rest }) => {
    const suggestion = suggest(person({ ...rest, facts }), given());
    expect(suggestion.rule).toBe(rule);
    expect(`${suggestion.lean ? 'lean ' : ''}${suggestion.decision}`).toBe(says);
    expect(suggestion.reason).toBe(reason);
  });

  test('who is never to be touched is kept, whatever is known', () => {
    const neverTouch = new Set([person().key]);
    expect(suggest(person(), given({ neverTouch }))).toMatchObject({ rule: 'never-touch', decision: 'keep', lean: false });
    expect(suggest(person({ key: 'other' }), given({ neverTouch })).rule).toBe('nothing-known');
  });

  test('long ago is more than five years', () => {
    const ruleOf = (connected: number): RuleId => suggest(person({ connected }), given()).rule;
    expect(ruleOf(20_211_126)).toBe('long-silent');
    expect(ruleOf(20_211_127)).toBe('nothing-known');
  });

  test('the first that matches wins, and each but the last can be switched off', () => {
    // Matches them all.
    const everything = person({
      connected: longAgo,
      facts: { youWrote: 1, theyWrote: 1, recommendedYou: true, endorsedYou: 1, invitation: 'by you, with a note' },
    });
    const off = new Set<RuleId>();
    const tried = rules.map(() => {
      const { rule } = suggest(everything, given({ neverTouch: new Set([everything.key]), off }));
      off.add(rule);
      return rule;
    });
    expect(tried).toEqual([
      'never-touch',
      'both-wrote',
      'recommendation',
      'endorsement',
      'invited-with-note',
      'nothing-known',
      'nothing-known',
      'nothing-known',
    ]);
    expect(suggest(everything, given({ off: new Set(rules.map(({ id }) => id)) })).reason).toBe('No rule that is on fits.');
  });

  test.each(['only-they-wrote', 'long-silent'] as const)('%s can be switched off', (rule) => {
    const facts = rule === 'only-they-wrote' ? { theyWrote: 1 } : {};
    expect(suggest(person({ connected: longAgo, facts }), given()).rule).toBe(rule);
    expect(suggest(person({ connected: longAgo, facts }), given({ off: new Set([rule]) })).rule).toBe('nothing-known');
  });

  test('nobody is ever suggested for removal, and there always is a reason', () => {
    const anyOff = fc.subarray(rules.map(({ id }) => id)).map((ids) => new Set(ids));
    fc.assert(
      fc.property(anyFacts, anyOff, fc.oneof(fc.constant(0), anyDay), fc.boolean(), (facts, off, connected, never) => {
        const somebody = person({ connected, facts });
        const { decision, rule, reason } = suggest(somebody, given({ off, neverTouch: new Set(never ? [somebody.key] : []) }));
        expect(['keep', 'look']).toContain(decision);
        expect(reason).toMatch(/^[A-Z].+\.$/);
        expect(rule === 'nothing-known' || !off.has(rule)).toBe(true);
      }),
    );
  });
});

describe('what is shown of a person', () => {
  test('is what the archive has, and nothing of what it has not', () => {
    expect(factsOf(person({ connected: longAgo }))).toEqual(['Connected 6 January 2012']);
    expect(factsOf(person({ connected: 0 }))).toEqual(['Connected on a day that the file does not give']);
    expect(
      factsOf(
        person({
          facts: {
            youWrote: 3,
            theyWrote: 1,
            lastMessage: 20_240_312,
            endorsedYou: 2,
            youEndorsed: 1,
            recommendedYou: true,
            youRecommended: true,
            invitation: 'by you, with a note',
          },
        }),
      ),
    ).toEqual([
      'Connected 4 March 2022',
      'You wrote 3 messages, they wrote 1, last on 12 March 2024',
      'Recommended you (matched by name)',
      'You recommended them (matched by name)',
      'Endorsed you twice',
      'You endorsed them once',
      'You invited them with a note',
    ]);
  });

  test.each([
    [{ youWrote: 1 }, 'You wrote 1 message, they wrote none'],
    [{ theyWrote: 2 }, 'You wrote no messages, they wrote 2'],
    [{ invitation: 'by you' }, 'You invited them'],
    [{ invitation: 'by them' }, 'They invited you'],
  ] as const)('%o: %s', (facts, line) => {
    expect(factsOf(person({ facts }))[1]).toBe(line);
  });
});

describe('a warning', () => {
  test('tells who recommended that it is probably lost, and that the name alone was matched', () => {
    expect(warningsOf(person({ facts: { recommendedYou: true } }))).toEqual([
      'They recommended you (matched by name). If you remove them, you will probably lose the recommendation. Copy its text first.',
    ]);
  });

  test('stands for each thing that may be lost, and for nothing else', () => {
    expect(warningsOf(person({ facts: { endorsedYou: 1, youRecommended: true } }))).toHaveLength(2);
    expect(warningsOf(person({ facts: { ...noFacts, youEndorsed: 3, youWrote: 9, theyWrote: 9 } }))).toEqual([]);
  });

  test('is never more sure than "probably"', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const warning of warningsOf(person({ facts }))) expect(warning).toContain('will probably lose');
      }),
    );
  });
});
