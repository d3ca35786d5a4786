// Page and dialog share all of the search, so they share one file of script, which defines the elements of both.
import './lt-search-dialog.ts';
