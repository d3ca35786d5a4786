import type { Check, Rule } from './rule.ts';
import { comparable, linesHolding, type ComparableText } from './phrases.ts';

/** What a claim rules out. */
interface Banned {
  readonly claim: string;
  readonly phrase: string;
  readonly sought: ComparableText;
}

/** No text says in its own words the opposite of a claim; nor does the statement of another claim. */
export const checkContradictions: Rule = (check) => {
  const banned = [...check.content.claims.values()].flatMap(({ id, neverSay }) =>
    neverSay.map((phrase) => ({ claim: id, phrase, sought: comparable(phrase) })),
  );
  checkTexts(banned, check);
  checkStatements(banned, check);
};

function checkTexts(banned: readonly Banned[], { files, problems }: Check): void {
  for (const [file, source] of files) {
    if (file.startsWith('evidence/')) continue;
    const text = comparable(source);
    for (const { claim, phrase, sought } of banned) {
      for (const line of linesHolding(text, sought)) {
        problems.at(
          file,
          `line ${line}`,
        )(`says "${phrase}", the opposite of the claim "${claim}": print {claim:${claim}}, or say it otherwise`);
      }
    }
  }
}

function checkStatements(banned: readonly Banned[], { content, problems }: Check): void {
  for (const { id, statement } of content.claims.values()) {
    const text = comparable(statement);
    for (const { claim, phrase, sought } of banned) {
      if (linesHolding(text, sought).length === 0) continue;
      const report = problems.at(`evidence/claims/${id}.yaml`, 'statement');
      report(`says "${phrase}", which the claim "${claim}" rules out in neverSay: change one of the two`);
    }
  }
}
