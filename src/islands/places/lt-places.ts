/** Gives the places of a page a link to themselves. What that needs is loaded once somebody points at something or has reached it. */
import { IslandElement, type Island } from '../../browser/island.ts';

export class PlacesElement extends IslandElement {
  static override readonly tag = 'lt-places';

  protected override start(island: Island): void {
    const link = island.guard(({ linkPlaces }: typeof import('./place-links.ts')) => {
      linkPlaces(this, island);
    });
    const load = (): void => {
      import('./place-links.ts').then(link, () => {
        // The page is whole without them.
      });
    };
    for (const type of ['pointerover', 'focusin'])
      document.querySelector('main')?.addEventListener(type, load, { once: true, signal: island.signal });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-places': PlacesElement;
  }
}
