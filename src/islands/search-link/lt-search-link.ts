/** Makes the link to /search/ open a dialog. What that needs is loaded when somebody is about to use it; where it can't be, the link is a link. */
import { IslandElement, IslandError, requirePart, type Island } from '../../browser/island.ts';

export class SearchLinkElement extends IslandElement {
  static override readonly tag = 'lt-search-link';

  protected override start({ signal }: Island): void {
    const link = requirePart(this, 'a');
    link.ariaHasPopup = 'dialog';
    link.setAttribute('aria-keyshortcuts', 'Control+K Meta+K');

    const load = () => import('../search/lt-search-dialog.ts');
    const prepare = (): void => {
      load().catch(() => {
        // Told when it is asked for.
      });
    };
    let opening = false;
    const open = (event: Event): void => {
      // A second click, while the first still waits for its script, is followed.
      if (opening) return;
      opening = true;
      event.preventDefault();
      load()
        .then(({ openSearch }) => {
          openSearch(this, link);
        })
        .catch((cause: unknown) => {
          console.error(new IslandError(this.localName, cause));
          location.assign(link.href);
        })
        .finally(() => {
          opening = false;
        });
    };

    link.addEventListener('pointerenter', prepare, { signal });
    link.addEventListener('focus', prepare, { signal });
    link.addEventListener(
      'click',
      (event) => {
        if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) open(event);
      },
      { signal },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) open(event);
      },
      { signal },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-search-link': SearchLinkElement;
  }
}
