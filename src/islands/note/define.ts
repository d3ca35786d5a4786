import { NoteElement } from './lt-note.ts';

NoteElement.define();
