/** A line that says what was done, with a way back for as long as that is one. */
import type { Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import type { Outcome } from './note-store.ts';

export class ToldLine {
  readonly element = makeElement('p', { class: 'told' });
  readonly #status = makeElement('span', { role: 'status' });
  readonly #guard: Island['guard'];
  #holds: Outcome['holds'] = () => true;

  constructor(guard: Island['guard']) {
    this.#guard = guard;
    this.element.append(this.#status, ' ');
  }

  /** `undone` is called once it is taken back. */
  tell(text: string, { holds, undo }: Outcome, undone: () => void): void {
    this.clear();
    this.#status.textContent = text;
    this.#holds = holds;
    if (!undo) return;
    const back = makeElement('button', { type: 'button' }, 'Undo');
    back.onclick = this.#guard(() => {
      this.clear();
      undo();
      undone();
    });
    this.element.append(back);
    // What was pressed may be gone, and the focus with it.
    const { activeElement, body } = document;
    if (activeElement === body || !activeElement?.checkVisibility()) back.focus();
  }

  /** To be called whenever something else is done, and it would undo more than was told of. */
  clear(): void {
    this.#status.textContent = '';
    this.element.querySelector('button')?.remove();
  }

  /** To be called whenever what is kept may have changed: what was written since must not be overwritten, and what is forgotten must not come back. */
  look(): void {
    if (!this.#holds()) this.clear();
  }
}
