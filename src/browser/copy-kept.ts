/** Removes the copy of the site that the browser keeps for use without a network. It holds nothing of anybody's, but shows that somebody was here; the next page begins a new one. */
export async function forgetCopy(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) return;
    await registration.unregister();
    // Those of other sites on the same origin end otherwise.
    const own = (await caches.keys()).filter((name) => name.endsWith(registration.scope));
    await Promise.all(own.map((name) => caches.delete(name)));
  } catch {
    // Where the browser allows none there is none.
  }
}
