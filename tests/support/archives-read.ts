/** Brings files to the reader of the archive, as the page does, and gathers its answers. */
import { readArchive } from '../../src/islands/triage/archive/read-archive.ts';
import type { Answer, ColumnChoice, Report } from '../../src/islands/triage/archive/messages.ts';
import type { Person } from '../../src/islands/triage/person.ts';

export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Outcome {
  readonly answers: readonly Answer[];
  /** The last answer, which says how it ended. */
  readonly end: Answer;
  readonly people: readonly Person[];
}

export async function bring(files: readonly ArchiveFile[], columns?: ColumnChoice): Promise<Outcome> {
  const answers: Answer[] = [];
  const asFiles = files.map(({ name, bytes }) => new File([bytes as Uint8Array<ArrayBuffer>], name));
  await readArchive({ files: asFiles, ...(columns ? { columns } : {}) }, (answer) => answers.push(answer));
  const end = answers.at(-1);
  if (!end) throw new Error('Nothing was answered');
  return { answers, end, people: answers.flatMap((answer) => (answer.kind === 'people' ? answer.people : [])) };
}

/** The report of files that hold a list. Throws what was answered instead. */
export async function bringList(files: readonly ArchiveFile[], columns?: ColumnChoice): Promise<Outcome & { readonly report: Report }> {
  const outcome = await bring(files, columns);
  if (outcome.end.kind !== 'report') throw new Error(`No report: ${JSON.stringify(outcome.end)}`);
  return { ...outcome, report: outcome.end.report };
}
