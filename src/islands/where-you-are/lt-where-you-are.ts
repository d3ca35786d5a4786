/** Chooses the way that a link leads into, else the one that was chosen last on this device. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';
import { kept } from '../../browser/shared-kept.ts';
import { keepPlace, readPlace } from './place.ts';

export class WhereYouAreElement extends IslandElement {
  static override readonly tag = 'lt-where-you-are';

  protected override start({ signal, guard }: Island): void {
    const keep = guard(({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.type === 'radio') keepPlace(kept, target.value);
    });
    const follow = guard(() => {
      const target = this.#chooseByLink();
      // It was hidden when the browser wanted to go there.
      target?.scrollIntoView();
    });
    // Firefox brings back what was chosen when a page is loaded again; the link and what is kept go before it. Told by script: HTML knows no such attribute here.
    for (const radio of this.querySelectorAll<HTMLInputElement>('[name=where-you-are]')) radio.autocomplete = 'off';
    if (!this.#chooseByLink()) this.#choose(readPlace(kept));
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
    if (place) requirePart(this, `[value=${place}]`, HTMLInputElement).checked = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-where-you-are': WhereYouAreElement;
  }
}
