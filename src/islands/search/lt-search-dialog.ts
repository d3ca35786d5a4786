/** The search as a dialog on any page. Loaded when somebody is about to use it; its styles come with it, so that no page carries them. */
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { SearchElement } from './lt-search.ts';
import { firstThingsList } from './page-lists.ts';
import styles from './search.css?inline';
import { fieldAttributes, fieldLabel } from './search-form.ts';

/** `data-action` is the address of /search/. */
export class SearchDialogElement extends IslandElement {
  static override readonly tag = 'lt-search-dialog';

  /** Gets the focus when the dialog closes, if nothing had it before. */
  #opener: HTMLElement | undefined;

  protected override start({ signal, guard }: Island): void {
    const dialog = makeDialog(requireAttribute(this, 'data-action'));
    const closed = guard(() => {
      this.#closed(dialog);
    });
    dialog.addEventListener('close', closed, { signal });
    this.replaceChildren(dialog);
    signal.addEventListener('abort', () => {
      dialog.remove();
    });
  }

  open(opener: HTMLElement): void {
    this.#opener = opener;
    const dialog = requirePart(this, 'dialog');
    if (!dialog.open) dialog.showModal();
    const field = requirePart(dialog, 'input');
    field.focus();
    field.select();
  }

  #closed(dialog: HTMLDialogElement): void {
    const field = requirePart(dialog, 'input');
    field.value = '';
    field.dispatchEvent(new Event('input'));
    // Where nothing had the focus before, it is still in here, and about to be lost.
    if (dialog.contains(document.activeElement) || document.activeElement === document.body) this.#opener?.focus();
  }
}

function makeDialog(action: string): HTMLDialogElement {
  const close = makeElement('button', { type: 'button' }, 'Close');
  const label = makeElement('label', {}, fieldLabel, makeElement('input', fieldAttributes));
  const search = makeElement(
    'lt-search',
    {},
    makeElement('form', { role: 'search', action }, label, close),
    makeElement('p', { 'data-status': true }),
    makeElement('div', { 'data-results': true, hidden: true }),
    makeElement('div', { 'data-otherwise': true }, makeElement('h2', {}, 'What people come for'), firstThingsList(new URL('..', action))),
  );
  const dialog = makeElement('dialog', { 'aria-label': 'Search' }, search);
  dialog.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    // Only outside its content the dialog itself is what was clicked. A link may lead to a place on this page.
    if (target === close || target === dialog || link?.pathname === location.pathname) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    // Left alone, a search field that holds a word would take the first Escape for itself.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  return dialog;
}

/** Opens the search in `host`, which it then stays in. `link` leads to /search/. */
export function openSearch(host: HTMLElement, link: HTMLAnchorElement): void {
  const present = host.querySelector<SearchDialogElement>('lt-search-dialog');
  const dialog = present ?? makeElement('lt-search-dialog', { 'data-action': link.href });
  if (!present) host.append(dialog);
  dialog.open(link);
}

// The content policy does not apply to style sheets that script makes.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

SearchElement.define();
SearchDialogElement.define();

declare global {
  interface HTMLElementTagNameMap {
    'lt-search-dialog': SearchDialogElement;
  }
}
