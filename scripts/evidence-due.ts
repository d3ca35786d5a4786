/**
 * `npm run evidence:due`, or `npm run evidence:due -- 2027-06-01`: prints the claims that are due on a day (today unless given) as Markdown,
 * and nothing where none is. A scheduled workflow keeps one issue with it.
 */
import { fileURLToPath } from 'node:url';
import { checkContent } from '../src/lib/check/check.ts';
import { buildDay } from '../src/lib/dates.ts';
import { readContentFiles } from '../src/lib/written/files.ts';
import { describeProblems } from '../src/lib/written/problems.ts';
import { dueList } from './due-list.ts';

const today = process.argv[2] ?? buildDay();
if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))) {
  console.error(`"${today}" is no day: write YYYY-MM-DD`);
  process.exit(2);
}
const files = readContentFiles(fileURLToPath(new URL('../src/content/', import.meta.url)));
// What was checked after the day asked about does not lie in the future.
const { content, problems } = checkContent(files, today > buildDay() ? today : buildDay());
if (problems.length > 0) {
  console.error(describeProblems(problems));
  process.exit(1);
}
process.stdout.write(dueList(content, today));
