/** A button that unticks a whole checklist, which can be undone. The checklist hears of it, and follows. */
import { AskInPlace } from '../../browser/ask-in-place.ts';
import { IslandElement, requireAttribute, type Island } from '../../browser/island.ts';
import { progress } from '../../browser/shared-progress.ts';

export class StartAgainElement extends IslandElement {
  static override readonly tag = 'lt-start-again';

  protected override start(island: Island): void {
    const checklist = requireAttribute(this, 'data-checklist');
    const name = requireAttribute(this, 'data-name');
    const asking = new AskInPlace(this, island, {
      offer: `Start again: ${name}`,
      question: () =>
        progress.ticks(checklist).length === 0 ? undefined : { text: `Untick all of “${name}”?`, yes: 'Untick', no: 'Keep them' },
      act: () => {
        const cleared = progress.clear(checklist);
        const { life } = progress;
        return {
          text: 'Unticked.',
          holds: () => progress.ticks(checklist).length === 0 && progress.life === life,
          undo: () => {
            progress.change(cleared);
          },
        };
      },
    });
    island.follow(progress, () => {
      asking.refresh();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-start-again': StartAgainElement;
  }
}
