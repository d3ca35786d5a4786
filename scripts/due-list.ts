/** The claims that are due for another look, as Markdown for an issue. */
import type { Content } from '../src/lib/written/reading.ts';
import { spokenDate } from '../src/lib/dates.ts';
import { claimTopicNames, claimTopics } from '../src/lib/written/topics.ts';
import { isDue, newestSource, verdictMeanings } from '../src/lib/evidence/verdicts.ts';

/** Empty where nothing is due. `today` is a day as YYYY-MM-DD. */
export function dueList({ claims, sources }: Pick<Content, 'claims' | 'sources'>, today: string): string {
  const due = [...claims.values()]
    .filter((claim) => isDue(claim, today))
    .sort((one, other) => one.recheckBy.localeCompare(other.recheckBy));
  if (due.length === 0) return '';
  const lines = [
    `On ${spokenDate(today)}, ${due.length} of ${claims.size} claims ${due.length === 1 ? 'is' : 'are'} due for another look.`,
    '',
    'Read its sources again and look for newer ones. Then set `verified` and `recheckBy` in `src/content/evidence/claims/<id>.yaml`, and `readOn` of each source you read.',
  ];
  for (const topic of claimTopicNames) {
    const inTopic = due.filter((claim) => claim.topic === topic);
    if (inTopic.length === 0) continue;
    lines.push('', `## ${claimTopics[topic]}`, '');
    for (const claim of inTopic) {
      const newest = newestSource(claim, sources)?.date ?? 'none of weight';
      const facts = [
        verdictMeanings[claim.verdict].word.toLowerCase(),
        `newest source ${newest}`,
        `read ${claim.verified.date}`,
        `due ${claim.recheckBy}`,
      ];
      lines.push(`- [ ] \`${claim.id}\` ${claim.question} (${facts.join(', ')})`);
    }
  }
  return `${lines.join('\n')}\n`;
}
