/** The plan that is kept on the device: read and written as the page for planning keeps it. */
import { NAMESPACE, write, type Kept, type StorageFault } from '../../browser/kept.ts';

const PLAN_KEY = `${NAMESPACE}plan`;
const VERSION = 1;

/** A checklist of the plan. */
export interface PlanEntry {
  readonly checklist: string;
  /** As YYYY-MM-DD; empty without a date. */
  readonly on: string;
}

/** In its order. Undefined where what is kept is none that this version can read: it must be left alone. */
export function readPlan(kept: Kept): readonly PlanEntry[] | undefined {
  let text = '';
  kept.attempt((storage) => {
    text = storage.getItem(PLAN_KEY) ?? '';
  });
  if (!text) return [];
  try {
    const found = JSON.parse(text) as { version?: unknown; entries?: unknown } | null;
    return found?.version === VERSION && Array.isArray(found.entries) ? found.entries.filter(isEntry) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns why it could not be written, where it couldn't. */
export const writePlan = (kept: Kept, entries: readonly PlanEntry[]): StorageFault | undefined =>
  kept.attempt((storage) => {
    if (entries.length > 0) write(storage, PLAN_KEY, JSON.stringify({ version: VERSION, entries }));
    else storage.removeItem(PLAN_KEY);
  });

function isEntry(found: unknown): found is PlanEntry {
  const { checklist, on } = (found ?? {}) as Partial<Record<keyof PlanEntry, unknown>>;
  return typeof checklist === 'string' && typeof on === 'string';
}
