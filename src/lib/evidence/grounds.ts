/** What a verdict asks of a claim's sources, and until when they bear it. The rules are those of the page on evidence. */
import { earliestDay, monthsAfter, monthsBefore } from '../dates.ts';
import { isStartingArticle } from './starting-articles.ts';
import type { Claim, Source } from '../written/schema.ts';

type Sources = ReadonlyMap<string, Source>;

/** For so many months the text a verdict needs can speak of how LinkedIn works. */
const freshMonths = { confirmed: 36, supported: 60 } as const;
type PlainVerdict = keyof typeof freshMonths;

const isOfficial = ({ kind }: Source): boolean => kind === 'official' || kind === 'terms';
const isTested = ({ kind }: Source): boolean => kind === 'study' || kind === 'measurement';
const wasSeen = ({ read }: Source): boolean => read !== 'reported';

/** The sources that take one of the stances and weigh something: neither light nor one of the two articles. */
function speaking({ positions }: Claim, sources: Sources, stances: readonly string[]): Source[] {
  return positions.flatMap(({ source: id, stance }) => {
    const source = sources.get(id);
    return source && stances.includes(stance) && !source.light && !isStartingArticle(source) ? [source] : [];
  });
}

const agreeing = (claim: Claim, sources: Sources): Source[] => speaking(claim, sources, [claim.answer]);

const opposites: Readonly<Record<Claim['answer'], readonly string[]>> = { yes: ['no'], no: ['yes'], partly: [], unknown: [] };

/** Each text of LinkedIn's is a voice of its own; whoever else publishes has one voice, however many texts. */
const voicesOf = (sources: readonly Source[]): number =>
  new Set(sources.map((source) => (isOfficial(source) ? source.id : `by ${source.publisher.toLowerCase()}`))).size;

function isFresh(claim: Claim, source: Source, verdict: PlainVerdict): boolean {
  if (claim.about === 'lasting') return true;
  const day = earliestDay(source.date);
  return day !== undefined && day >= monthsBefore(claim.verified.date, freshMonths[verdict]);
}

/** Any of these that is fresh makes the verdict stand. */
function bearing(claim: Claim, sources: Sources, verdict: PlainVerdict): Source[] {
  const agree = agreeing(claim, sources);
  if (verdict === 'supported') return agree.filter(wasSeen);
  return agree.filter((source) => (isOfficial(source) || isTested(source)) && (source.read === 'original' || source.read === 'archive'));
}

/** What is missing for the verdict to be honest, in words; undefined where nothing is. */
export function verdictShortfall(claim: Claim, sources: Sources): string | undefined {
  if (claim.verdict === 'confirmed') return shortOfConfirmed(claim, sources);
  if (claim.verdict === 'supported') return shortOfSupported(claim, sources);
  return claim.verdict === 'likely' && !claim.inference ? shortOfLikely(claim, sources) : undefined;
}

function shortOfConfirmed(claim: Claim, sources: Sources): string | undefined {
  if (bearing(claim, sources, 'confirmed').some((source) => isFresh(claim, source, 'confirmed'))) return undefined;
  return (
    '"confirmed" needs an agreeing official text, study or measurement, read in the original or an archive' +
    (claim.about === 'linkedin-today' ? `, dated within the ${freshMonths.confirmed} months before verified.date` : '') +
    ': add one or choose "supported" or "likely"'
  );
}

/** Two agree, one strong, one fresh, none against. */
function shortOfSupported(claim: Claim, sources: Sources): string | undefined {
  const agree = bearing(claim, sources, 'supported');
  const against = speaking(claim, sources, opposites[claim.answer]);
  const missing = [
    voicesOf(agree) < 2 && 'two independent sources that agree and were read themselves (two publishers, or two texts of LinkedIn’s)',
    !agree.some((source) => isOfficial(source) || isTested(source) || source.kind === 'code') &&
      'a strong one among those (official text, study, measurement or code)',
    !agree.some((source) => isFresh(claim, source, 'supported')) &&
      `one among those dated within the ${freshMonths.supported} months before verified.date`,
    against.length > 0 && `that nothing of weight says the opposite, as ${against.map(({ id }) => id).join(', ')} does`,
  ].filter((lack) => lack !== false);
  return missing.length === 0
    ? undefined
    : `"supported" needs ${missing.join('; ')}: add what is missing or choose "likely" or "contested"`;
}

function shortOfLikely(claim: Claim, sources: Sources): string | undefined {
  const agree = agreeing(claim, sources);
  if (agree.some((source) => (isOfficial(source) && wasSeen(source)) || isTested(source)) || voicesOf(agree) >= 2) return undefined;
  return '"likely" needs an agreeing official text (a copy will do), a study, or two agreeing sources of two publishers besides the two articles and what is light: add one, say "inference: true" where it is one, or choose "unknown"';
}

interface Bearing {
  /** The last day the verdict stands, unless a newer text is found. */
  readonly until: string;
  readonly source: Source;
  readonly months: number;
}

/** How long the newest text that a verdict rests on bears it. Undefined where that has no end, or nothing dated bears it. */
export function bearingUntil(claim: Claim, sources: Sources): Bearing | undefined {
  const { verdict, about } = claim;
  if (about === 'lasting' || (verdict !== 'confirmed' && verdict !== 'supported')) return undefined;
  const months = freshMonths[verdict];
  return bearing(claim, sources, verdict)
    .flatMap((source) => {
      const day = earliestDay(source.date);
      return day === undefined ? [] : [{ until: monthsAfter(day, months), source, months }];
    })
    .sort((one, other) => other.until.localeCompare(one.until))[0];
}
