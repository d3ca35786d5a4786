/** A button that removes all that this site keeps on the device. Other islands follow through the store. */
import { startIsland } from '../../browser/island-error.ts';
import { progress } from '../../browser/shared-progress.ts';
import { askInPlace } from '../ask-in-place.ts';

export class ForgetElement extends HTMLElement {
  static define(registry: CustomElementRegistry = customElements): void {
    if (!registry.get('lt-forget')) registry.define('lt-forget', this);
  }

  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop?.();
    this.#stop = startIsland(this, (island) => {
      const refresh = askInPlace(this, island, {
        offer: 'Forget everything on this device',
        question: () => ({
          text: 'Forget everything this site keeps on this device? There is no undo.',
          yes: 'Forget',
          no: 'Keep it',
        }),
        act: () => ({
          text: progress.forgetEverything()
            ? 'Forgotten. Nothing is kept on this device.'
            : 'The browser did not allow it: clear the data of this site in the browser’s settings.',
        }),
      });
      island.signal.addEventListener('abort', progress.subscribe(island.guard(refresh)));
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-forget': ForgetElement;
  }
}
