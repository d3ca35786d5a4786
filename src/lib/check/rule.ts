import type { ContentFiles } from '../written/files.ts';
import type { Problems } from '../written/problems.ts';
import type { Content } from '../written/reading.ts';

/** What a rule may look at. */
export interface Check {
  /** Everything as it is written, and what could be read of it. */
  readonly files: ContentFiles;
  readonly content: Content;
  /** Files below `src/content/` that could not be read as what they should be. What they hold is there, and wrong: that has been told. */
  readonly unread: ReadonlySet<string>;
  /** A day as YYYY-MM-DD. */
  readonly today: string;
  readonly problems: Problems;
}

/** Looks for one kind of mistake and takes down each it finds. */
export type Rule = (check: Check) => void;
