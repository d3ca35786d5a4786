import type { Check, Rule } from './rule.ts';
import { bannedBy, comparable, type Banned, type Phrases } from './phrases.ts';

/** No text says in its own words the opposite of a claim; nor does the statement of another claim. */
export const checkContradictions: Rule = (check) => {
  const banned = bannedBy(check.content.claims.values());
  checkTexts(banned, check);
  checkStatements(banned, check);
};

function checkTexts(banned: Phrases<Banned>, { files, problems }: Check): void {
  for (const [file, source] of files) {
    if (file.startsWith('evidence/')) continue;
    for (const { phrase: found, lines } of banned.in(comparable(source))) {
      const { claim, phrase } = found;
      for (const line of lines) {
        problems.at(
          file,
          `line ${line}`,
        )(`says "${phrase}", the opposite of the claim "${claim}": print {claim:${claim}}, or say it otherwise`);
      }
    }
  }
}

function checkStatements(banned: Phrases<Banned>, { content, problems }: Check): void {
  for (const { id, statement } of content.claims.values()) {
    for (const { phrase: found } of banned.in(comparable(statement))) {
      const report = problems.at(`evidence/claims/${id}.yaml`, 'statement');
      report(`says "${found.phrase}", which the claim "${found.claim}" rules out in neverSay: change one of the two`);
    }
  }
}
