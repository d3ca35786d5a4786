/**
 * The content check: goes through everything written and says, with file, field and cure, what is wrong with it. It exists because
 * Astro builds happily over broken YAML, references to nothing and two files with one id. Each rule has a file beside this one.
 */
import type { ContentFiles } from '../written/files.ts';
import { Problems, type Problem } from '../written/problems.ts';
import { readContent, type Content } from '../written/reading.ts';
import { checkAbout } from './about.ts';
import { checkAddresses } from './addresses.ts';
import { checkRests, checkStatements } from './certainty.ts';
import { checkCards } from './cards.ts';
import { checkChanges } from './changes.ts';
import { checkCharacters, withoutMarks } from './characters.ts';
import { checkChecklists } from './checklists.ts';
import { checkClaims } from './claims.ts';
import { checkContradictions } from './contradictions.ts';
import { checkGuides } from './guides.ts';
import { checkHedges } from './hedges.ts';
import { checkInterface } from './interface.ts';
import { checkInvitationNotes } from './invitation-notes.ts';
import { checkJourney } from './journey.ts';
import { checkNumbers } from './numbers.ts';
import { checkPlaces } from './places.ts';
import { checkRepetition } from './repetition.ts';
import type { Rule } from './rule.ts';
import { checkSearchWords } from './search-words.ts';
import { checkQuestions, checkTips } from './short-answers.ts';
import { checkSources } from './sources.ts';
import { checkWays } from './ways.ts';

/** In the order in which problems are told. */
const rules: readonly Rule[] = [
  checkPlaces,
  checkCards,
  checkJourney,
  checkGuides,
  checkAbout,
  checkChecklists,
  checkNumbers,
  checkTips,
  checkQuestions,
  checkClaims,
  checkSources,
  checkInterface,
  checkSearchWords,
  checkInvitationNotes,
  checkWays,
  checkChanges,
  checkContradictions,
  checkStatements,
  checkRests,
  checkHedges,
  checkRepetition,
  checkAddresses,
];

/** Reads and checks everything. `today` is a day as YYYY-MM-DD. */
export function checkContent(written: ContentFiles, today: string): { content: Content; problems: readonly Problem[] } {
  const problems = new Problems();
  const files = withoutMarks(written);
  const content = readContent(files, problems);
  const unread = new Set(problems.found.map(({ file }) => file.slice('src/content/'.length)));
  checkCharacters({ files: written, content, unread, today, problems });
  for (const rule of rules) rule({ files, content, unread, today, problems });
  return { content, problems: problems.inLines(files) };
}
