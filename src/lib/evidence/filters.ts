/**
 * The views of `/evidence/`, which work without script: one group of radio buttons, and style rules that ask with `:has()` which of them is chosen. One at a
 * time, and none without a claim, so that none leads nowhere. The controls and the rules are made from the same data, so that neither can know a value the
 * other lacks.
 */
import type { Claim, Source } from '../written/schema.ts';
import { verdicts } from '../written/schema.ts';
import { claimTopicNames, claimTopics } from '../written/topics.ts';
import { isStartingArticle } from './starting-articles.ts';
import { agreementOf, agreementWords, isDue, verdictMeanings, type Agreement } from './verdicts.ts';

/** A value that claims can be chosen by. */
interface FilterChoice {
  readonly value: string;
  readonly label: string;
  /** How many claims it leaves: one or more. */
  readonly count: number;
}
interface FilterGroup {
  readonly legend: string;
  readonly choices: readonly FilterChoice[];
}
export interface EvidenceFilters {
  readonly all: number;
  readonly groups: readonly FilterGroup[];
}

/** What a claim is judged by besides itself. `today` is a day as YYYY-MM-DD. */
interface Circumstances {
  readonly sources: ReadonlyMap<string, Source>;
  readonly today: string;
}

/** The value of the choice that leaves everything. */
export const everything = 'all';
const agreements = Object.keys(agreementWords) as Agreement[];

/** Whether the two articles take different stances, in whole or in part. */
function articlesDiffer({ positions }: Claim, sources: Circumstances['sources']): boolean {
  const stances = positions.flatMap(({ source: id, stance }) => {
    const source = sources.get(id);
    return source && isStartingArticle(source) && stance !== 'silent' ? [stance] : [];
  });
  return new Set(stances).size > 1;
}

/** What the filters ask of a claim, as attributes of its markup. Its verdict stands in it already. */
export const filterAttributes = (claim: Claim, { sources, today }: Circumstances): Record<string, string | undefined> => ({
  'data-agreement': agreementOf(claim),
  'data-articles': articlesDiffer(claim, sources) ? '' : undefined,
  'data-due': isDue(claim, today) ? '' : undefined,
});

export function evidenceFilters(claims: readonly Claim[], { sources, today }: Circumstances): EvidenceFilters {
  const choice = (value: string, label: string, holds: (claim: Claim) => boolean): FilterChoice => ({
    value,
    label,
    count: claims.filter(holds).length,
  });
  const groups = [
    {
      legend: 'Verdict',
      choices: [
        ...verdicts.map((verdict) => choice(verdict, verdictMeanings[verdict].word, (claim) => claim.verdict === verdict)),
        choice('due', 'Due for a check', (claim) => isDue(claim, today)),
      ],
    },
    {
      legend: 'Who says what',
      choices: [
        choice('articles', 'The two articles contradict each other, in whole or in part', (claim) => articlesDiffer(claim, sources)),
        ...agreements.map((agreement) => choice(agreement, agreementWords[agreement], (claim) => agreementOf(claim) === agreement)),
      ],
    },
    { legend: 'Topic', choices: claimTopicNames.map((topic) => choice(topic, claimTopics[topic], (claim) => claim.topic === topic)) },
  ];
  return {
    all: claims.length,
    groups: groups.map(({ legend, choices }) => ({ legend, choices: choices.filter(({ count }) => count > 0) })),
  };
}

/** What a choice asks: when it counts, and what it lets through. */
interface Condition {
  readonly chosen: string;
  readonly passes: string;
}

const condition = (value: string, passes: string): Condition => ({ chosen: `:has([value=${value}]:checked)`, passes });
const conditionsOn = (attribute: string, values: readonly string[]): Condition[] =>
  values.map((value) => condition(value, `[${attribute}=${value}]`));

/** Hides all that a selector finds, but for what the condition lets through. What a link points at is shown whatever is chosen. */
const filterRule = (selector: string, { chosen, passes }: Condition): string =>
  `main${chosen} ${selector}:not(${passes},:has(:target)){display:none}`;

/** The rules that hide all topics but the chosen one: those of `/evidence/` and of `/tips/`. */
export const topicRules = (topics: readonly string[]): string =>
  conditionsOn('data-topic', topics)
    .map((each) => filterRule('.topic', each))
    .join('');

/** Hides the claims that a condition does not let through, and each topic together with the last of its claims. */
const claimRules = (each: Condition): string => `${filterRule('.claim', each)}${emptyTopicRule(each)}`;
const emptyTopicRule = ({ chosen, passes }: Condition): string => `main${chosen} .topic:not(:has(${passes},:target)){display:none}`;

/** The same for what is asked of something in a claim. */
const rulesByContent = (each: Condition): string =>
  `main${each.chosen} .claim:not(:has(${each.passes},:target)){display:none}${emptyTopicRule(each)}`;

/** The rules of `/evidence/` as CSS. */
export function filterRules(): string {
  const conditions = [
    ...conditionsOn('data-agreement', agreements),
    condition('articles', '[data-articles]'),
    condition('due', '[data-due]'),
  ];
  const rules = [...conditionsOn('data-verdict', verdicts).map(rulesByContent), ...conditions.map(claimRules), topicRules(claimTopicNames)];
  // In the layer of what they hide, and more specific.
  return `@layer parts{${rules.join('')}}`;
}
