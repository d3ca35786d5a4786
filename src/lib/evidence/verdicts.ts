/** What a verdict means, what it asks of its sources, and what follows from a claim's positions. */
import { latestDay, monthsBefore } from '../dates.ts';
import { isStartingArticle } from './starting-articles.ts';
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

export type Standing = 'holds' | 'does not hold' | 'no longer' | 'nobody knows' | 'opinion' | 'silent';

export const standingMeanings: Readonly<Record<Exclude<Standing, 'silent'>, { readonly word: string; readonly meaning: string }>> = {
  holds: { word: 'Holds', meaning: 'It says what we found.' },
  'does not hold': { word: 'Does not hold', meaning: 'We found otherwise. What says it only in part counts here too.' },
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
  return claim.verdict === 'outdated' ? 'no longer' : 'does not hold';
}

type Sources = ReadonlyMap<string, Source>;

function agreeing(claim: Claim, sources: Sources): Source[] {
  return claim.positions.flatMap((position) => {
    const source = sources.get(position.source);
    return source && position.stance === claim.answer ? [source] : [];
  });
}

const freshMonths = 36;
const isOfficial = (source: Source): boolean => source.kind === 'official' || source.kind === 'terms';

function upholdsConfirmed(claim: Claim, source: Source): boolean {
  const kindCounts = isOfficial(source) || source.kind === 'study' || source.kind === 'measurement';
  const seenItself = source.read === 'original' || source.read === 'archive';
  if (!kindCounts || !seenItself) return false;
  if (claim.about === 'lasting') return true;
  const day = latestDay(source.date);
  return day !== undefined && day >= monthsBefore(claim.verified.date, freshMonths);
}

/** What is missing for the verdict to be honest, in words; undefined where it is. The rules are those of the page on evidence. */
export function verdictShortfall(claim: Claim, sources: Sources): string | undefined {
  const supporting = agreeing(claim, sources);
  if (claim.verdict === 'confirmed' && !supporting.some((source) => upholdsConfirmed(claim, source))) {
    return (
      '"confirmed" needs an agreeing official text, study or measurement, read in the original or an archive' +
      (claim.about === 'linkedin-today' ? `, dated within the ${freshMonths} months before verified.date` : '') +
      ': add one or choose "likely"'
    );
  }
  if (claim.verdict === 'likely' && !claim.inference) {
    const hasOfficialText = supporting.some((source) => isOfficial(source) && source.read !== 'reported');
    const independent = supporting.filter((source) => !isStartingArticle(source));
    const settledByStudy = supporting.some((source) => source.kind === 'study' || source.kind === 'measurement');
    if (!hasOfficialText && !settledByStudy && independent.length < 2) {
      return '"likely" needs an agreeing official text (a copy will do), a study, or two agreeing sources besides the two articles: add one, say "inference: true" where it is one, or choose "unknown"';
    }
  }
  return undefined;
}

/** The newest dated source with a position on the claim; undefined where all are undated. */
export function newestSource({ positions }: Pick<Claim, 'positions'>, sources: Sources): Source | undefined {
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
