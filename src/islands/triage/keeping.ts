/** Binds the work of this page to storage, and tabs to each other. Nothing here rejects: `status` tells what could not be kept. */
import type { Report } from './archive/messages.ts';
import { daysBetween } from './days.ts';
import { asDecided, asSettings, defaults, isRecord, type Settings } from './decisions-file.ts';
import type { Change, Decisions } from './decisions.ts';
import type { Person } from './person.ts';
import type { PlainDate } from './plain-date.ts';

/** Undefined: nothing is kept under the key. */
export type Entry = readonly [key: string, value: unknown];

/** Each person is an entry of its own, so that two tabs write over nothing of each other. Every call rejects where storage fails. */
export interface DecisionStore {
  /** Those under these keys, each in its place; else all there are. */
  readonly read: (keys?: readonly string[]) => Promise<readonly Entry[]>;
  /** All or nothing. Resolves to whether anything was there before. */
  readonly write: (changes: readonly Entry[]) => Promise<boolean>;
  readonly readList: () => Promise<unknown>;
  readonly writeList: (list: KeptList | undefined) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** Between the tabs of one browser: a BroadcastChannel. */
export interface Channel {
  onmessage: ((event: MessageEvent) => unknown) | null;
  readonly postMessage: (message: Message) => void;
}

/** Which entries changed, for others to read them; or that all was forgotten. */
type Message = readonly string[] | 'forgotten';

/**
 * `kept`: all is in storage. `blocked`, `full`: what is new lasts only as long as the page. `forgotten by the browser`: what was kept is there no more, but still
 * here; `keepAgain` keeps it anew, unless somebody forgot it elsewhere.
 */
export type KeepingStatus = 'kept' | 'blocked' | 'full' | 'forgotten by the browser';

export interface KeptList {
  readonly version: 1;
  readonly on: PlainDate;
  readonly people: readonly Person[];
  readonly report: Report;
}

/** Days after which a kept list is removed. */
export const LIST_DAYS = 30;

/** Entries in one transaction: 30,000 at once hold a page up for half a second. */
const MAX_BATCH = 1_000;

const DECISION = 'decision:';
const NEVER_TOUCH = 'never-touch:';
const SETTINGS = 'settings';
/** Stands beside whatever is kept: where it is missing too, it was not somebody here who took the last of it out. */
const begun: Entry = ['begun', true];

export class Keeping {
  readonly #store: DecisionStore;
  readonly #decisions: Decisions;
  readonly #channel: Channel | undefined;
  readonly #neverTouch = new Map<string, string>();
  #settings = defaults;
  #fault: 'blocked' | 'full' | undefined;
  #isForgotten = false;
  /** Whether storage has had anything. */
  #hasBegun = false;
  #isListKept = false;
  /** What storage does not have yet. */
  readonly #unsaved = new Map<string, unknown>();
  /** Ends when everything that was asked of storage has. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<() => void>();

  /** `channel` is missing where the browser gives none. */
  constructor(store: DecisionStore, decisions: Decisions, channel: Channel | undefined) {
    this.#store = store;
    this.#decisions = decisions;
    this.#channel = channel;
    decisions.subscribe((keys, origin) => {
      if (origin === 'here') this.#save(keys.map((key) => [DECISION + key, decisions.of(key)]));
    });
    if (channel) {
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        this.#hear(data);
      };
    }
  }

  get status(): KeepingStatus {
    return this.#fault ?? (this.#isForgotten ? 'forgotten by the browser' : 'kept');
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Whether the list is kept too, as far as this tab knows. */
  get isListKept(): boolean {
    return this.#isListKept;
  }

  /** Names by their keys. */
  get neverTouch(): ReadonlyMap<string, string> {
    return this.#neverTouch;
  }

  /** Calls the listener when the status, a setting or who is never to be touched may have changed. Returns what ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  change(settings: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...settings };
    this.#save([[SETTINGS, this.#settings]]);
  }

  setNeverTouch(people: readonly Pick<Person, 'key' | 'name'>[], never: boolean): void {
    for (const { key, name } of people) this.#putNeverTouch(key, never ? name : undefined);
    this.#save(people.map(({ key }) => [NEVER_TOUCH + key, this.#neverTouch.get(key)]));
  }

  /** Reads what is kept: at the start, and when a page is shown again that may have missed what other tabs did. */
  load(): Promise<void> {
    return this.#attempt(async () => {
      const found = await this.#store.read();
      const isAnythingSaved = this.#kept().some(([key]) => !this.#unsaved.has(key));
      if (found.length === 0 && isAnythingSaved) this.#isForgotten = true;
      this.#hasBegun = found.length > 0;
      if (!this.#isForgotten) this.#dropBut(new Set(found.map(([key]) => key)));
      this.#adopt(found);
      await this.#saveAll();
    });
  }

  /** Resolves once storage has been asked for everything, whether it did it or not. */
  async flush(): Promise<void> {
    await this.#last;
  }

  /** Keeps what is here, after the browser has forgotten it. */
  async keepAgain(): Promise<void> {
    this.#isForgotten = false;
    this.#save(this.#kept());
    await this.flush();
  }

  /** False where storage did not take it. */
  async keepList(people: readonly Person[], report: Report, today: PlainDate): Promise<boolean> {
    return (this.#isListKept = await this.#writeList({ version: 1, on: today, people, report }));
  }

  async dropList(): Promise<boolean> {
    const isDropped = await this.#writeList(undefined);
    if (isDropped) this.#isListKept = false;
    return isDropped;
  }

  /** Undefined where none is kept. Removes one that is too old. */
  async keptList(today: PlainDate): Promise<KeptList | undefined> {
    const found = await this.#inOrder(() => this.#store.readList());
    if (!isKeptList(found)) return undefined;
    const age = daysBetween(found.on, today);
    // From a day to come: the clock was wrong then, and would keep it for as long as it was.
    this.#isListKept = age >= 0 && age < LIST_DAYS;
    if (this.#isListKept) return found;
    await this.dropList();
    return undefined;
  }

  /** Everything, in all tabs. True only if nothing is found afterwards. */
  async forget(): Promise<boolean> {
    this.#reset();
    const isForgotten = await this.#inOrder(async () => {
      await this.#store.clear();
      // That nothing is there now is no news.
      this.#hasBegun = this.#isForgotten = false;
      this.#channel?.postMessage('forgotten');
      const isEmpty = (await this.#store.read()).length === 0 && (await this.#store.readList()) === undefined;
      // What was decided since may have been written before it was cleared.
      this.#save(this.#kept());
      return isEmpty;
    });
    // What could not be forgotten is shown as it is.
    if (!isForgotten) await this.load();
    return isForgotten ?? false;
  }

  #hear(message: Message): void {
    if (message === 'forgotten') {
      this.#reset();
      // What this tab was writing at that moment may be there all the same: then it is shown.
      void this.load();
    } else {
      // Read, not told: of two tabs that write at one moment, both then have what storage has.
      void this.#attempt(async () => {
        this.#adopt(await this.#store.read(message));
        await this.#saveAll();
      });
    }
  }

  #reset(): void {
    this.#unsaved.clear();
    this.#neverTouch.clear();
    this.#settings = defaults;
    this.#isForgotten = this.#hasBegun = this.#isListKept = false;
    this.#decisions.forget();
    this.#tell();
  }

  /** All that is to be kept. */
  #kept(): Entry[] {
    return [
      ...[...this.#decisions.entries()].map(([key, decided]): Entry => [DECISION + key, decided]),
      ...[...this.#neverTouch].map(([key, name]): Entry => [NEVER_TOUCH + key, name]),
      ...(this.#settings === defaults ? [] : [[SETTINGS, this.#settings] as Entry]),
    ];
  }

  /** What another tab has taken out of storage goes here too. */
  #dropBut(keys: ReadonlySet<string>): void {
    this.#adopt(this.#kept().flatMap(([key]): Entry[] => (keys.has(key) ? [] : [[key, undefined]])));
  }

  /** Takes in what storage has, but for what is newer here. What can't be read stays there as it is. */
  #adopt(entries: readonly Entry[]): void {
    const decided: Change[] = [];
    for (const [key, value] of entries) {
      if (this.#unsaved.has(key)) continue;
      if (key.startsWith(DECISION)) {
        const read = asDecided(value);
        if (read || value === undefined) decided.push([key.slice(DECISION.length), read]);
      } else if (key.startsWith(NEVER_TOUCH)) {
        this.#putNeverTouch(key.slice(NEVER_TOUCH.length), value);
      } else if (key === SETTINGS) {
        this.#settings = value === undefined ? defaults : asSettings(value);
      }
    }
    this.#decisions.receive(decided);
    this.#tell();
  }

  #putNeverTouch(key: string, name: unknown): void {
    if (typeof name === 'string') this.#neverTouch.set(key, name);
    else this.#neverTouch.delete(key);
  }

  #save(changes: readonly Entry[]): void {
    for (const [key, value] of changes) this.#unsaved.set(key, value);
    this.#tell();
    void this.#attempt(() => this.#saveAll());
  }

  /** With what could not be saved before, in transactions none of which holds the page up. */
  async #saveAll(): Promise<void> {
    while (this.#unsaved.size > 0) {
      const batch = [...this.#unsaved].slice(0, MAX_BATCH);
      const wasThere = await this.#store.write([begun, ...batch]);
      if (this.#hasBegun && !wasThere) this.#isForgotten = true;
      this.#hasBegun = true;
      // Meanwhile it may have changed again, or have been forgotten.
      for (const [key, value] of batch) if (this.#unsaved.get(key) === value) this.#unsaved.delete(key);
      this.#channel?.postMessage(batch.map(([key]) => key));
    }
  }

  async #writeList(list: KeptList | undefined): Promise<boolean> {
    return (await this.#inOrder(() => this.#store.writeList(list).then(() => true))) ?? false;
  }

  /** Work with storage that shows in the status whether it went well. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    await this.#inOrder(async () => {
      try {
        await work();
        this.#fault = undefined;
      } catch (error) {
        // Firefox before 2025 says NS_ERROR_DOM_QUOTA_REACHED, everybody else QuotaExceededError.
        this.#fault = /quota/i.test(String(error)) ? 'full' : 'blocked';
      }
      this.#tell();
    });
  }

  /** After everything that was asked of storage before. Undefined where it failed. */
  #inOrder<Found>(work: () => Promise<Found>): Promise<Found | undefined> {
    const done = this.#last.then(work).catch((): undefined => undefined);
    this.#last = done;
    return done;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const isKeptList = (found: unknown): found is KeptList => isRecord(found) && found['version'] === 1 && Array.isArray(found['people']);
