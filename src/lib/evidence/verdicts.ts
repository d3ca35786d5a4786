/** What a verdict means, and what follows from a claim's positions. */
import { latestDay } from '../dates.ts';
import type { Claim, Source, Verdict } from '../written/schema.ts';
import { isStartingArticle } from './starting-articles.ts';

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
  contested: { word: 'Disputed', meaning: 'Sources of comparable weight say yes and no.' },
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

/** How the sources stand to each other, to choose by. "Disagree" counts heads; whether both sides weigh something is the verdict's business. */
export const agreementWords: Readonly<Record<Agreement, string>> = {
  disagree: 'Some say yes, some no',
  agree: 'Several, and none against',
  single: 'One alone',
  none: 'None says',
};

/** How many say what on a claim, the larger side first: "5 say no, 1 says yes". Of one claim, this stands for its agreement: it is no second verdict. */
export function whoSaysWhat({ positions }: Pick<Claim, 'positions'>): string {
  const sides = (['yes', 'no', 'partly'] as const)
    .map((stance) => ({ stance, count: positions.filter((position) => position.stance === stance).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return sides.map(({ stance, count }) => `${count} ${count === 1 ? 'says' : 'say'} ${stance}`).join(', ') || 'no source says';
}

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
  holds: { word: 'We agree', meaning: 'It says what we found.' },
  'holds in part': { word: 'We agree in part', meaning: 'It says a part of what we found, or more than it.' },
  'does not hold': { word: 'We found otherwise', meaning: 'What we found speaks against it.' },
  'no longer': { word: 'No longer', meaning: 'It was so once.' },
  'nobody knows': { word: 'Open', meaning: 'It is not known, or disputed.' },
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

/**
 * The newest source to name: of those that speak, are dated and carry weight (neither light nor one of the two articles), first those that a reader can open.
 * Undefined where there is none.
 */
export function newestSource({ positions }: Pick<Claim, 'positions'>, sources: ReadonlyMap<string, Source>): Source | undefined {
  return positions
    .flatMap(({ source: id, stance }) => {
      const source = sources.get(id);
      const day = source && latestDay(source.date);
      return source && day && stance !== 'silent' && !source.light && !isStartingArticle(source) ? [{ source, day }] : [];
    })
    .sort((one, other) => Number(!one.source.url) - Number(!other.source.url) || other.day.localeCompare(one.day))[0]?.source;
}

/** Whether the claim is past its day for another look. */
export const isDue = (claim: Pick<Claim, 'recheckBy'>, today: string): boolean => claim.recheckBy < today;
