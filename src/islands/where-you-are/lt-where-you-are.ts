/** Chooses the way that a link leads into, else the one that was chosen last on this device. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';
import { kept } from '../../browser/shared-kept.ts';
import { keepPlace, readPlace } from './place.ts';

export class WhereYouAreElement extends IslandElement {
  static override readonly tag = 'lt-where-you-are';

  #place: string | undefined;

  protected override start({ signal, guard, follow: followStore }: Island): void {
    const keep = guard(({ target }: Event) => {
      if (!(target instanceof HTMLInputElement && target.type === 'radio')) return;
      this.#place = target.value;
      keepPlace(kept, target.value);
    });
    const follow = guard(() => {
      const target = this.#chooseByLink();
      // It was hidden when the browser wanted to go there.
      target?.scrollIntoView();
    });
    if (!this.#chooseByLink()) this.#choose(readPlace(kept) ?? requirePart(this, ':checked', HTMLInputElement).value);
    // What another tab chooses since moves nothing here; but a browser that reopens a tab brings back what was chosen in it.
    followStore(kept, () => {
      this.#choose(this.#place);
    });
    this.addEventListener('change', keep, { signal });
    addEventListener('hashchange', follow, { signal });
    this.dataset['started'] = '';
    signal.addEventListener('abort', () => {
      delete this.dataset['started'];
    });
  }

  /** What the page's address leads to, where that stands in one of the ways. (While scripts start, not every browser knows its target yet.) */
  #chooseByLink(): Element | undefined {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !this.contains(target)) return undefined;
    this.#choose(target.closest<HTMLElement>('[data-on]')?.dataset['on']);
    return target;
  }

  #choose(place: string | undefined): void {
    if (!place) return;
    this.#place = place;
    requirePart(this, `[value=${place}]`, HTMLInputElement).checked = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-where-you-are': WhereYouAreElement;
  }
}
