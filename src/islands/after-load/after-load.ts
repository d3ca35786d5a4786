/** What every page has that may ask for anything, once it is all there. Each part is worth having alone. */
const isWholeWithout = (): void => undefined;

import('../new-version/lt-new-version.ts').catch(isWholeWithout);

// A browser that can't be asked has none.
const hasRules = 'supports' in HTMLScriptElement && HTMLScriptElement.supports('speculationrules');
if (!hasRules) {
  import('../next-page/fetch-next-pages.ts').then(({ fetchNextPages }) => {
    fetchNextPages(navigator);
  }, isWholeWithout);
}

export {};
