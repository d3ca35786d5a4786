import { bearingUntil, verdictShortfall } from '../evidence/grounds.ts';
import type { Claim } from '../written/schema.ts';
import { findTokens } from '../written/tokens.ts';
import { checkSourceName, checkText } from './names.ts';
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
    problems.at(file, 'verified.date')(`lies in the future (today is ${today} in UTC): write the day it was checked`);
  for (const { source } of claim.positions) checkSourceName(source, check, problems.at(file, 'positions'));
  // What can't be read may be what the verdict rests on.
  if (claim.positions.some(({ source }) => !content.sources.has(source))) return;
  const shortfall = verdictShortfall(claim, content.sources);
  if (shortfall) problems.at(file, 'verdict')(shortfall);
  else checkRecheck(file, claim, check);
}

/** A claim is looked at again before the text it rests on has grown too old for its verdict. */
function checkRecheck(file: string, claim: Claim, { content, problems }: Check): void {
  const bearing = bearingUntil(claim, content.sources);
  if (!bearing || claim.recheckBy <= bearing.until) return;
  const { until, source, months } = bearing;
  const why = `"${claim.verdict}" rests on "${source.id}" (${source.date}), and for ${months} months from its first day`;
  problems.at(file, 'recheckBy')(`lies after ${until}, the last day allowed: ${why}; write that day or an earlier one`);
}

function checkTexts(file: string, { statement, why, positions }: Claim, check: Check): void {
  const texts = [
    ['statement', statement],
    ['why', why],
    ...positions.map(({ says }, index) => [`positions.${index}.says`, says] as const),
  ] as const;
  for (const [field, text] of texts) {
    const report = check.problems.at(file, field);
    checkText(text, 'line', check, report);
    if (findTokens(text).tokens.some((token) => token.kind === 'claim')) report('a claim can’t print another claim: say it in words');
  }
}
