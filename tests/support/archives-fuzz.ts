/** Archives that nobody has thought of, and what must be true of any: an answer, text in it, and no link but to LinkedIn. */
import fc from 'fast-check';
import { zipSync } from 'fflate';
import type { Answer } from '../../src/islands/triage/archive/messages.ts';
import { bring, type ArchiveFile, type Outcome } from './archives-read.ts';
import {
  csv,
  file,
  header,
  messagesAlone,
  olderLists,
  peopleRows,
  sameList,
  spanishSpreadsheet,
  unclosedMark,
  unknownColumns,
  wrongFiles,
} from './archives.ts';

const real: readonly ArchiveFile[] = [
  ...Object.values({ ...sameList, ...olderLists, ...wrongFiles }).flat(),
  ...spanishSpreadsheet,
  ...unclosedMark,
  ...unknownColumns,
  messagesAlone,
];

/** What readers of tables and zips trip over. */
const stumblingBlocks = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '\uFEFF',
  'PK\u0003\u0004',
  'PK\u0001\u0002',
  'PK\u0005\u0006',
  '__proto__',
  'linkedin.com/in/',
  '%',
  '\u00ff\u00ff\u00ff\u00ff',
];

interface Change {
  /** Where, as a share of the file. */
  readonly at: number;
  readonly removed: number;
  readonly added: Uint8Array;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.nat(4), fc.nat(400)),
  added: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.constantFrom(...stumblingBlocks).map((text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))),
  ),
});

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce((now, { at, removed, added }) => {
    const from = Math.floor(at * now.length);
    return Uint8Array.from([...now.subarray(0, from), ...added, ...now.subarray(from + removed)]);
  }, bytes);
}

const changedFile = fc
  .tuple(fc.constantFrom(...real), fc.array(change, { maxLength: 6 }))
  .map(([{ name, bytes }, changes]): ArchiveFile => ({ name, bytes: changed(bytes, changes) }));

const anyName = fc.oneof(fc.constantFrom('Connections.csv', 'messages.csv', 'Export.zip', 'Profile.csv', '__proto__', ''), fc.string());
const anyBytes = fc.record({
  name: anyName,
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
  ),
});
const anyRows = fc
  .array(
    fc.array(fc.oneof(fc.constantFrom(...header, ...peopleRows.flat()), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 9 }),
    { maxLength: 12 },
  )
  .map((rows) => file('Connections.csv', csv(rows)));

const anyFile = fc.oneof({ weight: 4, arbitrary: changedFile }, { weight: 1, arbitrary: anyBytes }, { weight: 2, arbitrary: anyRows });
// fflate can't pack a file of the name "__proto__".
const inZip = ({ name, bytes }: ArchiveFile): [string, Uint8Array] => [name.replace('__proto__', 'proto'), bytes];
const zipped = fc
  .array(anyFile, { maxLength: 4 })
  .map((files): ArchiveFile => ({ name: 'Export.zip', bytes: zipSync(Object.fromEntries(files.map(inZip))) }));

export const anyArchive: fc.Arbitrary<readonly ArchiveFile[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: anyFile }, { weight: 1, arbitrary: zipped }),
  { maxLength: 3 },
);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const isDay = (day: number): boolean => {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(String(day)) ?? [];
  return (
    day === 0 || (Number(year) >= 2003 && new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDate() === Number(date))
  );
};

/** What is wrong with an answer, whatever was brought. */
export function faultsOf({ answers, end, people }: Outcome): string[] {
  const isEnd = ({ kind }: Answer): boolean => ['report', 'columns', 'problem'].includes(kind);
  const texts = textsIn(answers);
  return [
    ...(answers.filter(isEnd).length === 1 && isEnd(end) ? [] : ['it does not end once']),
    ...(end.kind === 'problem' && end.what.startsWith('Something went wrong') ? [`unforeseen: ${end.what}`] : []),
    ...texts
      .filter((text) => !text.isWellFormed() || (end.kind !== 'problem' && /\p{Cc}/u.test(text)))
      .map((text) => `no text: ${JSON.stringify(text)}`),
    ...people
      .filter(({ profile }) => profile && !/^https:\/\/www\.linkedin\.com\/in\/[^/?#\s<>"]+$/.test(profile))
      .map(({ profile }) => `link: ${profile}`),
    ...people.filter(({ connected, facts }) => !isDay(connected) || !isDay(facts.lastMessage)).map(({ connected }) => `day: ${connected}`),
    ...(new Set(people.map(({ key }) => key)).size === people.length ? [] : ['two people with one key']),
    ...(people.every(({ name }) => name) ? [] : ['somebody without a name']),
    ...(end.kind === 'report' && end.report.people !== people.length ? ['another number of people than told'] : []),
  ];
}

/** Milliseconds that reading anything as small as these may take; what hangs takes longer. */
const longest = 5000;

/** Brings so many archives; the same seed brings the same. Throws with the smallest that goes wrong. Returns how often each end came. */
export async function fuzzArchives(runs: number, seed: number): Promise<Record<string, number>> {
  const ends: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(anyArchive, async (files) => {
      const start = performance.now();
      const outcome = await bring(files);
      const faults = faultsOf(outcome);
      if (performance.now() - start > longest) faults.push('it takes too long');
      ends[outcome.end.kind] = (ends[outcome.end.kind] ?? 0) + 1;
      if (faults.length > 0) throw new Error(faults.join('\n'));
    }),
    { numRuns: runs, seed },
  );
  return ends;
}
