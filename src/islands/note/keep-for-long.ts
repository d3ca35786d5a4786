/** Asks the browser, once, not to remove what is kept here. Loaded when somebody keeps a note: what asks comes with what checklists need. */
import { askToKeep } from '../../browser/ask-to-keep.ts';

askToKeep();
