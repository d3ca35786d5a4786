/** The search as a dialog on any page. Loaded when somebody is about to use it; its styles come with it, so that no page carries them. */
import { firstLinks, SearchElement } from './lt-search.ts';
import { makeElement } from '../../browser/make-element.ts';
import styles from './search.css?inline';

export class SearchDialogElement extends HTMLElement {
  static define(registry: CustomElementRegistry = customElements): void {
    if (!registry.get('lt-search-dialog')) registry.define('lt-search-dialog', this);
  }

  /** Opens the dialog, which is made on first use. `link` leads to /search/, and gets the focus afterwards if nothing had it before. */
  open(link: HTMLAnchorElement): void {
    const dialog = this.querySelector('dialog') ?? this.#make(link);
    if (!dialog.open) dialog.showModal();
    const field = dialog.querySelector('input');
    field?.focus();
    field?.select();
  }

  #make(link: HTMLAnchorElement): HTMLDialogElement {
    useStyles();
    const field = makeElement('input', {
      type: 'search',
      name: 'q',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      enterkeyhint: 'search',
    });
    const close = makeElement('button', { type: 'button' }, 'Close');
    const dialog = makeElement(
      'dialog',
      { 'aria-label': 'Search' },
      makeElement(
        'lt-search',
        {},
        makeElement('form', { role: 'search', action: link.href }, makeElement('label', {}, 'Search in your own words', field), close),
        makeElement('p', { 'data-status': true }),
        makeElement('div', { 'data-results': true, hidden: true }),
        makeElement('div', { 'data-otherwise': true }, makeElement('h2', {}, 'What people come for'), firstLinks(new URL('..', link.href))),
      ),
    );
    close.addEventListener('click', () => {
      dialog.close();
    });
    dialog.addEventListener('click', (event) => {
      closeAfter(dialog, event);
    });
    dialog.addEventListener('keydown', (event) => {
      // Left alone, a search field that holds a word would take the first Escape for itself.
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      field.value = '';
      field.dispatchEvent(new Event('input'));
      // Where nothing had the focus before, it is still in here, and about to be lost.
      if (dialog.contains(document.activeElement) || document.activeElement === document.body) link.focus();
    });
    this.append(dialog);
    return dialog;
  }
}

/** A click beside the dialog's content closes it; so does a link that stays on this page. */
function closeAfter(dialog: HTMLDialogElement, { target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('a') : null;
  // Only outside its content the dialog itself is what was clicked.
  if (target === dialog || link?.pathname === location.pathname) dialog.close();
}

let used = false;

/** The content policy does not apply to style sheets that script makes. */
function useStyles(): void {
  if (used) return;
  used = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}

/** Opens the search in `host`, which it then stays in. */
export function openSearch(host: HTMLElement, link: HTMLAnchorElement): void {
  const present = host.querySelector<SearchDialogElement>('lt-search-dialog');
  const dialog = present ?? makeElement('lt-search-dialog');
  if (!present) host.append(dialog);
  dialog.open(link);
}

SearchElement.define();
SearchDialogElement.define();

declare global {
  interface HTMLElementTagNameMap {
    'lt-search-dialog': SearchDialogElement;
  }
}
