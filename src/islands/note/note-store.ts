/**
 * What is kept of notes: what is put into blanks, drafts changed by hand, and the notes somebody keeps. Each lies under a key of its own, so that two tabs that
 * write at one moment lose nothing. No page, no clock and no storage of its own: all come in as arguments, so everything here runs in Node. Nothing here throws;
 * `status` tells when something can't be saved.
 */
import { NAMESPACE, setAside, write, type Kept, type StorageFault, type StorageLike } from '../../browser/kept.ts';

/** Keys begin so; what follows is the name of what is kept. */
export const NOTES_KEY = `${NAMESPACE}notes:`;
/** Keys begin so under which lies what could not be read. */
export const NOTES_SET_ASIDE_KEY = `${NAMESPACE}notes-set-aside:`;
const VERSION = 1;

/** Characters: many times what a note may have. What is longer was pasted by mistake. */
export const longest = 2_000;

/** As names begin: of what is put into a blank, of a draft by its occasion, of a note that is kept. */
export const names = { fact: 'fact:', draft: 'draft:', own: 'own:' } as const;

export interface Item {
  readonly text: string;
  /** Of a note that is kept: the occasion it was written for. */
  readonly occasion?: string;
}

/** What is kept under a name from now on; undefined where nothing is. */
export type Change = readonly [name: string, item: Item | undefined];

/** What comes of a change. */
export interface Outcome {
  /** Whether all of it still is as it was made, so that taking it back overwrites nothing that came after. */
  readonly holds: () => boolean;
  /** Takes it back. None where nothing had to be changed. */
  readonly undo?: () => void;
}

/** `set-aside`: all is saved but for something that could not be read. Any other: what is new lasts as long as the page. */
export type NotesStatus = 'saved' | 'set-aside' | 'later-version' | StorageFault;

interface Surroundings {
  readonly kept: Kept;
  readonly now: () => Date;
  /** Between 0 and 1, another one each time. */
  readonly chance: () => number;
}

/** Throws where storage does. */
const ownKeys = (storage: StorageLike): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(NAMESPACE));

export class NoteStore {
  readonly #kept: Kept;
  readonly #now: () => Date;
  readonly #chance: () => number;
  #items = new Map<string, Item>();
  /** What is not in storage as it should be. */
  readonly #unsaved = new Map<string, Item | undefined>();
  /** What a later version wrote: left as it is. */
  #later = new Set<string>();
  #isAnySetAside = false;
  /** Whether this site kept anything when that was last looked at. */
  #wasAnythingKept = false;
  #status: NotesStatus = 'saved';
  /** Whenever everything was forgotten, another one: what was there before must not come back then. */
  #life = {};

  constructor({ kept, now, chance }: Surroundings) {
    this.#kept = kept;
    this.#now = now;
    this.#chance = chance;
    this.#synchronize();
    kept.subscribe((forgotten) => {
      if (forgotten) this.#forget();
      this.#synchronize();
    });
  }

  /** Undefined where there is none; an empty text is one. */
  item(name: string): Item | undefined {
    return this.#items.get(name);
  }

  /** The names of the notes that are kept, newest first. */
  own(): string[] {
    return [...this.#items.keys()]
      .filter((name) => name.startsWith(names.own))
      .sort()
      .reverse();
  }

  status(): NotesStatus {
    return this.#status;
  }

  /** Makes changes, saves them where that is possible, and lets everybody know. */
  change(changes: readonly Change[]): Required<Outcome> {
    this.#synchronize();
    const before = changes.map(([name]): Change => [name, this.#items.get(name)]);
    const made = changes.map(([name, item]): Change => [name, item && { ...item, text: item.text.slice(0, longest) }]);
    for (const [name, item] of made) this.#unsaved.set(name, item);
    // This store is the first to hear of it, and saves them then.
    this.#kept.notify();
    return {
      holds: this.#holding(made),
      undo: () => {
        this.change(before);
      },
    };
  }

  /** Keeps a note among one's own, where it is not among them already. */
  keep(item: Item): Outcome {
    const known = this.own().find((name) => this.#items.get(name)?.text === item.text);
    if (known) return { holds: this.#holding([[known, item]]) };
    const mark = Math.floor(this.#chance() * 1e9).toString(36);
    return this.change([[`${names.own}${this.#now().toISOString()}.${mark}`, item]]);
  }

  #holding(made: readonly Change[]): () => boolean {
    const life = this.#life;
    return () => this.#life === life && made.every(([name, item]) => this.#items.get(name)?.text === item?.text);
  }

  /** Calls the listener after every change, whether made here, in another tab or by forgetting. It must not throw. Returns what ends it. */
  subscribe(listener: () => void): () => void {
    return this.#kept.subscribe(listener);
  }

  #forget(): void {
    this.#unsaved.clear();
    this.#isAnySetAside = false;
    this.#life = {};
  }

  #synchronize(): void {
    const fault = this.#kept.attempt((storage) => {
      this.#read(storage);
      this.#save(storage);
    });
    // Where storage can't be read, what was seen last and what is new is all there is.
    for (const [name, item] of this.#unsaved) this.#put(name, item);
    this.#status = fault ?? (this.#unsaved.size > 0 ? 'later-version' : this.#isAnySetAside ? 'set-aside' : 'saved');
  }

  #put(name: string, item: Item | undefined): void {
    if (item) this.#items.set(name, item);
    else this.#items.delete(name);
  }

  /** Throws where storage does. */
  #read(storage: StorageLike): void {
    const keys = ownKeys(storage);
    // What this site kept is gone, all of it: another tab forgot everything, and what waits here must not bring it back.
    if (this.#wasAnythingKept && keys.length === 0) this.#forget();
    this.#wasAnythingKept = keys.length > 0;
    const texts = keys
      .filter((key) => key.startsWith(NOTES_KEY))
      .map((key): [string, string] => [key.slice(NOTES_KEY.length), storage.getItem(key) ?? '']);
    const found = texts.map(([name, text]) => ({ name, text, item: decode(text) }));
    // All of it at once: where storage fails in between, what was seen last stays.
    this.#later = new Set(found.filter(({ item }) => item === 'later').map(({ name }) => name));
    this.#items = new Map(found.flatMap(({ name, item }) => (item && item !== 'later' ? [[name, item]] : [])));
    for (const { name, text, item } of found) if (!item) this.#setAside(storage, name, text);
  }

  #setAside(storage: StorageLike, name: string, text: string): void {
    this.#isAnySetAside = true;
    setAside(storage, NOTES_SET_ASIDE_KEY + name, text, this.#now);
    storage.removeItem(NOTES_KEY + name);
  }

  /** Throws where storage does; what was saved until then is. */
  #save(storage: StorageLike): void {
    for (const [name, item] of this.#unsaved) {
      if (this.#later.has(name)) continue;
      if (item) write(storage, NOTES_KEY + name, JSON.stringify({ version: VERSION, ...item }));
      else storage.removeItem(NOTES_KEY + name);
      this.#unsaved.delete(name);
      this.#put(name, item);
      // Whoever removes the last of it here has not forgotten everything. Looked at each time, since the next may fail.
      this.#wasAnythingKept = ownKeys(storage).length > 0;
    }
  }
}

/**
 * What is in storage, as JSON: `{ "version": 1, "text": "…", "occasion": "…" }`. Undefined where it can't be read. There is no version before the first: whoever makes
 * a second brings the first into its form here.
 */
function decode(text: string): Item | 'later' | undefined {
  try {
    const found = JSON.parse(text) as { version?: unknown; text?: unknown; occasion?: unknown } | null;
    const { version, text: kept, occasion } = found ?? {};
    if (!Number.isInteger(version) || Number(version) < VERSION) return undefined;
    if (Number(version) > VERSION) return 'later';
    if (typeof kept !== 'string') return undefined;
    return { text: kept.slice(0, longest), ...(typeof occasion === 'string' && { occasion }) };
  } catch {
    return undefined;
  }
}
