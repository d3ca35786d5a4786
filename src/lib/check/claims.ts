import { verdictShortfall } from '../evidence/grounds.ts';
import type { Claim } from '../written/schema.ts';
import { findTokens } from '../written/tokens.ts';
import { checkSourceName, checkTokens } from './names.ts';
import type { Check, Rule } from './rule.ts';

/** A claim's verdict is honest, and what it names is there. */
export const checkClaims: Rule = (check) => {
  for (const claim of check.content.claims.values()) {
    const file = `evidence/claims/${claim.id}.yaml`;
    checkGrounds(file, claim, check);
    checkTexts(file, claim, check);
  }
};

function checkGrounds(file: string, claim: Claim, check: Check): void {
  const { content, today, problems } = check;
  if (claim.verified.date > today)
    problems.at(file, 'verified.date')(`lies in the future (today is ${today}): write the day it was checked`);
  for (const { source } of claim.positions) checkSourceName(source, check, problems.at(file, 'positions'));
  // What can't be read may be what the verdict rests on.
  if (claim.positions.some(({ source }) => !content.sources.has(source))) return;
  const shortfall = verdictShortfall(claim, content.sources);
  if (shortfall) problems.at(file, 'verdict')(shortfall);
}

function checkTexts(file: string, claim: Claim, check: Check): void {
  for (const field of ['statement', 'why'] as const) {
    const report = check.problems.at(file, field);
    checkTokens(claim[field], check, report);
    if (findTokens(claim[field]).tokens.some((token) => token.kind === 'claim'))
      report('a claim can’t print another claim: say it in words');
  }
}
