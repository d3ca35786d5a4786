/** Says how much of a checklist is done, in place of the served "Not started". */
import { IslandElement, type Island } from '../../browser/island.ts';
import { describeProgress } from '../../browser/progress.ts';
import { progress } from '../../browser/shared-progress.ts';

export class ProgressNoteElement extends IslandElement {
  static override readonly tag = 'lt-progress-note';

  #served: string | undefined;

  protected override start({ signal, guard }: Island): void {
    const served = (this.#served ??= this.textContent);
    const { checklist = '', steps = '' } = this.dataset;
    // Only steps that are there now: a tick of a retired step may still be in storage.
    const ids = steps.split(' ');
    const show = (): void => {
      const done = ids.filter((step) => progress.isDone(checklist, step)).length;
      this.textContent = done ? describeProgress(done, ids.length) : served;
    };
    show();
    signal.addEventListener('abort', progress.subscribe(guard(show)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-progress-note': ProgressNoteElement;
  }
}
