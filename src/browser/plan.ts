/**
 * The checklists that somebody chose for a clean-up, in order, each with a day if there is one, kept on this device. No page and no storage of its own: what is kept comes in as an
 * argument, so everything here runs in Node. Nothing here throws; `status` tells when the plan can't be saved.
 */
import { isDay } from './is-day.ts';
import { PLAN_KEY, PLAN_SET_ASIDE_KEY, PROGRESS_KEY, requireMemory, setAside, write, type Kept, type StorageLike } from './kept.ts';
import { decode, isRecord, type ProgressStatus } from './progress.ts';

const VERSION = 1;

/** Stands among the checklists of the progress store for the plan, whose steps are its entries. No checklist can be called so. */
export const PLAN = '(plan)';

export interface PlanEntry {
  readonly checklist: string;
  /** The day by which it is to be done, as YYYY-MM-DD; empty without one. */
  readonly on: string;
}

type Entries = readonly PlanEntry[];

/** More than anybody plans, and few enough to go through. What is kept beyond that is no plan of ours, and set aside. */
const most = 200;

interface Surroundings {
  kept: Kept;
  now: () => Date;
}

export class PlanStore {
  readonly #kept: Kept;
  readonly #now: () => Date;
  #entries: Entries = [];
  /** Another once everything was forgotten: what was to be undone in the life before must stay gone. */
  life = {};
  #status: ProgressStatus = 'saved';
  #readable: 'saved' | 'set-aside' = 'saved';
  #isUnsaved = false;
  /** The text last seen in storage; empty where there was none. */
  #seen = '';

  constructor({ kept, now }: Surroundings) {
    this.#kept = kept;
    this.#now = now;
    this.#look();
    kept.subscribe((forgotten) => {
      if (forgotten) this.#forget();
      this.#look();
    });
  }

  entries(): Entries {
    return this.#entries;
  }

  status(): ProgressStatus {
    return this.#status;
  }

  /** Makes another plan of what it is now, with what other tabs made of it. */
  change(make: (entries: Entries) => Entries): void {
    this.#look();
    this.#entries = make(this.#entries);
    this.#isUnsaved = true;
    this.#look();
    this.#kept.notify();
  }

  /** Calls the listener after every change, whether made here, in another tab or by forgetting. It must not throw. Returns what ends it. */
  subscribe(listener: () => void): () => void {
    return this.#kept.subscribe(listener);
  }

  #forget(): void {
    this.#entries = [];
    this.#isUnsaved = false;
    this.#readable = 'saved';
    this.#seen = '';
    this.life = {};
  }

  #look(): void {
    const fault = this.#kept.attempt((storage) => {
      this.#status = this.#lookInto(storage);
    });
    if (fault) this.#status = fault;
  }

  /** Takes in what is in storage, if it is another than was seen there, and saves what waits for that. Throws where storage does. */
  #lookInto(storage: StorageLike): ProgressStatus {
    const text = storage.getItem(PLAN_KEY) ?? '';
    // Another tab forgot everything, ticks too, and what waits here must not bring it back.
    if (this.#seen && !text && !storage.getItem(PROGRESS_KEY)) {
      requireMemory(storage);
      this.#forget();
    }
    const isNews = text !== this.#seen;
    const found = text ? decode(text) : { entries: [] };
    this.#seen = text;
    if (!found) return 'later-version';
    const { entries, isWhole } = readEntries(found['entries']);
    // Into memory first: where nothing can be set aside, this is all there is.
    if (isNews) this.#entries = this.#isUnsaved ? withAll(entries, this.#entries) : entries;
    if (!isWhole) {
      setAside(storage, PLAN_SET_ASIDE_KEY, text, this.#now);
      this.#readable = 'set-aside';
    }
    if (this.#isUnsaved || !isWhole) this.#save(storage);
    this.#isUnsaved = false;
    return this.#readable;
  }

  #save(storage: StorageLike): void {
    const text = this.#entries.length ? JSON.stringify({ version: VERSION, entries: this.#entries }) : '';
    if (text) write(storage, PLAN_KEY, text);
    else storage.removeItem(PLAN_KEY);
    this.#seen = text;
  }
}

/** What the first holds, and behind it what the second holds besides. */
const withAll = (first: Entries, second: Entries): Entries => [
  ...first,
  ...second.filter(({ checklist }) => !first.some((entry) => entry.checklist === checklist)),
];

/** Entry by entry, each checklist once. */
export function readEntries(found: unknown): { entries: Entries; isWhole: boolean } {
  const all: unknown[] = Array.isArray(found) ? found : [];
  const entries = new Map<string, PlanEntry>();
  for (const entry of all)
    if (isEntry(entry) && entries.size < most) entries.set(entry.checklist, { checklist: entry.checklist, on: entry.on });
  return { entries: [...entries.values()], isWhole: Array.isArray(found) && entries.size === all.length };
}

const isEntry = (entry: unknown): entry is PlanEntry & Record<string, unknown> =>
  isRecord(entry) &&
  typeof entry['checklist'] === 'string' &&
  typeof entry['on'] === 'string' &&
  (entry['on'] === '' || isDay(entry['on']));

/** Puts an entry that many places on among those that are shown, or back where it is negative; no further than to the end. */
export function moved(entries: Entries, checklist: string, places: number, isShown: (checklist: string) => boolean): Entries {
  const shown = entries.filter((entry) => isShown(entry.checklist));
  const at = shown.findIndex((entry) => entry.checklist === checklist);
  const [entry, there] = [shown[at], shown[Math.min(Math.max(at + places, 0), shown.length - 1)]];
  return entry && there ? entries.toSpliced(entries.indexOf(entry), 1).toSpliced(entries.indexOf(there), 0, entry) : entries;
}
