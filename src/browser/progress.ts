/**
 * Which steps are done, kept on this device. No page, no clock and no storage of its own: storage and time come in as
 * arguments, so everything here runs in Node. Nothing here throws; `status` tells when ticks can't be saved.
 */

export const NAMESPACE = 'loose-ties:';
export const PROGRESS_KEY = `${NAMESPACE}checklists`;
export const SET_ASIDE_KEY = `${PROGRESS_KEY}:set-aside`;
const VERSION = 1;

export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `saved`: everything is in storage. Any other: new ticks last only as long as the page. */
export type ProgressStatus = 'saved' | 'blocked' | 'full' | 'later-version';

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
  /** May throw, or give nothing: a browser can forbid even asking. */
  storage: () => StorageLike;
  now: () => Date;
  /** Version 1 is the first, so there is nothing to migrate from yet; tests bring their own. */
  migrations?: Migrations;
}

export type ProgressStore = ReturnType<typeof createProgressStore>;

export function createProgressStore({ storage, now, migrations = {} }: Surroundings) {
  let status: ProgressStatus = 'saved';
  /** The text last seen in storage; empty where there was none. */
  let seen = '';
  let document = emptyDocument();
  /** Checklist → step → time: what is in storage, with `unsaved` on top. */
  let ticks = new Map<string, Map<string, string>>();
  let unsaved: StepChange[] = [];
  const listeners = new Set<() => void>();

  function put([checklist, step, time]: StepChange): void {
    const steps = ticks.get(checklist) ?? new Map<string, string>();
    if (time === undefined) steps.delete(step);
    else steps.set(step, time);
    if (steps.size) ticks.set(checklist, steps);
    else ticks.delete(checklist);
  }

  /** Never over text that is already set aside there, unless it is the same. */
  function setAside(store: StorageLike, text: string): void {
    let key = SET_ASIDE_KEY;
    while (![null, text].includes(store.getItem(key))) key += `:${now().toISOString()}`;
    store.setItem(key, text);
  }

  /** Reads, and writes what is unsaved into what was read, so that another tab's ticks are kept. */
  function synchronize(): void {
    try {
      const store = storage();
      const text = store.getItem(PROGRESS_KEY) ?? '';
      // What was there is gone: another tab forgot everything, and a tick waiting here must not bring it back.
      if (seen && !text) unsaved = [];
      seen = text;
      const found = text ? decode(text, migrations) : emptyDocument();
      if (found === 'later-version') {
        status = found;
        return;
      }
      if (found) {
        document = found;
        ticks = new Map(Object.entries(found.checklists).map(([slug, steps]) => [slug, new Map(Object.entries(steps))]));
        unsaved.forEach(put);
      } else {
        setAside(store, text);
      }
      if (!found || unsaved.length) {
        const checklists = Object.fromEntries([...ticks].map(([slug, steps]) => [slug, Object.fromEntries(steps)]));
        const next = JSON.stringify({ ...document, checklists });
        store.setItem(PROGRESS_KEY, next);
        seen = next;
        unsaved = [];
      }
      status = 'saved';
    } catch (error) {
      // Firefox before 2025 says NS_ERROR_DOM_QUOTA_REACHED, everybody else QuotaExceededError.
      status = error instanceof Error && /quota/i.test(error.name) ? 'full' : 'blocked';
    }
  }

  function reload(): void {
    synchronize();
    for (const listener of listeners) listener();
  }

  function change(changes: readonly StepChange[]): void {
    // Read before adding: what another tab forgot takes the ticks with it that were waiting, but not this new one.
    synchronize();
    unsaved.push(...changes);
    // Into memory first: where storage can't be read, this is all there is.
    changes.forEach(put);
    reload();
  }

  synchronize();

  return {
    isDone: (checklist: string, step: string): boolean => ticks.get(checklist)?.has(step) ?? false,

    doneSteps: (checklist: string): ReadonlySet<string> => new Set(ticks.get(checklist)?.keys()),

    /** The checklist that was ticked last, of those named or of all; undefined where none of them has a tick. */
    latest(among: Iterable<string> = ticks.keys()): string | undefined {
      let last = -Infinity;
      let latest: string | undefined;
      for (const checklist of among) {
        const time = Math.max(...[...(ticks.get(checklist)?.values() ?? [])].map(Date.parse));
        if (time > last) [last, latest] = [time, checklist];
      }
      return latest;
    },

    setDone(checklist: string, step: string, done: boolean): void {
      change([[checklist, step, done ? now().toISOString() : undefined]]);
    },

    /** Unticks everything in a checklist, and returns what `restore` needs to bring it back. */
    clear(checklist: string): readonly StepChange[] {
      // Read first: another tab may have ticked a step that has not been seen here.
      synchronize();
      const cleared = [...(ticks.get(checklist) ?? [])].map(([step, time]): StepChange => [checklist, step, time]);
      change(cleared.map(([slug, step]) => [slug, step, undefined]));
      return cleared;
    },

    restore(cleared: readonly StepChange[]): void {
      change(cleared);
    },

    /** Removes all that this site keeps, data of other islands included. False where the browser did not allow it. */
    forgetEverything(): boolean {
      let forgotten = true;
      unsaved = [];
      ticks = new Map();
      try {
        const store = storage();
        // All names first: the order of keys may change with every removal.
        const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
        for (const key of keys) if (key?.startsWith(NAMESPACE)) store.removeItem(key);
      } catch {
        forgotten = false;
      }
      reload();
      return forgotten;
    },

    status: (): ProgressStatus => status,

    /** Calls the listener after every change and every reload. It must not throw. Returns what ends it. */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Reads again, and saves what could not be saved before. */
    reload,
  };
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
