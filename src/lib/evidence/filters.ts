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

/** The values of the filters that let a claim through, but for its topic. They stand in its markup, as words of one attribute. */
export const filterWords = (claim: Claim, { sources, today }: Circumstances): readonly string[] => [
  claim.verdict,
  agreementOf(claim),
  ...(articlesDiffer(claim, sources) ? ['articles'] : []),
  ...(isDue(claim, today) ? ['due'] : []),
];

/** Those of a topic: what lets one of its claims through. */
export const filterWordsOfAll = (claims: readonly Claim[], circumstances: Circumstances): readonly string[] => [
  ...new Set(claims.flatMap((claim) => filterWords(claim, circumstances))),
];

export function evidenceFilters(claims: readonly Claim[], circumstances: Circumstances): EvidenceFilters {
  const words = claims.flatMap((claim) => [...filterWords(claim, circumstances), claim.topic]);
  const choice = (value: string, label: string): FilterChoice => ({
    value,
    label,
    count: words.filter((word) => word === value).length,
  });
  const groups = [
    {
      legend: 'Verdict',
      choices: [...verdicts.map((verdict) => choice(verdict, verdictMeanings[verdict].word)), choice('due', 'Due for a check')],
    },
    {
      legend: 'Who says what',
      choices: [
        choice('articles', 'The two articles contradict each other, in whole or in part'),
        ...agreements.map((agreement) => choice(agreement, agreementWords[agreement])),
      ],
    },
    { legend: 'Topic', choices: claimTopicNames.map((topic) => choice(topic, claimTopics[topic])) },
  ];
  return {
    all: claims.length,
    groups: groups.map(({ legend, choices }) => ({ legend, choices: choices.filter(({ count }) => count > 0) })),
  };
}

/** What holds the choices, and beside it, after it, what holds the list. */
interface Narrowed {
  readonly choices: string;
  readonly list: string;
}

/**
 * Hides all that a selector finds, but for what is let through, while the value is chosen. Asked of the choices alone, which stand before the list, and of one attribute: asked of what
 * holds both, a browser would ask again for each part of the list that arrives, and for each of its elements where the window crosses a breakpoint.
 */
const filterRule = ({ choices, list }: Narrowed, value: string, selector: string, passes: string): string =>
  `${choices}:has([value=${value}]:checked)~${list}${selector}:not(${passes}){display:none}`;

/** What a link points at is shown whatever is chosen: by its id this weighs more than any of the rules above. */
const targetRule = '#main :is(.claim,.topic):not([hidden]):has(:target){display:block}';

const topicRulesIn = (narrowed: Narrowed, topics: readonly string[]): string =>
  topics.map((topic) => filterRule(narrowed, topic, '.topic', `[data-topic=${topic}]`)).join('');

/** The rules of `/tips/` as CSS: they hide all topics but the chosen one. */
export const tipRules = (topics: readonly string[]): string =>
  `@layer frame{${topicRulesIn({ choices: '.choices', list: '' }, topics)}${targetRule}}`;

/** The rules of `/evidence/` as CSS, in the layer of what they hide. They hide claims, and a topic together with the last of its claims. */
export function filterRules(): string {
  const narrowed = { choices: '.narrow', list: '.list ' };
  const words = [...verdicts, ...agreements, 'articles', 'due'];
  const rules = words.map((word) => filterRule(narrowed, word, ':is(.claim,.topic)', `[data-is~=${word}]`));
  return `@layer parts{${rules.join('')}${topicRulesIn(narrowed, claimTopicNames)}${targetRule}}`;
}
