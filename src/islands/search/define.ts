import { IslandError } from '../../browser/island.ts';

// Loaded as the link in the header loads it, so that page and dialog share all of the search in one file of script.
import('./lt-search-dialog.ts').catch((cause: unknown) => {
  console.error(new IslandError('lt-search', cause));
});
