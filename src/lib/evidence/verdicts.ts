/** What a verdict means, and what follows from a claim's positions. */
import { latestDay } from '../dates.ts';
import type { Claim, Source, Verdict } from '../written/schema.ts';

interface VerdictMeaning {
  /** One word or two, as shown. */
  readonly word: string;
  readonly meaning: string;
}

export const verdictMeanings: Readonly<Record<Verdict, VerdictMeaning>> = {
  confirmed: {
    word: 'Confirmed',
    meaning:
      'Read in LinkedIn’s own words, in a study, or counted by us; and no older than three years where it is about how LinkedIn works today.',
  },
  supported: {
    word: 'Well supported',
    meaning:
      'Two independent sources agree. One of them is LinkedIn’s own text, a study, a count of ours or code made for the live site; one is no older than five years where it is about how LinkedIn works today; and none of weight says the opposite.',
  },
  likely: {
    word: 'Likely',
    meaning:
      'A text of LinkedIn’s of whatever age, or reports from two independent sources, or an inference of ours; and nothing solid against.',
  },
  contested: { word: 'Sources disagree', meaning: 'Sources of comparable weight say yes and no.' },
  outdated: { word: 'No longer', meaning: 'It was true once, and is not any more.' },
  unknown: {
    word: 'Not known',
    meaning: 'Nobody has shown it either way, or only one seller or one person says so.',
  },
  opinion: { word: 'Opinion', meaning: 'Advice that no evidence settles.' },
};

/** From the surest to the least sure. What is no longer so is known. */
const byCertainty: readonly Verdict[] = ['confirmed', 'supported', 'outdated', 'likely', 'contested', 'unknown', 'opinion'];

/** The least sure of some verdicts. */
export const leastCertain = (some: readonly Verdict[]): Verdict =>
  some.reduce((one, other) => (byCertainty.indexOf(other) > byCertainty.indexOf(one) ? other : one), 'confirmed');

export type Agreement = 'none' | 'single' | 'agree' | 'disagree';

/** How the sources stand to each other, as shown. "Disagree" counts heads; whether both sides weigh something is the verdict's business. */
export const agreementWords: Readonly<Record<Agreement, string>> = {
  disagree: 'Some say yes, some no',
  agree: 'All that speak agree',
  single: 'One source alone',
  none: 'No source says either way',
};

/** How the sources that speak stand to each other; silent ones are left out. */
export function agreementOf(claim: Pick<Claim, 'positions'>): Agreement {
  const stances = claim.positions.map((position) => position.stance).filter((stance) => stance !== 'silent');
  if (stances.includes('yes') && stances.includes('no')) return 'disagree';
  if (stances.length === 0) return 'none';
  return stances.length === 1 ? 'single' : 'agree';
}

export const standings = ['holds', 'holds in part', 'does not hold', 'no longer', 'nobody knows', 'opinion', 'silent'] as const;
export type Standing = (typeof standings)[number];

export const standingMeanings: Readonly<Record<Exclude<Standing, 'silent'>, { readonly word: string; readonly meaning: string }>> = {
  holds: { word: 'Holds', meaning: 'It says what we found.' },
  'holds in part': { word: 'Holds in part', meaning: 'It agrees with a part of what we found.' },
  'does not hold': { word: 'Does not hold', meaning: 'We found otherwise.' },
  'no longer': { word: 'No longer', meaning: 'It was so once.' },
  'nobody knows': { word: 'Nobody knows', meaning: 'Nobody has shown it either way.' },
  opinion: { word: 'Opinion', meaning: 'Advice that no evidence settles.' },
};

export const stanceWords: Readonly<Record<Claim['positions'][number]['stance'], string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  silent: 'Says nothing on it',
};

/** How one source's position stands now. */
export function standingOf(claim: Pick<Claim, 'answer' | 'verdict'>, stance: Claim['positions'][number]['stance']): Standing {
  if (stance === 'silent') return 'silent';
  if (claim.verdict === 'opinion') return 'opinion';
  if (claim.verdict === 'unknown' || claim.verdict === 'contested') return 'nobody knows';
  if (stance === claim.answer) return 'holds';
  if (claim.verdict === 'outdated') return 'no longer';
  return stance === 'partly' || claim.answer === 'partly' ? 'holds in part' : 'does not hold';
}

/** The newest dated source with a position on the claim; undefined where all are undated. */
export function newestSource({ positions }: Pick<Claim, 'positions'>, sources: ReadonlyMap<string, Source>): Source | undefined {
  let newest: { source: Source; day: string } | undefined;
  for (const { source: id, stance } of positions) {
    const source = sources.get(id);
    const day = source && latestDay(source.date);
    if (stance !== 'silent' && source && day && (!newest || day > newest.day)) newest = { source, day };
  }
  return newest?.source;
}

/** Whether the claim is past its day for another look. */
export const isDue = (claim: Pick<Claim, 'recheckBy'>, today: string): boolean => claim.recheckBy < today;
