/** Reads what somebody brought, and tells the page what is in it. */
import { ArchiveProblem, bringList } from './archive-problem.ts';
import { directoryOf } from './contacts.ts';
import { askColumns, findLists, longestOf, noList, type Progress } from './list-search.ts';
import type { Answer, Load } from './messages.ts';
import { readOthers } from './other-files.ts';
import { sourcesOf } from './sources.ts';

type Tell = (answer: Answer) => void;

/** People told at a time. */
const chunk = 500;

async function read({ files, columns }: Load, tell: Tell, progress: Progress): Promise<Answer> {
  progress(0, 'Opening what you brought');
  const brought = await sourcesOf(files);
  const search = await findLists(brought, columns, progress);
  const question = askColumns(search);
  if (question) return question;
  if (search.found.every(({ list }) => list.people.length + list.closed === 0)) throw noList(brought, search);
  const { source, list } = longestOf(search.found);
  const { people, ...counts } = list;
  const learnt = await readOthers(brought, search, directoryOf(people), (done, doing) => {
    progress(0.3 + done * 0.7, doing);
  });
  for (let at = 0; at < people.length; at += chunk) tell({ kind: 'people', people: people.slice(at, at + chunk) });
  const { files: others, unmatched } = learnt;
  return { kind: 'report', report: { file: source.name, people: people.length, ...counts, others, unmatched } };
}

/** Tells of progress by the hundredth, since a large file has thousands of steps. */
function inHundredths(tell: Tell): Progress {
  let last = '';
  return (done, doing) => {
    const now = `${Math.floor(done * 100)} ${doing}`;
    if (now !== last) tell({ kind: 'progress', done, doing });
    last = now;
  };
}

/** Reads all that was brought. Never throws: whatever happens, the last answer is a report, a question for columns, or a problem. */
export async function readArchive(load: Load, tell: Tell): Promise<void> {
  const told = inHundredths(tell);
  let step = '';
  const progress: Progress = (done, doing) => {
    step = doing;
    told(done, doing);
  };
  try {
    tell(await read(load, tell, progress));
  } catch (error) {
    const problem =
      error instanceof ArchiveProblem ? error : new ArchiveProblem(`Something went wrong. The last step was: ${step}.`, bringList);
    tell({ kind: 'problem', what: problem.message, cure: problem.cure });
  }
}
