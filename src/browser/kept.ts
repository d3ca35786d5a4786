/**
 * What this site keeps on the device, whichever island keeps it: under one namespace, used so that nothing throws, followed by all islands
 * that show it, and forgotten all at once. No storage of its own: that comes in as an argument, so everything here runs in Node.
 */

/** Every key of this site begins so. */
export const NAMESPACE = 'loose-ties:';

/** Under it lies what is ticked. */
export const PROGRESS_KEY = `${NAMESPACE}checklists`;

/** Keys begin so under which lies what could not be read. */
export const SET_ASIDE_KEY = `${NAMESPACE}checklists:set-aside`;

/** Under it lies the plan of a clean-up. */
export const PLAN_KEY = `${NAMESPACE}plan`;

/** Keys begin so under which lies a plan that could not be read. */
export const PLAN_SET_ASIDE_KEY = `${NAMESPACE}plan:set-aside`;

export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Why storage could not be used. */
export type StorageFault = 'blocked' | 'full';

/** `forgotten`: all was to be forgotten, so what waits to be kept must go too, even where the browser did not allow it. */
type Listener = (forgotten: boolean) => void;

/** Throws where it is not there then: some storage accepts everything, and forgets it. */
export function write(storage: StorageLike, key: string, text: string): void {
  storage.setItem(key, text);
  if (storage.getItem(key) !== text) throw new Error(key);
}

/**
 * Keeps a text that can't be read beside what is kept from then on. Never over another that is set aside already: that has the key, and this one the time in its own.
 * Throws where storage does.
 */
export function setAside(storage: StorageLike, key: string, text: string, now: () => Date): void {
  let free = key;
  while (![null, text].includes(storage.getItem(free))) free += `:${now().toISOString()}`;
  write(storage, free, text);
}

/** To be asked before what is gone is taken for forgotten. Throws where this storage forgets by itself. */
export function requireMemory(storage: StorageLike): void {
  write(storage, NAMESPACE, NAMESPACE);
  storage.removeItem(NAMESPACE);
}

export class Kept {
  readonly #storage: () => StorageLike;
  readonly #listeners = new Set<Listener>();

  /** `storage` may throw, or give nothing: a browser can forbid even asking. */
  constructor(storage: () => StorageLike) {
    this.#storage = storage;
  }

  /** Reads or writes. Returns why that could not be done to its end, if it couldn't. */
  attempt(work: (storage: StorageLike) => void): StorageFault | undefined {
    try {
      work(this.#storage());
      return undefined;
    } catch (error) {
      // Firefox before 2025 says NS_ERROR_DOM_QUOTA_REACHED, everybody else QuotaExceededError.
      return /quota/i.test(String(error)) ? 'full' : 'blocked';
    }
  }

  /** Calls the listener whenever what is kept may have changed, here or in another tab. It must not throw. Returns what ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** To be called when what is kept may have changed; `forgotten` as the listeners hear it. */
  notify(forgotten = false): void {
    for (const listener of this.#listeners) listener(forgotten);
  }
}
