/** Makes the link to /search/ open a dialog. What that needs is loaded when somebody is about to use it; where it can't be, the link is a link. */
import { IslandElement, IslandError, requirePart, type Island } from '../../browser/island.ts';

const loadDialog = () => import('../search/lt-search-dialog.ts');

export class SearchLinkElement extends IslandElement {
  static override readonly tag = 'lt-search-link';

  #link!: HTMLAnchorElement;
  #isOpening = false;

  /** Loads what it takes to open, since somebody is about to. */
  readonly prepare = (): void => {
    loadDialog().catch(() => {
      // Told when it is asked for.
    });
  };

  protected override start({ signal }: Island): void {
    this.#link = requirePart(this, 'a');
    this.#link.ariaHasPopup = 'dialog';
    this.#link.setAttribute('aria-keyshortcuts', 'Control+K Meta+K');
    for (const type of ['pointerenter', 'focus']) this.#link.addEventListener(type, this.prepare, { signal });
    const openAtClick = (event: MouseEvent): void => {
      if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) this.open(event);
    };
    const openAtKey = (event: KeyboardEvent): void => {
      const isShortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (isShortcut) this.open(event);
    };
    this.#link.addEventListener('click', openAtClick, { signal });
    document.addEventListener('keydown', openAtKey, { signal });
  }

  /** In place of what the event would do. With a field, what was typed there is searched for. */
  open(event: Event, typedIn?: HTMLInputElement): void {
    // A second click, while the first still waits for its script, is followed.
    if (this.#isOpening) return;
    this.#isOpening = true;
    event.preventDefault();
    loadDialog()
      .then(({ openSearch }) => {
        openSearch(this, this.#link);
        if (typedIn?.value) fill(requirePart(this, 'input'), typedIn.value);
      })
      .catch((cause: unknown) => {
        console.error(new IslandError(this.localName, cause));
        location.assign(this.#link.href);
      })
      .finally(() => {
        this.#isOpening = false;
      });
  }
}

function fill(field: HTMLInputElement, typed: string): void {
  field.value = typed;
  field.dispatchEvent(new Event('input'));
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-search-link': SearchLinkElement;
  }
}
