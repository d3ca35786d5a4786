import('./lt-new-version.ts').catch(() => {
  // The page is whole without it.
});
