/** No text is surer than the claims it rests on. */
import { hedgesIn, surerThan } from '../evidence/certainty-words.ts';
import { leastCertain } from '../evidence/verdicts.ts';
import type { Claim, Guide, Text } from '../written/schema.ts';
import { restingSentences, spoken, unlessUnread, type RestingSentence } from './blocks.ts';
import { linesAbove } from './components.ts';
import { bannedBy, comparable, linesHolding, type Banned, type Phrases } from './phrases.ts';
import type { Check, Rule } from './rule.ts';

/** What a claim prints is plain where it is sure, and else says how sure it is. */
export const checkStatements: Rule = ({ content, problems }) => {
  for (const claim of content.claims.values()) {
    const report = problems.at(`evidence/claims/${claim.id}.yaml`, 'statement');
    const { text } = comparable(spoken(claim.statement, content));
    const hedges = hedgesIn(text);
    const isPlain = claim.verdict === 'confirmed' || claim.verdict === 'supported';
    if (isPlain && hedges.length > 0) report(`holds "${hedges.join('" and "')}", and its verdict is "${claim.verdict}": say it plainly`);
    const surer = surerThan(text, claim);
    if (surer) report(`is surer than its evidence: the claim ${surer}`);
  }
};

/** A sentence of the writer's own says no more than the weakest of its claims, and of none the opposite. */
export const checkRests: Rule = (check) => {
  const banned = bannedBy(check.content.claims.values());
  for (const guide of check.content.guides.values())
    for (const sentence of unlessUnread(() => restingSentences(guide.body, check.content))) checkSentence(guide, sentence, banned, check);
};

function checkSentence(guide: Text<Guide>, sentence: RestingSentence, banned: Phrases<Banned>, { content, files, problems }: Check): void {
  const file = `guides/${guide.id}.mdx`;
  const line = sentence.line + linesAbove(guide.body, files.get(file) ?? guide.body);
  const report = problems.at(file, `line ${line}, <Rests>`);
  const claims = sentence.on.flatMap((id) => content.claims.get(id) ?? []);
  const text = comparable(sentence.text);
  for (const cure of surerThanSome(text.text, claims)) report(cure);
  const source = comparable(sentence.source);
  for (const { phrase: found } of banned.in(text)) {
    // Without a component or a token in it, it is found in the file as it is written.
    if (linesHolding(source, found.sought).length === 0)
      report(`says "${found.phrase}", the opposite of the claim "${found.claim}": say it otherwise`);
  }
}

/** The weakest count, and each inference: whatever else a sentence rests on, that is called ours. */
export function surerThanSome(text: string, claims: readonly Claim[]): string[] {
  const weakest = leastCertain(claims.map(({ verdict }) => verdict));
  return claims
    .filter(({ verdict, inference }) => verdict === weakest || inference)
    .flatMap((claim) => {
      const surer = surerThan(text, claim);
      return surer ? [`is surer than its evidence: the claim "${claim.id}" ${surer}`] : [];
    });
}
