/**
 * The filters of `/evidence/`, which work without script: radio buttons, a check box and a list, and style rules that ask with `:has()` which of them are
 * chosen. The controls and the rules are made from the same data, so that neither can know a value the other lacks.
 */
import type { Claim } from '../written/schema.ts';
import { verdicts } from '../written/schema.ts';
import { claimTopicNames, claimTopics } from '../written/topics.ts';
import { agreementOf, agreementWords, isDue, verdictMeanings, type Agreement } from './verdicts.ts';

/** A value that claims can be filtered by. */
interface FilterChoice {
  readonly value: string;
  readonly label: string;
  /** How many claims it leaves. */
  readonly count: number;
}
export interface EvidenceFilters {
  readonly all: number;
  readonly verdicts: readonly FilterChoice[];
  readonly agreements: readonly FilterChoice[];
  readonly topics: readonly FilterChoice[];
  readonly due: FilterChoice;
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
  const choice = (value: string, label: string, holds: (claim: Claim) => boolean): FilterChoice => ({
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

/** What a choice asks: when it counts, and what it lets through. */
interface Condition {
  readonly chosen: string;
  readonly passes: string;
}

const conditionsOn = (attribute: string, values: readonly string[]): Condition[] =>
  values.map((value) => ({ chosen: `:has([value=${value}]:checked)`, passes: `[${attribute}=${value}]` }));

/** Hides all that a selector finds, but for what the condition lets through. What a link points at is shown whatever is chosen. */
const filterRule = (selector: string, { chosen, passes }: Condition): string =>
  `main${chosen} ${selector}:not(${passes},:has(:target)){display:none}`;

/** The rules that hide all topics but the chosen one: those of `/evidence/` and of `/tips/`. */
export const topicRules = (topics: readonly string[]): string =>
  conditionsOn('data-topic', topics)
    .map((condition) => filterRule('.topic', condition))
    .join('');

/**
 * Hides a topic together with the last of its claims that is shown. No selector can say that in general, so there is one rule for each combination of
 * choices.
 */
function emptyTopicRules(verdictConditions: readonly Condition[], agreementConditions: readonly Condition[], due: Condition): string[] {
  const none: Condition = { chosen: '', passes: '' };
  return [none, ...verdictConditions].flatMap((verdict) =>
    [none, ...agreementConditions].flatMap((agreement) =>
      [none, due].flatMap((dueness) => {
        const combined = [verdict, agreement, dueness];
        if (combined.every((condition) => condition === none)) return [];
        const chosen = combined.map((condition) => condition.chosen).join('');
        const passes = combined.map((condition) => condition.passes).join('');
        return [`main${chosen} .topic:not(:has(${passes},:target)){display:none}`];
      }),
    ),
  );
}

/** The rules of `/evidence/` as CSS. */
export function filterRules(): string {
  const ofVerdict = conditionsOn('data-verdict', verdicts);
  const ofAgreement = conditionsOn('data-agreement', agreements);
  const due: Condition = { chosen: ':has([value=due]:checked)', passes: '[data-due]' };
  const claimRules = [...ofVerdict, ...ofAgreement, due].map((condition) => filterRule('.claim', condition));
  // In the layer of what they hide, and more specific.
  return `@layer parts{${[...claimRules, topicRules(claimTopicNames), ...emptyTopicRules(ofVerdict, ofAgreement, due)].join('')}}`;
}
