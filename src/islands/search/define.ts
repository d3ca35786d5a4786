// Loaded as the link in the header loads it, so that page and dialog share all of the search in one file of script.
void import('./lt-search-dialog.ts');
