// Page and dialog share all of the search, so they share one file of script.
import './lt-search-dialog.ts';
