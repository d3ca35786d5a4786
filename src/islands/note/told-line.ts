/** A line that says what was done, with a way back for as long as that is one. */
import type { Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import type { Change, NoteStore } from './note-store.ts';

export class ToldLine {
  readonly element = makeElement('p', { class: 'told' });
  readonly #status = makeElement('span', { role: 'status' });
  readonly #notes: NoteStore;
  readonly #guard: Island['guard'];
  #life = {};

  constructor(notes: NoteStore, guard: Island['guard']) {
    this.#notes = notes;
    this.#guard = guard;
    this.element.append(this.#status, ' ');
  }

  /** `before` takes back what was done; `undone` is called once it is taken back. */
  tell(text: string, before: readonly Change[] | undefined, undone: () => void): void {
    this.clear();
    this.#status.textContent = text;
    if (!before) return;
    this.#life = this.#notes.life;
    const undo = makeElement('button', { type: 'button' }, 'Undo');
    undo.onclick = this.#guard(() => {
      this.clear();
      this.#notes.change(before);
      undone();
    });
    this.element.append(undo);
    // What was pressed may be gone, and the focus with it.
    const { activeElement, body } = document;
    if (activeElement === body || !activeElement?.checkVisibility()) undo.focus();
  }

  /** To be called whenever something else is done, and it would undo more than was told of. */
  clear(): void {
    this.#status.textContent = '';
    this.element.querySelector('button')?.remove();
  }

  /** To be called whenever what is kept may have changed: what is forgotten must not come back. */
  look(): void {
    if (this.#life !== this.#notes.life) this.clear();
  }
}
