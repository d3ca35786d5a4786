/** How what one source says stands now: its positions, grouped and counted. */
import type { Claim } from '../written/schema.ts';
import { standingMeanings, standingOf, type Standing } from './verdicts.ts';

interface PositionOfSource {
  readonly id: string;
  readonly claim: Claim;
  readonly position: Claim['positions'][number];
}
interface StandingGroup {
  readonly standing: Exclude<Standing, 'silent'>;
  readonly positions: readonly PositionOfSource[];
}

/** A group for each standing, empty ones included, in the order of `standingMeanings`; and what the source is silent on. */
export function standingsOf(
  source: string,
  claims: readonly { readonly id: string; readonly claim: Claim }[],
): { groups: StandingGroup[]; silent: PositionOfSource[] } {
  const positions = claims.flatMap(({ id, claim }) =>
    claim.positions.filter((position) => position.source === source).map((position) => ({ id, claim, position })),
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
