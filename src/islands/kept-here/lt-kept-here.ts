/** Says how much of what this site keeps is on the device now, whichever tab keeps or forgets it. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';
import { SORTING_KEY } from '../../browser/forgetting.ts';
import { NAMESPACE } from '../../browser/kept.ts';
import { makeElement } from '../../browser/make-element.ts';
import { kept } from '../../browser/shared-kept.ts';
import { howMuch, inWords } from './how-much.ts';

export class KeptHereElement extends IslandElement {
  static override readonly tag = 'lt-kept-here';

  protected override start({ signal, follow }: Island): void {
    const places = new Map(Array.from(this.querySelectorAll<HTMLElement>('[data-now]'), (place) => [place.dataset['now'] ?? '', place]));
    const unlisted = makeElement('span', { 'data-now': '' });
    const other = makeElement('li', {}, makeElement('strong', {}, 'Something of another version of this site'), unlisted);
    const list = requirePart(this, 'ul');
    follow(kept, () => {
      let texts: (readonly [string, string])[] | undefined;
      kept.attempt((storage) => {
        const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
        texts = keys.filter((key) => key.startsWith(NAMESPACE)).map((key) => [key, storage.getItem(key) ?? '']);
      });
      const found = texts && howMuch(texts, [...places.keys()]);
      for (const [key, place] of places) {
        const letters = found?.get(key) ?? 0;
        // Decisions lie in a database, of which the key only tells that it is used. Where storage may not be read, nothing is said.
        const words = key === SORTING_KEY && letters > 0 ? 'some' : inWords(letters);
        place.textContent = found ? words : '';
      }
      const letters = found?.get('') ?? 0;
      unlisted.textContent = inWords(letters);
      if (letters > 0) list.append(other);
      else other.remove();
    });
    signal.addEventListener('abort', () => {
      for (const place of places.values()) place.textContent = '';
      other.remove();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-kept-here': KeptHereElement;
  }
}
