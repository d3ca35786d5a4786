/** What the page for sorting connections keeps, which is much: in databases, and under a key that says so to all others. */
import { SORTING_KEY } from './forgetting.ts';

/** The stores of the databases, by their names: the second holds a list that somebody chose to keep. */
export const SORTING_DATABASES = { [SORTING_KEY]: 'work', [`${SORTING_KEY}-list`]: 'list' } as const;

/** Empties them. Resolves to false where the browser did not allow it. */
export async function forgetSorting(): Promise<boolean> {
  const emptied = await Promise.all(Object.entries(SORTING_DATABASES).map(([name, store]) => empty(name, store)));
  return emptied.every(Boolean);
}

function empty(name: string, store: string): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store);
    opening.onerror = () => {
      resolve(false);
    };
    opening.onsuccess = () => {
      const database = opening.result;
      const end = (isEmpty: boolean): void => {
        database.close();
        resolve(isEmpty);
      };
      // One of that name that is not ours has no such store.
      if (!database.objectStoreNames.contains(store)) {
        end(false);
        return;
      }
      const work = database.transaction(store, 'readwrite');
      work.objectStore(store).clear();
      work.oncomplete = work.onabort = ({ type }) => {
        end(type === 'complete');
      };
    };
  });
}
