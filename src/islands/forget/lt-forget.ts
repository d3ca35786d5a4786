/** A button that removes all that this site keeps on the device. Other islands follow through the store. */
import { IslandElement, type Island } from '../../browser/island.ts';
import { progress } from '../../browser/shared-progress.ts';
import { askInPlace } from '../../browser/ask-in-place.ts';

export class ForgetElement extends IslandElement {
  static override readonly tag = 'lt-forget';

  protected override start(island: Island): void {
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
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-forget': ForgetElement;
  }
}
