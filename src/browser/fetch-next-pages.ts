/** Loaded where a browser knows no rules for the next page (lib/site/next-pages.ts): it is asked for before somebody goes there, and whatever the host lets a browser keep is then there at the press. */

interface Surroundings {
  /** What has a copy of all pages needs no more. */
  readonly serviceWorker?: ServiceWorkerContainer;
  /** Chromium's alone. */
  readonly connection?: { readonly saveData?: boolean };
}

/** Milliseconds on a link after which somebody means it, and is not only on the way to something else. */
const meant = 100;

const pageBehind = (target: EventTarget | null): string | undefined => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  // As in those rules.
  const leadsOn = link?.origin === location.origin && link.pathname.endsWith('/') && !link.pathname.endsWith('/search/');
  return leadsOn && link.pathname !== location.pathname ? link.origin + link.pathname : undefined;
};

export function fetchNextPages({ serviceWorker, connection }: Surroundings): void {
  if (connection?.saveData) return;
  const asked = new Set<string>();
  const ask = (page: string): void => {
    if (asked.has(page) || serviceWorker?.controller) return;
    asked.add(page);
    fetch(page, { priority: 'low' }).catch(() => {
      // It is asked for again when somebody goes there.
    });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener('pointerover', ({ target }) => {
    clearTimeout(timer);
    const page = pageBehind(target);
    if (page) timer = setTimeout(ask, meant, page);
  });
  addEventListener('pointerdown', ({ target }) => {
    const page = pageBehind(target);
    if (page) ask(page);
  });
}
