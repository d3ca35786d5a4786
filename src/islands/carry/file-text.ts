/** What is carried as the text of a file (JSON), and back. Pure. It holds the same as a link, with names in place of numbers. */
import type { NumberedChecklist } from './numbers.ts';
import { readDay, writtenDay, type Carried, type CarriedList } from './carried.ts';
import type { PlanEntry } from '../../browser/plan.ts';
import { isRecord } from '../../browser/progress.ts';
import type { Refusal } from './numbers-text.ts';

const KIND = 'loose-ties progress';
const VERSION = 1;

/** Bytes of a file, at most: no person's progress is as much, and what is more is not even read. */
export const mostBytes = 500_000;

export function encodeFile({ lists, plan }: Carried): string {
  const checklists = lists.map(({ id, steps, day }) => ({ checklist: id, day: writtenDay(day), steps }));
  return `${JSON.stringify({ kind: KIND, version: VERSION, checklists, plan }, undefined, 2)}\n`;
}

/** `damaged` also where it is another file altogether. What nobody knows here is left out, and counted. */
export function decodeFile(text: string, numbers: readonly NumberedChecklist[]): Carried | Refusal {
  const found = parsed(text);
  if (!isRecord(found) || found['kind'] !== KIND || !Number.isInteger(found['version'])) return 'damaged';
  if (Number(found['version']) > VERSION) return 'later';
  const { checklists, plan } = found;
  if (!Array.isArray(checklists) || !Array.isArray(plan)) return 'damaged';
  const known = new Map(numbers.map((list) => [list.id, list]));
  let unknown = 0;
  const told = <Found>(read: Found | undefined): Found[] => {
    if (read === undefined) unknown += 1;
    return read === undefined ? [] : [read];
  };
  const lists = new Map(
    checklists.flatMap((entry: unknown) => told(readList(entry, known, (steps) => (unknown += steps)))).map((list) => [list.id, list]),
  );
  const entries = new Map(plan.flatMap((entry: unknown) => told(readEntry(entry, known))).map((entry) => [entry.checklist, entry]));
  return { lists: [...lists.values()], plan: [...entries.values()], unknown };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Known = ReadonlyMap<unknown, NumberedChecklist>;

function readList(entry: unknown, known: Known, tellUnknown: (steps: number) => void): CarriedList | undefined {
  if (!isRecord(entry) || !Array.isArray(entry['steps'])) return undefined;
  const list = known.get(entry['checklist']);
  const day = readDay(entry['day']);
  if (!list || day === undefined) return undefined;
  const given = new Set<unknown>(entry['steps']);
  const steps = list.steps.filter((step) => given.has(step));
  tellUnknown(given.size - steps.length);
  return { id: list.id, steps, day };
}

function readEntry(entry: unknown, known: Known): PlanEntry | undefined {
  if (!isRecord(entry)) return undefined;
  const { checklist, on } = entry;
  const list = known.get(checklist);
  if (!list || (on !== '' && readDay(on) === undefined)) return undefined;
  return { checklist: list.id, on: String(on) };
}
