/** A button that removes all that this site keeps on the device. Other islands hear of it, and follow. */
import { AskInPlace } from '../../browser/ask-in-place.ts';
import { IslandElement, type Island } from '../../browser/island.ts';
import { forgetEverything, isAnythingKept, isSortingKept, refused } from '../../browser/forgetting.ts';
import { kept } from '../../browser/shared-kept.ts';

/** Loaded where it is needed, which is seldom. */
const forgetSorting = (): Promise<boolean> =>
  import('../../browser/sorting-kept.ts').then(
    (sorting) => sorting.forgetSorting(),
    () => false,
  );

const forgetCopy = (): Promise<void> =>
  import('../../browser/copy-kept.ts').then(
    (copy) => copy.forgetCopy(),
    () => undefined,
  );

export class ForgetElement extends IslandElement {
  static override readonly tag = 'lt-forget';

  protected override start(island: Island): void {
    const asking = new AskInPlace(this, island, {
      offer: 'Forget everything on this device',
      question: () => ({
        text: 'Forget everything this site keeps on this device? There is no undo.',
        yes: 'Forget',
        no: 'Keep it',
      }),
      act: () => {
        const isSorting = isSortingKept(kept);
        const isForgotten = forgetEverything(kept);
        void forgetCopy();
        const tell = (isDone: boolean): string => (isDone ? 'Forgotten. Nothing is kept on this device.' : refused);
        const text = isSorting ? forgetSorting().then((isEmpty) => tell(isForgotten && isEmpty)) : tell(isForgotten);
        const before = isAnythingKept(kept);
        return { text, holds: () => isAnythingKept(kept) === before };
      },
    });
    island.follow(kept, () => {
      asking.refresh();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-forget': ForgetElement;
  }
}
