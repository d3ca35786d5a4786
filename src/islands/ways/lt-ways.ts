/**
 * Leads through the questions right where it stands. What that needs is loaded once somebody answers. Where it can't be had, the answer is pressed again, as the link that
 * it is; and so it is by whoever presses again before it is there.
 */
import { IslandElement, type Island } from '../../browser/island.ts';

export class WaysElement extends IslandElement {
  static override readonly tag = 'lt-ways';

  protected override start(island: Island): void {
    this.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.onclick = null;
      import('./walk.ts')
        .then((module) => module.walk(event, this, island))
        .catch(() => {
          (event.target as HTMLElement).click();
        });
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-ways': WaysElement;
  }
}
