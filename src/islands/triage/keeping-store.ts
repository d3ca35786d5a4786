/** Where the work of this page is kept: in two databases of the browser, since the list is large, and is read only by who chose to keep it. */
import { clear, createStore, entries, get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import type { DecisionStore, Entry } from './keeping.ts';

export const DATABASE = 'loose-ties:triage';

/** Every call rejects where the browser allows no storage. */
export function openStore(): DecisionStore {
  const work = createStore(DATABASE, 'work');
  const list = createStore(`${DATABASE}-list`, 'list');
  return {
    read: (keys) => (keys ? readSome(work, keys) : entries<string, unknown>(work)),
    write: (changes) =>
      work('readwrite', (store) => {
        for (const [key, value] of changes) {
          if (value === undefined) store.delete(key);
          else store.put(value, key);
        }
        return promisifyRequest(store.transaction);
      }),
    readList: () => get<unknown>('list', list),
    writeList: (kept) => (kept === undefined ? clear(list) : set('list', kept, list)),
    clear: async () => {
      await clear(work);
      await clear(list);
    },
  };
}

const readSome = (work: UseStore, keys: readonly string[]): Promise<Entry[]> =>
  work('readonly', (store) => Promise.all(keys.map(async (key): Promise<Entry> => [key, await promisifyRequest<unknown>(store.get(key))])));
