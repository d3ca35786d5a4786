/** What goes from one device to another, by the names that checklists have here, and how it becomes numbers and comes of them. Pure. */
import { isDay } from '../../browser/is-day.ts';
import type { ProgressStore } from '../../browser/progress.ts';
import type { PlanEntry } from '../../browser/plan.ts';
import { isStep, mayBePlanned, type NumberedChecklist } from './numbers.ts';
import { latestDay, perDay, type Numbered } from './numbers-text.ts';

export interface CarriedList {
  readonly id: string;
  readonly steps: readonly string[];
  /** The one on which something of it was ticked last, in days since 1970, as the calendar of the device had it. */
  readonly day: number;
}

export interface Carried {
  readonly lists: readonly CarriedList[];
  readonly plan: readonly PlanEntry[];
  /** How many checklists and steps it holds that nobody knows here. */
  readonly unknown: number;
}

/** The day of a time (ISO 8601) where the device is; that of a clock which was never set, or far ahead, the nearest that links and files can hold. */
export function dayOf(time: string): number {
  const date = new Date(time);
  // The first of all days has none before it, which it would be west of Greenwich.
  const day = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / perDay || 0;
  return Math.min(Math.max(day, 0), latestDay);
}

/** Noon of a day where the device is, but never later than now. As ISO 8601. */
export function timeOf(day: number, now: Date): string {
  const date = new Date(day * perDay);
  const noon = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  return (noon < now ? noon : now).toISOString();
}

/** As YYYY-MM-DD. */
export const writtenDay = (day: number): string => new Date(day * perDay).toISOString().slice(0, 10);

/** Undefined where it is no day that there is. */
export function readDay(written: unknown): number | undefined {
  if (typeof written !== 'string' || !isDay(written)) return undefined;
  const day = Date.parse(written) / perDay;
  return day < 0 ? undefined : day;
}

interface Here {
  readonly numbers: readonly NumberedChecklist[];
  readonly progress: Pick<ProgressStore, 'ticks'>;
  readonly plan: readonly PlanEntry[];
}

/** Steps of a checklist that are ticked here, with the time of each. */
export const tickedHere = (list: NumberedChecklist, progress: Here['progress']): ReadonlyMap<string, string> =>
  new Map(progress.ticks(list.id).flatMap(([, step, time]) => (time && isStep(list, step) ? [[step, time] as const] : [])));

/** Whether anything of a private checklist that can go along is kept here, which somebody asked for. */
export const isPrivateKept = ({ numbers, progress }: Omit<Here, 'plan'>): boolean =>
  numbers.some((list) => list.private && tickedHere(list, progress).size > 0);

/** What this device holds; of private checklists only where somebody asks for it, and of a plan nothing that is private. */
export function gather({ numbers, progress, plan }: Here, withPrivate: boolean): Carried {
  const lists = numbers.flatMap((list) => {
    const ticked = list.private && !withPrivate ? new Map<string, string>() : tickedHere(list, progress);
    if (ticked.size === 0) return [];
    const steps = list.steps.filter((step) => ticked.has(step));
    return [{ id: list.id, steps, day: Math.max(...[...ticked.values()].map(dayOf)) }];
  });
  const open = new Set(numbers.filter(mayBePlanned).map(({ id }) => id));
  return { lists, plan: onceEach(plan.filter(({ checklist }) => open.has(checklist))), unknown: 0 };
}

/** The first of each checklist. */
export const onceEach = (plan: readonly PlanEntry[]): PlanEntry[] =>
  [...new Map(plan.toReversed().map((entry) => [entry.checklist, entry])).values()].toReversed();

export function toNumbers({ lists, plan }: Carried, numbers: readonly NumberedChecklist[]): Numbered {
  const places = new Map(numbers.map(({ id }, number) => [id, number]));
  return {
    lists: lists.map(({ id, steps, day }) => {
      const checklist = places.get(id) ?? 0;
      return { checklist, steps: steps.map((step) => numbers[checklist]?.steps.indexOf(step) ?? 0), day };
    }),
    plan: plan.map(({ checklist, on }) => ({ checklist: places.get(checklist) ?? 0, day: readDay(on) })),
  };
}

/** Numbers that nobody knows here are left out, and counted. */
export function fromNumbers({ lists, plan }: Numbered, numbers: readonly NumberedChecklist[]): Carried {
  let unknown = 0;
  const told = <Found>(found: Found | undefined): Found[] => {
    if (found === undefined) unknown += 1;
    return found === undefined ? [] : [found];
  };
  return {
    lists: lists.flatMap(({ checklist, steps, day }) =>
      told(numbers[checklist]).map((list) => ({ id: list.id, steps: steps.flatMap((step) => told(list.steps[step])), day })),
    ),
    plan: plan.flatMap(({ checklist, day }) =>
      told(numbers[checklist]).map(({ id }) => ({ checklist: id, on: day === undefined ? '' : writtenDay(day) })),
    ),
    unknown,
  };
}
