/** What would change here if somebody took over what is carried. Pure: nothing changes before they say so. */
import { REMEMBERED, type ProgressStore, type StepChange } from '../../browser/progress.ts';
import { onceEach, tickedHere, timeOf, type Carried } from './carried.ts';
import type { PlanEntry } from '../../browser/plan.ts';
import { isStep, mayBePlanned, type NumberedChecklist } from './numbers.ts';

interface Here {
  readonly numbers: readonly NumberedChecklist[];
  readonly progress: Pick<ProgressStore, 'ticks' | 'isDone'>;
  /** Undefined where what is kept of one must be left alone. */
  readonly plan: readonly PlanEntry[] | undefined;
  readonly now: Date;
}

interface ListProposal {
  readonly list: NumberedChecklist;
  /** Steps that are ticked there and not here. */
  readonly added: readonly string[];
  /** Steps that are ticked here and not there. */
  readonly lost: readonly string[];
  /** How many steps are ticked once those are that are added. */
  readonly then: number;
}

/** What is done to ticks and plan; of the plan undefined where it stays. */
interface Change {
  readonly ticks: readonly StepChange[];
  readonly plan: readonly PlanEntry[] | undefined;
}

export interface Proposal {
  /** Those of which something would be ticked. */
  readonly lists: readonly ListProposal[];
  /** How many checklists come to the plan, or get a date in it. */
  readonly planned: number;
  /** Steps of private checklists that are ticked there and not here: they are taken over only where somebody asks for it. */
  readonly privateSteps: number;
  /** Those of which replacing would take something away. */
  readonly losses: readonly ListProposal[];
  /** Whether replacing would take something out of the plan, or move it. */
  readonly isPlanLost: boolean;
  /** Whether a plan comes that is left out, since the one here must be left alone. */
  readonly isPlanLeft: boolean;
  readonly merge: (withPrivate: boolean) => Change;
  readonly replace: (withPrivate: boolean) => Change;
}

export function propose({ lists: carried, plan: carriedPlan }: Carried, { numbers, progress, plan: keptPlan, now }: Here): Proposal {
  const given = new Map(carried.map((list) => [list.id, list]));
  const all = numbers.map((list) => {
    const here = tickedHere(list, progress);
    const there = given.get(list.id);
    const steps = there?.steps.filter((step) => isStep(list, step)) ?? [];
    const added = steps.filter((step) => !here.has(step));
    const lost = [...here.keys()].filter((step) => !steps.includes(step));
    const time = timeOf(there?.day ?? 0, now);
    return { list, added, lost, time, then: here.size + added.length };
  });
  // What is private is only ever added to.
  const open = all.filter(({ list }) => !list.private);
  const closed = all.filter(({ list, added }) => list.private && added.length > 0);
  const taken = ({ list, added, time }: (typeof all)[number]): StepChange[] => added.map((step) => [list.id, step, time]);
  const ofPrivate = closed.flatMap((each): StepChange[] => [
    ...taken(each),
    ...(progress.isDone(each.list.id, REMEMBERED) ? [] : ([[each.list.id, REMEMBERED, each.time]] as const)),
  ]);
  const added = open.flatMap(taken);
  const lost = open.flatMap(({ list, lost: steps }) => steps.map((step): StepChange => [list.id, step, undefined]));

  const plannable = new Set(numbers.filter(mayBePlanned).map(({ id }) => id));
  const comes = onceEach(carriedPlan.filter(({ checklist }) => plannable.has(checklist)));
  // What must be left alone is as if nothing came.
  const [plan, incoming] = keptPlan ? [keptPlan, comes] : [[], []];
  const mergedPlan = merged(plan, incoming);
  const change =
    (ticks: readonly StepChange[], after: readonly PlanEntry[]) =>
    (withPrivate: boolean): Change => ({
      ticks: withPrivate ? [...ticks, ...ofPrivate] : ticks,
      plan: isSame(after, plan) ? undefined : after,
    });
  return {
    lists: open.filter((each) => each.added.length > 0),
    planned: differing(mergedPlan, plan),
    privateSteps: closed.reduce((sum, { added: steps }) => sum + steps.length, 0),
    losses: open.filter((each) => each.lost.length > 0),
    isPlanLost: !isSame(mergedPlan, incoming),
    isPlanLeft: !keptPlan && comes.length > 0,
    merge: change(added, mergedPlan),
    replace: change([...added, ...lost], incoming),
  };
}

const isSameEntry = (one: PlanEntry, other: PlanEntry | undefined): boolean => one.checklist === other?.checklist && one.on === other.on;

const isSame = (one: readonly PlanEntry[], other: readonly PlanEntry[]): boolean =>
  one.length === other.length && one.every((entry, place) => isSameEntry(entry, other[place]));

/** How many of `after` are not as they were. */
const differing = (after: readonly PlanEntry[], before: readonly PlanEntry[]): number =>
  after.filter((entry) => !before.some((one) => isSameEntry(one, entry))).length;

/** What is planned here stays, in its order and with its dates; what has none takes the other's, and what is not in it comes last. */
function merged(own: readonly PlanEntry[], incoming: readonly PlanEntry[]): PlanEntry[] {
  const theirs = new Map(incoming.map((entry) => [entry.checklist, entry]));
  const known = new Set(own.map(({ checklist }) => checklist));
  return [
    ...own.map((entry) => (entry.on ? entry : (theirs.get(entry.checklist) ?? entry))),
    ...incoming.filter(({ checklist }) => !known.has(checklist)),
  ];
}
