/** Says how much of a checklist is done, in place of the served "Not started". */
import { startIsland } from '../../browser/island-error.ts';
import { describeProgress } from '../../browser/progress.ts';
import { progress } from '../../browser/shared-progress.ts';

export class ProgressNoteElement extends HTMLElement {
  static define(registry: CustomElementRegistry = customElements): void {
    if (!registry.get('lt-progress-note')) registry.define('lt-progress-note', this);
  }

  #stop: (() => void) | undefined;
  #served: string | undefined;

  connectedCallback(): void {
    this.#stop?.();
    this.#stop = startIsland(this, ({ signal, guard }) => {
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
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-progress-note': ProgressNoteElement;
  }
}
