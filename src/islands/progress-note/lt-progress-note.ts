/** Says how much of a checklist is done, in place of the served "7 steps". */
import { IslandElement, requireAttribute, type Island } from '../../browser/island.ts';
import { describeProgress } from '../../browser/progress.ts';
import { progress } from '../../browser/shared-progress.ts';

export class ProgressNoteElement extends IslandElement {
  static override readonly tag = 'lt-progress-note';

  #served: string | undefined;

  protected override start({ signal, follow }: Island): void {
    const served = (this.#served ??= this.textContent);
    const checklist = requireAttribute(this, 'data-checklist');
    // Only steps that are there now: a tick of a retired step may still be in storage.
    const steps = requireAttribute(this, 'data-steps').split(' ');
    const fill = (text: string): void => {
      if (this.textContent !== text) this.textContent = text;
    };
    follow(progress, () => {
      const done = steps.filter((step) => progress.isDone(checklist, step)).length;
      fill(done ? describeProgress(done, steps.length) : served);
    });
    // Stopped, it hears of no change any more.
    signal.addEventListener('abort', () => {
      fill(served);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-progress-note': ProgressNoteElement;
  }
}
