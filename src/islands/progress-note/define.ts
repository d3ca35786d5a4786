import { ProgressNoteElement } from './lt-progress-note.ts';

ProgressNoteElement.define();
