/** The copy of the site that a browser keeps: begun, renewed, and changed for a new one. */

import { admitOwnScripts } from '../../browser/own-scripts.ts';

/** Where the browser lets a page ask for such a copy. In an insecure origin it lets none. */
export interface Surroundings {
  readonly serviceWorker?: ServiceWorkerContainer;
  /** Chromium's alone. */
  readonly connection?: { readonly saveData?: boolean };
}

/**
 * Lets the worker at `address` keep a copy, unless somebody saves data: then there is a copy only if there was one. `tell` is called, perhaps more than once, when this page
 * is of an old version. Returns what loads the new one. Rejects where the browser does not allow a copy.
 */
export async function keepCopy(
  { serviceWorker, connection }: Surroundings,
  address: URL,
  tell: () => void,
  signal: AbortSignal,
): Promise<() => void> {
  if (!serviceWorker) throw new Error('No copy can be kept here');
  admitOwnScripts();
  const registration = await (connection?.saveData ? serviceWorker.getRegistration(address) : serviceWorker.register(address));
  const look = (): void => {
    if (registration?.waiting) tell();
  };
  const followNext = (): void => {
    registration?.installing?.addEventListener('statechange', look, { signal });
  };
  // A page that came from the network is as new as can be.
  if (serviceWorker.controller) {
    registration?.addEventListener('updatefound', followNext, { signal });
    // Loaded by another tab, or taken away.
    serviceWorker.addEventListener('controllerchange', tell, { signal });
    followNext();
    look();
  }
  return () => {
    if (!registration?.waiting) {
      location.reload();
      return;
    }
    serviceWorker.addEventListener('controllerchange', () => {
      location.reload();
    });
    // What Workbox's worker waits for.
    registration.waiting.postMessage({ type: 'SKIP_WAITING' });
  };
}
