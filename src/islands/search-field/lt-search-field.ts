/** Opens the search of the header with what was typed. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';

export class SearchFieldElement extends IslandElement {
  static override readonly tag = 'lt-search-field';

  protected override start({ signal, guard }: Island): void {
    const field = requirePart(this, 'input');
    const search = requirePart(document, 'lt-search-link');
    const open = guard((event: SubmitEvent) => {
      search.open(event, field.value);
    });
    field.addEventListener(
      'focus',
      () => {
        search.prepare();
      },
      { signal },
    );
    this.addEventListener('submit', open, { signal });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-search-field': SearchFieldElement;
  }
}
