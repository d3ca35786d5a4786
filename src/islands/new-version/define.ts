// Nothing of it is wanted before the page is all there.
addEventListener('load', () => {
  import('./lt-new-version.ts').catch(() => {
    // The page is whole without it.
  });
});
