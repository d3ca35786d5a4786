/**
 * Which steps are done, kept on this device. No page, no clock and no storage of its own: what is kept and the time come in as
 * arguments, so everything here runs in Node. Nothing here throws; `status` tells when ticks can't be saved.
 */
import { NAMESPACE, type Kept, type StorageFault, type StorageLike } from './kept.ts';

export const PROGRESS_KEY = `${NAMESPACE}checklists`;
export const SET_ASIDE_KEY = `${PROGRESS_KEY}:set-aside`;
const VERSION = 1;

/** Stands among the steps of a private checklist that the person wants to be remembered. No step can be called so. */
export const REMEMBERED = '(remembered)';

/** `saved`: everything is in storage. Any other: new ticks last only as long as the page. */
export type ProgressStatus = 'saved' | 'later-version' | StorageFault;

/** A step, and the time it was ticked (ISO 8601), or undefined where it was unticked. */
export type StepChange = readonly [checklist: string, step: string, time: string | undefined];

/** Each function takes a document of the version it stands under and returns one of a later version. */
export type Migrations = Readonly<Record<number, (document: Record<string, unknown>) => unknown>>;

/** What is in storage, as JSON. */
interface ProgressDocument {
  version: number;
  checklists: Record<string, Record<string, string>>;
}

interface Surroundings {
  kept: Kept;
  now: () => Date;
  /** Version 1 is the first, so there is nothing to migrate from yet; tests bring their own. */
  migrations?: Migrations;
}

export class ProgressStore {
  readonly #kept: Kept;
  readonly #now: () => Date;
  readonly #migrations: Migrations;
  #status: ProgressStatus = 'saved';
  /** The text last seen in storage; empty where there was none. */
  #seen = '';
  #document = emptyDocument();
  /** Checklist → step → time: what is in storage, with `#unsaved` on top. */
  #ticks = new Map<string, Map<string, string>>();
  #unsaved: readonly StepChange[] = [];
  readonly #private = new Set<string>();

  constructor({ kept, now, migrations = {} }: Surroundings) {
    this.#kept = kept;
    this.#now = now;
    this.#migrations = migrations;
    this.#synchronize();
    kept.subscribe((forgotten) => {
      if (forgotten) this.#forget();
      this.#synchronize();
    });
  }

  isDone(checklist: string, step: string): boolean {
    return this.#ticks.get(checklist)?.has(step) ?? false;
  }

  /** When a step of it was last ticked, in milliseconds as `Date.parse` gives them; undefined where it has no tick. */
  lastTicked(checklist: string): number | undefined {
    const times = [...(this.#ticks.get(checklist)?.values() ?? [])].map(Date.parse);
    return times.length > 0 ? Math.max(...times) : undefined;
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
    this.#record([[checklist, step, done ? this.#now().toISOString() : undefined]]);
  }

  /** Unticks everything in a checklist, and returns what `restore` needs to bring it back. */
  clear(checklist: string): readonly StepChange[] {
    // Read first: another tab may have ticked a step that has not been seen here.
    this.#synchronize();
    const cleared = [...(this.#ticks.get(checklist) ?? [])].map(([step, time]): StepChange => [checklist, step, time]);
    this.#record(cleared.map(([, step]) => [checklist, step, undefined]));
    return cleared;
  }

  restore(cleared: readonly StepChange[]): void {
    this.#record(cleared);
  }

  status(): ProgressStatus {
    return this.#status;
  }

  /** Calls the listener after every change, whether made here, in another tab or by forgetting. It must not throw. Returns what ends it. */
  subscribe(listener: () => void): () => void {
    // This store was there before its listeners, so it hears of a change, and takes it in, before they do.
    return this.#kept.subscribe(listener);
  }

  /** Takes changes in, saves them where that is possible, and lets everybody know. */
  #record(changes: readonly StepChange[]): void {
    // Read before adding: what another tab forgot takes the ticks with it that were waiting, but not this new one.
    this.#synchronize();
    this.#unsaved = [...this.#unsaved, ...changes];
    // Into memory first: where storage can't be read, this is all there is.
    for (const change of changes) this.#put(change);
    // This store is the first to hear of it, and saves them then.
    this.#kept.notify();
  }

  #forget(): void {
    this.#unsaved = [];
    this.#ticks = new Map();
  }

  #put([checklist, step, time]: StepChange): void {
    const steps = this.#ticks.get(checklist) ?? new Map<string, string>();
    if (time === undefined) steps.delete(step);
    else steps.set(step, time);
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
    // What was there is gone: another tab forgot everything, and a tick waiting here must not bring it back.
    if (this.#seen && !text) this.#unsaved = [];
    this.#seen = text;
    const found = text ? decode(text, this.#migrations) : emptyDocument();
    if (found === 'later-version') return found;
    if (found) this.#adopt(found);
    else this.#setAside(storage, text);
    if (!found || this.#unsaved.some(([checklist, step]) => step === REMEMBERED || !this.isHeldBack(checklist))) this.#save(storage);
    // They stand on top of storage for good, as they are now: an earlier untick must not undo what another tab remembers.
    this.#unsaved = [...this.#ticks].flatMap(([checklist, steps]) =>
      this.isHeldBack(checklist) ? [...steps].map(([step, time]): StepChange => [checklist, step, time]) : [],
    );
    return 'saved';
  }

  #adopt(found: ProgressDocument): void {
    this.#document = found;
    this.#ticks = new Map(Object.entries(found.checklists).map(([checklist, steps]) => [checklist, new Map(Object.entries(steps))]));
    for (const checklist of this.#private) this.#markRemembered(checklist);
    for (const change of this.#unsaved) this.#put(change);
  }

  /** Where ticks come from storage without the mark, they are from before there was one. */
  #markRemembered(checklist: string): void {
    const steps = this.#ticks.get(checklist);
    if (steps?.size && !steps.has(REMEMBERED)) steps.set(REMEMBERED, this.#now().toISOString());
  }

  /** Never over text that is already set aside there, unless it is the same. */
  #setAside(storage: StorageLike, text: string): void {
    let key = SET_ASIDE_KEY;
    while (![null, text].includes(storage.getItem(key))) key += `:${this.#now().toISOString()}`;
    storage.setItem(key, text);
  }

  #save(storage: StorageLike): void {
    const told = [...this.#ticks].filter(([checklist]) => !this.isHeldBack(checklist));
    const checklists = Object.fromEntries(told.map(([checklist, steps]) => [checklist, Object.fromEntries(steps)]));
    const text = JSON.stringify({ ...this.#document, checklists });
    storage.setItem(PROGRESS_KEY, text);
    this.#seen = text;
  }
}

/** "3 of 8 done", "All 8 done". */
export function describeProgress(done: number, total: number): string {
  return done < total ? `${done} of ${total} done` : `All ${total} done`;
}

function emptyDocument(): ProgressDocument {
  return { version: VERSION, checklists: {} };
}

/** The document in a text; undefined where the text holds none. */
function decode(text: string, migrations: Migrations): ProgressDocument | 'later-version' | undefined {
  try {
    let found: unknown = JSON.parse(text);
    while (isVersioned(found) && found.version < VERSION) found = migrations[found.version]?.(found);
    if (isVersioned(found) && found.version > VERSION) return 'later-version';
    return isProgressDocument(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isVersioned(found: unknown): found is Record<string, unknown> & { version: number } {
  return isRecord(found) && typeof found['version'] === 'number';
}

function isProgressDocument(found: unknown): found is ProgressDocument {
  return isVersioned(found) && isRecordOf(found['checklists'], isTimes);
}

function isTimes(found: unknown): boolean {
  return isRecordOf(found, (time) => typeof time === 'string' && !Number.isNaN(Date.parse(time)));
}

function isRecordOf(found: unknown, isValue: (value: unknown) => boolean): boolean {
  return isRecord(found) && Object.values(found).every(isValue);
}

function isRecord(found: unknown): found is Record<string, unknown> {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}
