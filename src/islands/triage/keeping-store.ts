/** Where the work of this page is kept: in two databases of the browser, since the list is large, and is read only by who chose to keep it. */
import { clear, createStore, entries, get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { SORTING_DATABASES } from '../../browser/sorting-kept.ts';
import type { DecisionStore, Entry } from './keeping.ts';

/** Every call rejects where the browser allows no storage. `mark` says to the other pages of this site whether anything is kept. */
export function openStore(mark: (isKept: boolean) => void): DecisionStore {
  const [work, list] = Object.entries(SORTING_DATABASES).map(([name, store]) => createStore(name, store)) as [UseStore, UseStore];
  return {
    read: async (keys) => {
      const found = await (keys ? readSome(work, keys) : entries<string, unknown>(work));
      if (found.some(([, value]) => value !== undefined)) mark(true);
      return found;
    },
    write: (changes) => {
      mark(true);
      return work('readwrite', async (store) => {
        const before = store.count();
        for (const [key, value] of changes) {
          if (value === undefined) store.delete(key);
          else store.put(value, key);
        }
        // At once: a page that is left then has kept it all the same.
        store.transaction.commit();
        await promisifyRequest(store.transaction);
        return before.result > 0;
      });
    },
    readList: () => get<unknown>('list', list),
    writeList: (kept) => {
      if (kept === undefined) return clear(list);
      mark(true);
      return set('list', kept, list);
    },
    clear: async () => {
      await clear(work);
      await clear(list);
      mark(false);
    },
  };
}

const readSome = (work: UseStore, keys: readonly string[]): Promise<Entry[]> =>
  work('readonly', (store) => Promise.all(keys.map(async (key): Promise<Entry> => [key, await promisifyRequest<unknown>(store.get(key))])));
