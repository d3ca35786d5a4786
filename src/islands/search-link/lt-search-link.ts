/** Makes the link to /search/ open a dialog. What that needs is loaded when somebody is about to use it; where it can't be, the link is a link. */
import { IslandElement, IslandError, requirePart, type Island } from '../../browser/island.ts';

const loadDialog = () => import('../search/lt-search-dialog.ts');

export class SearchLinkElement extends IslandElement {
  static override readonly tag = 'lt-search-link';

  #link!: HTMLAnchorElement;
  #isOpening = false;

  /** The known answers, on their way while the script is that reads them. */
  #answers: Promise<Response> | undefined;

  /** Loads what it takes to open, since somebody is about to. */
  readonly prepare = (): void => {
    this.#answers ??= fetch(new URL('../known-answers.json', this.#link.href)).catch(() => Response.error());
    loadDialog().catch(() => {
      // Told when it is asked for.
    });
  };

  protected override start({ signal }: Island): void {
    this.#link = requirePart(this, 'a');
    this.#link.ariaKeyShortcuts = 'Control+K Meta+K';
    for (const type of ['pointerenter', 'focus']) this.#link.addEventListener(type, this.prepare, { signal });
    const openAtClick = (event: MouseEvent): void => {
      if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) this.open(event);
    };
    const openAtKey = (event: KeyboardEvent): void => {
      // Where that key writes another script's letter, it counts by its place. Extensions send events of their own, which may have no key.
      if (
        /^(Key)?K$/i.test(event.key > '~' ? event.code : event.key) &&
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey
      )
        this.open(event);
    };
    const openAgain = (): void => {
      const typed = (history.state as { search?: string } | null)?.search;
      if (typed) this.open(undefined, typed);
    };
    this.#link.addEventListener('click', openAtClick, { signal });
    document.addEventListener('keydown', openAtKey, { signal });
    // Back from a result, to this page or within it.
    addEventListener('popstate', openAgain, { signal });
    openAgain();
  }

  /** In place of what the event would do, with what was typed. Without an event, where that can't be, one stays on the page. */
  open(event?: Event, typed = ''): void {
    // A second click, while the first still waits for its script, is followed.
    if (this.#isOpening) return;
    this.#isOpening = true;
    event?.preventDefault();
    this.prepare();
    loadDialog()
      .then(({ openSearch }) => {
        openSearch(this, this.#link, this.#answers, typed);
      })
      .catch((cause: unknown) => {
        console.error(new IslandError(this.localName, cause));
        if (event) location.assign(this.#link.href + (typed && `#q=${encodeURIComponent(typed)}`));
      })
      .finally(() => {
        this.#isOpening = false;
      });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-search-link': SearchLinkElement;
  }
}
