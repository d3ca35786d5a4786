/**
 * The filters of `/evidence/`, which work without script: radio buttons, a check box and a list, and style rules that ask with `:has()` which of them are
 * chosen. The controls and the rules are made from the same data, so that neither can know a value the other lacks.
 */
import type { Claim } from '../written/schema.ts';
import { verdicts } from '../written/schema.ts';
import { claimTopicNames, claimTopics } from '../written/topics.ts';
import { agreementOf, agreementWords, isDue, verdictMeanings, type Agreement } from './verdicts.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How many claims it leaves. */
  readonly count: number;
}
export interface EvidenceFilters {
  readonly all: number;
  readonly verdicts: readonly Choice[];
  readonly agreements: readonly Choice[];
  readonly topics: readonly Choice[];
  readonly due: Choice;
}

/** The value of the choice that leaves everything. */
export const everything = 'all';
const agreements = Object.keys(agreementWords) as Agreement[];

/** What the filters ask of a claim, as attributes of its markup. */
export const filterAttributes = (claim: Claim, today: string): Record<string, string | undefined> => ({
  'data-verdict': claim.verdict,
  'data-agreement': agreementOf(claim),
  'data-due': isDue(claim, today) ? '' : undefined,
});

/** `today` is a day as YYYY-MM-DD. */
export function evidenceFilters(claims: readonly Claim[], today: string): EvidenceFilters {
  const choice = (value: string, label: string, holds: (claim: Claim) => boolean): Choice => ({
    value,
    label,
    count: claims.filter(holds).length,
  });
  return {
    all: claims.length,
    verdicts: verdicts.map((verdict) => choice(verdict, verdictMeanings[verdict].word, (claim) => claim.verdict === verdict)),
    agreements: agreements.map((agreement) => choice(agreement, agreementWords[agreement], (claim) => agreementOf(claim) === agreement)),
    topics: claimTopicNames.map((topic) => choice(topic, claimTopics[topic], (claim) => claim.topic === topic)),
    due: choice('due', 'Due for a check', (claim) => isDue(claim, today)),
  };
}

/** A condition that a choice puts on claims: when it counts, and what it lets through. */
interface Condition {
  readonly chosen: string;
  readonly passes: string;
}

const conditionsOn = (attribute: string, values: readonly string[]): Condition[] =>
  values.map((value) => ({ chosen: `:has([value=${value}]:checked)`, passes: `[${attribute}=${value}]` }));

/**
 * The rules as CSS. What a link points at is shown whatever is chosen. A topic is hidden together with its last claim, which no selector can say in general,
 * so there is one rule for each combination of choices.
 */
export function filterRules(): string {
  const ofVerdict = conditionsOn('data-verdict', verdicts);
  const ofAgreement = conditionsOn('data-agreement', agreements);
  const due: Condition = { chosen: ':has([value=due]:checked)', passes: '[data-due]' };
  const hide = (selector: string): string => `${selector}{display:none}`;
  const claimRules = [...ofVerdict, ...ofAgreement, due].map(({ chosen, passes }) =>
    hide(`main${chosen} .claim:not(${passes},:has(:target))`),
  );
  const topicRules = conditionsOn('data-topic', claimTopicNames).map(({ chosen, passes }) =>
    hide(`main${chosen} .topic:not(${passes},:has(:target))`),
  );
  const none: Condition = { chosen: '', passes: '' };
  const emptyTopicRules = [none, ...ofVerdict].flatMap((verdict) =>
    [none, ...ofAgreement].flatMap((agreement) =>
      [none, due].flatMap((dueness) => {
        const combined = [verdict, agreement, dueness];
        if (combined.every((condition) => condition === none)) return [];
        const chosen = combined.map((condition) => condition.chosen).join('');
        const passes = combined.map((condition) => condition.passes).join('');
        return [hide(`main${chosen} .topic:not(:has(${passes},:target))`)];
      }),
    ),
  );
  // In the layer of what they hide, and more specific.
  return `@layer parts{${[...claimRules, ...topicRules, ...emptyTopicRules].join('')}}`;
}
