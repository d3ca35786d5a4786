/** How what one source says stands now: its positions, grouped and counted. */
import type { Claim } from '../written/schema.ts';
import { standingMeanings, standingOf, type Standing } from './verdicts.ts';

interface PositionOfSource {
  readonly claim: Claim;
  readonly position: Claim['positions'][number];
}
interface StandingGroup {
  readonly standing: Exclude<Standing, 'silent'>;
  readonly positions: readonly PositionOfSource[];
}

/** A group for each standing, empty ones included, in the order of `standingMeanings`; and what the source (an id) is silent on. */
export function standingsOf(source: string, claims: readonly Claim[]): { groups: StandingGroup[]; silent: PositionOfSource[] } {
  const positions = claims.flatMap((claim) =>
    claim.positions.filter((position) => position.source === source).map((position) => ({ claim, position })),
  );
  const withStanding = (standing: Standing): PositionOfSource[] =>
    positions.filter(({ claim, position }) => standingOf(claim, position.stance) === standing);
  return {
    groups: (Object.keys(standingMeanings) as StandingGroup['standing'][]).map((standing) => ({
      standing,
      positions: withStanding(standing),
    })),
    silent: withStanding('silent'),
  };
}
