/** What is suggested for a person, and why. No rule ever suggests to remove or unfollow: silence is no reason, since weak ties are worth something. */
import type { Person } from './person.ts';
import { sayDay, type PlainDate } from './plain-date.ts';

export type RuleId =
  | 'never-touch'
  | 'both-wrote'
  | 'recommendation'
  | 'endorsement'
  | 'invited-with-note'
  | 'only-they-wrote'
  | 'long-silent'
  | 'nothing-known';

export interface Given {
  /** Keys of people. */
  readonly neverTouch: ReadonlySet<string>;
  /** The rules that are switched off. */
  readonly off: ReadonlySet<RuleId>;
  readonly today: PlainDate;
}

export interface Rule {
  readonly id: RuleId;
  readonly decision: 'keep' | 'look';
  /** Less sure: "lean keep". */
  readonly lean: boolean;
  /** As in the list of rules: "Both of you wrote". */
  readonly says: string;
  readonly matches: (person: Person, given: Given) => boolean;
  /** The reason for a person whom it matches, as a sentence. */
  readonly because: (person: Person) => string;
}

export interface Suggestion {
  readonly rule: RuleId;
  readonly decision: 'keep' | 'look';
  readonly lean: boolean;
  /** "You and they have written, last in March 2024." Made when it is asked for: a list is filtered by the rule alone. */
  readonly reason: string;
}

/** Years without anything after which somebody counts as long silent. */
const LONG_YEARS = 5;

const byName = ' (matched by name)';

/** Who asked whom tells nothing: somebody did. */
const isAnythingKnown = ({ facts }: Person): boolean =>
  facts.youWrote + facts.theyWrote + facts.endorsedYou + facts.youEndorsed > 0 || facts.recommendedYou || facts.youRecommended;

/** In the order in which they are tried. The last always matches, and can't be switched off. */
export const rules: readonly Rule[] = [
  {
    id: 'never-touch',
    decision: 'keep',
    lean: false,
    says: 'On your never-touch list',
    matches: ({ key }, { neverTouch }) => neverTouch.has(key),
    because: () => 'On your never-touch list.',
  },
  {
    id: 'both-wrote',
    decision: 'keep',
    lean: false,
    says: 'Both of you wrote',
    matches: ({ facts }) => facts.youWrote > 0 && facts.theyWrote > 0,
    because: (person) => `You and they have written${lastWritten(person)}.`,
  },
  {
    id: 'recommendation',
    decision: 'keep',
    lean: false,
    says: 'One of you recommended the other (matched by name)',
    matches: ({ facts }) => facts.recommendedYou || facts.youRecommended,
    because: ({ facts }) => {
      if (!facts.youRecommended) return `They recommended you${byName}.`;
      return facts.recommendedYou ? `You recommended each other${byName}.` : `You recommended them${byName}.`;
    },
  },
  {
    id: 'endorsement',
    decision: 'keep',
    lean: true,
    says: 'One of you endorsed the other',
    matches: ({ facts }) => facts.endorsedYou + facts.youEndorsed > 0,
    because: ({ facts }) => {
      const parts = [
        facts.endorsedYou ? `they endorsed you ${times(facts.endorsedYou)}` : '',
        facts.youEndorsed ? `you endorsed them ${times(facts.youEndorsed)}` : '',
      ];
      return sentence(parts.filter(Boolean).join(', '));
    },
  },
  {
    id: 'invited-with-note',
    decision: 'keep',
    lean: true,
    says: 'You invited them with a note',
    matches: ({ facts }) => facts.invitation === 'by you, with a note',
    because: () => 'You invited them with a note.',
  },
  {
    id: 'only-they-wrote',
    decision: 'look',
    lean: false,
    says: 'Only they wrote',
    matches: ({ facts }) => facts.theyWrote > 0 && facts.youWrote === 0,
    because: (person) => `They wrote ${times(person.facts.theyWrote)}${lastWritten(person)}, and you did not.`,
  },
  {
    id: 'long-silent',
    decision: 'look',
    lean: false,
    says: `Connected more than ${LONG_YEARS} years ago, and nothing else is known`,
    matches: (person, { today }) => person.connected > 0 && person.connected + LONG_YEARS * 10_000 < today && !isAnythingKnown(person),
    because: ({ connected }) => `Connected in ${sayMonth(connected)}, and nothing else is known.`,
  },
  {
    id: 'nothing-known',
    decision: 'look',
    lean: false,
    says: 'All others',
    matches: () => true,
    because: (person) => {
      if (!isAnythingKnown(person)) return 'Nothing in your files speaks for or against.';
      const { youWrote, theyWrote } = person.facts;
      return youWrote && !theyWrote ? `You wrote ${times(youWrote)}${lastWritten(person)}, and they did not.` : 'No rule that is on fits.';
    },
  },
];

/** What the first rule that is on and matches suggests. */
export function suggest(person: Person, given: Given): Suggestion {
  const rule = rules.find(({ id, matches }) => id === 'nothing-known' || (!given.off.has(id) && matches(person, given)));
  // The last rule always matches: that there may be none is for the types alone.
  const { id = 'nothing-known', decision = 'look', lean = false, because } = rule ?? {};
  return {
    rule: id,
    decision,
    lean,
    get reason() {
      return because?.(person) ?? '';
    },
  };
}

/** What the archive has of a person, as short lines. Nothing is said of what it has not: its absence means nothing. */
export function factsOf({ connected, facts }: Person): string[] {
  const { youWrote, theyWrote, lastMessage, invitation } = facts;
  const messages = `You wrote ${youWrote || 'no'} ${youWrote === 1 ? 'message' : 'messages'}, they wrote ${theyWrote || 'none'}`;
  return [
    connected ? `Connected ${sayDay(connected)}` : 'Connected on a day that the file does not give',
    youWrote + theyWrote > 0 && messages + (lastMessage ? `, last on ${sayDay(lastMessage)}` : ''),
    facts.recommendedYou && `Recommended you${byName}`,
    facts.youRecommended && `You recommended them${byName}`,
    facts.endorsedYou > 0 && `Endorsed you ${times(facts.endorsedYou)}`,
    facts.youEndorsed > 0 && `You endorsed them ${times(facts.youEndorsed)}`,
    invitation === 'by them' && 'They invited you',
    invitation.startsWith('by you') && `You invited them${invitation === 'by you' ? '' : ' with a note'}`,
  ].filter((line) => line !== false);
}

/** What may be lost when the person is removed, as sure as `recommendations-withdrawn.yaml` and `recommendations-return.yaml` are. */
export function warningsOf({ facts }: Person): string[] {
  const endorsed =
    facts.endorsedYou > 0 && `They endorsed you ${times(facts.endorsedYou)}. If you remove them, you will probably lose that.`;
  const recommended =
    facts.recommendedYou &&
    `They recommended you${byName}. If you remove them, you will probably lose the recommendation. Copy its text first.`;
  const given = facts.youRecommended && `You recommended them${byName}. If you remove them, they will probably lose that.`;
  return [recommended, given, endorsed].filter((line) => line !== false);
}

const times = (count: number): string => ['', 'once', 'twice'][count] ?? `${count} times`;

const sayMonth = (day: PlainDate): string => sayDay(day).replace(/^\d+ /, '');

/** ", last in March 2024"; after "once", ", in March 2024". */
function lastWritten({ facts }: Person): string {
  if (!facts.lastMessage) return '';
  return `, ${facts.youWrote + facts.theyWrote > 1 ? 'last ' : ''}in ${sayMonth(facts.lastMessage)}`;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
