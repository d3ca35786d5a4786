/**
 * Which steps are done, kept on this device. No page, no clock and no storage of its own: what is kept and the time come in as
 * arguments, so everything here runs in Node. Nothing here throws; `status` tells when ticks can't be saved.
 */
import { PROGRESS_KEY, requireMemory, SET_ASIDE_KEY, setAside, write, type Kept, type StorageFault, type StorageLike } from './kept.ts';

const VERSION = 1;

/** Stands among the steps of a private checklist that the person wants to be remembered. No step can be called so. */
export const REMEMBERED = '(remembered)';

/**
 * `saved`: everything is in storage. `set-aside`: so it is, but for something that could not be read, which is kept beside it. Any other: new ticks last only
 * as long as the page.
 */
export type ProgressStatus = 'saved' | 'set-aside' | 'later-version' | StorageFault;

/** A step, and the time it was ticked (ISO 8601), or undefined where it was unticked. */
export type StepChange = readonly [checklist: string, step: string, time: string | undefined];

interface Surroundings {
  kept: Kept;
  now: () => Date;
  /** Tells the other tabs of a change, beside what they see of storage. */
  tell?: (changes: readonly StepChange[]) => void;
}

type Ticks = Map<string, Map<string, string>>;

export class ProgressStore {
  readonly #kept: Kept;
  readonly #now: () => Date;
  readonly #tell: Surroundings['tell'];
  #status: ProgressStatus = 'saved';
  #readable: 'saved' | 'set-aside' = 'saved';
  /** The text last seen in storage; empty where there was none. */
  #seen = '';
  /** The text last written by this tab. */
  #written: string | undefined;
  /** What else is in storage. */
  #document: Found = { version: VERSION };
  /** Checklist → step → time: what is in storage, with `#unsaved` on top. */
  #ticks: Ticks = new Map();
  #unsaved: readonly StepChange[] = [];
  /** What was changed just now, here and elsewhere, and when. */
  #recent: (readonly [number, readonly StepChange[]])[] = [];
  readonly #private = new Set<string>();
  /** Whenever everything was forgotten, another one: what was cleared before must not come back then. */
  life = {};

  constructor({ kept, now, tell }: Surroundings) {
    this.#kept = kept;
    this.#now = now;
    this.#tell = tell;
    this.#synchronize();
    kept.subscribe((forgotten) => {
      if (forgotten) this.#forget();
      this.#synchronize();
    });
  }

  isDone(checklist: string, step: string): boolean {
    return this.#ticks.get(checklist)?.has(step) ?? false;
  }

  /** What is ticked in it, as the changes that make it. */
  ticks(checklist: string): readonly StepChange[] {
    return [...(this.#ticks.get(checklist) ?? [])].map(([step, time]) => [checklist, step, time]);
  }

  /**
   * To be called before anything of a private checklist is ticked: its ticks last as long as the page and never reach storage, until somebody asks for
   * it by ticking `REMEMBERED`. What of it is in storage already, somebody wanted to be there.
   */
  holdBack(checklist: string): void {
    if (this.#private.has(checklist)) return;
    this.#private.add(checklist);
    this.#markRemembered(checklist);
  }

  isHeldBack(checklist: string): boolean {
    return this.#private.has(checklist) && !this.isDone(checklist, REMEMBERED);
  }

  setDone(checklist: string, step: string, done: boolean): void {
    this.change([[checklist, step, done ? this.#now().toISOString() : undefined]]);
  }

  /** Unticks everything in a checklist, and returns what brings it back. */
  clear(checklist: string): readonly StepChange[] {
    // Read first: another tab may have ticked a step that has not been seen here.
    this.#synchronize();
    const cleared = this.ticks(checklist);
    this.change(cleared.map(([, step]) => [checklist, step, undefined]));
    return cleared;
  }

  status(): ProgressStatus {
    return this.#status;
  }

  /**
   * To be called with what another tab told. Where two tabs write at one moment, the later text lacks what the earlier one holds, and the tab that wrote it
   * puts it in. In any other text there is what came of it since.
   */
  hear(changes: readonly StepChange[]): void {
    this.#note(changes);
    this.#kept.attempt((storage) => {
      if (storage.getItem(PROGRESS_KEY) === this.#written) this.#makeAgain();
    });
    this.#kept.notify();
  }

  #makeAgain(): void {
    this.#unsaved = [...this.#unsaved, ...this.#recent.flatMap(([, changes]) => changes)];
  }

  #note(changes: readonly StepChange[]): void {
    const now = this.#now().getTime();
    // For a second tabs may not know of each other yet, even on a busy machine. A clock that was set back must not make what is long past look new.
    this.#recent = [...this.#recent.filter(([time]) => time <= now && now < time + 1_000), [now, changes]];
  }

  /** Calls the listener after every change, whether made here, in another tab or by forgetting. It must not throw. Returns what ends it. */
  subscribe(listener: () => void): () => void {
    // This store was there before its listeners, so it hears of a change, and takes it in, before they do.
    return this.#kept.subscribe(listener);
  }

  /** Takes changes in, saves them where that is possible, and lets everybody know. What `clear` returned brings back what it cleared. */
  change(changes: readonly StepChange[]): void {
    // Read before adding: what another tab forgot takes the ticks with it that were waiting, but not this new one.
    this.#synchronize();
    this.#note(changes);
    // With what others told, which may not have arrived in storage here, and would be written over.
    this.#makeAgain();
    // Into memory first: where storage can't be read, this is all there is.
    for (const change of changes) this.#put(change);
    // This store is the first to hear of it, and saves them then.
    this.#kept.notify();
    this.#tell?.(changes.filter(this.#isSaved));
  }

  /** Also that a private checklist is no longer to be remembered. */
  readonly #isSaved = ([checklist, step]: StepChange): boolean => step === REMEMBERED || !this.isHeldBack(checklist);

  #forget(): void {
    this.#seen = '';
    this.#unsaved = this.#recent = [];
    this.#ticks = new Map();
    this.#readable = 'saved';
    this.life = {};
  }

  #put([checklist, step, time]: StepChange): void {
    const steps = this.#ticks.get(checklist) ?? new Map<string, string>();
    if (time) steps.set(step, time);
    else steps.delete(step);
    if (steps.size) this.#ticks.set(checklist, steps);
    else this.#ticks.delete(checklist);
  }

  /** Reads, and writes what is unsaved into what was read, so that another tab's ticks are kept. */
  #synchronize(): void {
    const fault = this.#kept.attempt((storage) => {
      this.#status = this.#synchronizeWith(storage);
    });
    if (fault) this.#status = fault;
  }

  /** Throws where storage does. */
  #synchronizeWith(storage: StorageLike): ProgressStatus {
    const text = storage.getItem(PROGRESS_KEY) ?? '';
    if (this.#seen && !text) {
      // What was there is gone: another tab forgot everything, and a tick waiting here must not bring it back.
      requireMemory(storage);
      this.#forget();
    }
    this.#seen = text;
    const found = text ? decode(text) : { version: VERSION, checklists: {} };
    if (!found) return 'later-version';
    const isWhole = this.#adopt(found);
    if (!isWhole) {
      setAside(storage, SET_ASIDE_KEY, text, this.#now);
      this.#readable = 'set-aside';
    }
    if (!isWhole || this.#unsaved.some(this.#isSaved)) this.#save(storage);
    // They stand on top of storage for good, as they are now: an earlier untick must not undo what another tab remembers.
    this.#unsaved = this.#changes().filter(([checklist]) => this.isHeldBack(checklist));
    return this.#readable;
  }

  /** All ticks, as the changes that make them. */
  #changes(): StepChange[] {
    return [...this.#ticks.keys()].flatMap((checklist) => this.ticks(checklist));
  }

  /** Entry by entry. False where something can't be read. */
  #adopt(found: Found): boolean {
    const ticks: Ticks = new Map();
    let isWhole = isRecord(found.checklists);
    for (const [checklist, steps] of entriesOf(found.checklists)) {
      const all = entriesOf(steps);
      const times = all.filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && Number.isInteger(Date.parse(entry[1])),
      );
      isWhole &&= isRecord(steps) && times.length === all.length;
      // An empty one holds nothing but the name of what somebody may not want to be seen.
      if (times.length > 0) ticks.set(checklist, new Map(times));
    }
    if (isWhole) this.#document = found;
    // Nothing is taken from an open page by what can't be read.
    else this.#unsaved = [...this.#changes(), ...this.#unsaved];
    this.#ticks = ticks;
    for (const checklist of this.#private) this.#markRemembered(checklist);
    for (const change of this.#unsaved) this.#put(change);
    return isWhole;
  }

  /** Where ticks come from storage without the mark, they are from before there was one. */
  #markRemembered(checklist: string): void {
    const steps = this.#ticks.get(checklist);
    if (steps?.size && !steps.has(REMEMBERED)) steps.set(REMEMBERED, this.#now().toISOString());
  }

  #save(storage: StorageLike): void {
    const told = [...this.#ticks].filter(([checklist]) => !this.isHeldBack(checklist));
    const checklists = Object.fromEntries(told.map(([checklist, steps]) => [checklist, Object.fromEntries(steps)]));
    const text = JSON.stringify({ ...this.#document, checklists });
    write(storage, PROGRESS_KEY, text);
    this.#seen = this.#written = text;
  }
}

/** "3 of 8 done", "All 8 done". */
export function describeProgress(done: number, total: number): string {
  return `${done < total ? `${done} of` : 'All'} ${total} done`;
}

/** What is in storage, as JSON: `{ "version": 1, "checklists": { "its id": { "step": "time" } } }`, and what else stands there. */
interface Found {
  version?: number;
  checklists?: unknown;
}

/**
 * What stands in a text that is kept, empty where nothing can be read. Undefined where a later version wrote it. There is none before the first: whoever makes a second brings
 * the first into its form here.
 */
export function decode(text: string): Record<string, unknown> | undefined {
  try {
    const found: unknown = JSON.parse(text);
    if (isVersioned(found) && found.version >= VERSION) return found.version > VERSION ? undefined : found;
  } catch {
    // Nothing in it can be read.
  }
  return {};
}

/** A version is a whole number: what has another in its place was written by none. */
function isVersioned(found: unknown): found is Record<string, unknown> & { version: number } {
  return isRecord(found) && Number.isInteger(found['version']);
}

function entriesOf(found: unknown): [string, unknown][] {
  return isRecord(found) ? Object.entries(found) : [];
}

export function isRecord(found: unknown): found is Record<string, unknown> {
  return found instanceof Object && !Array.isArray(found);
}
