/** The search as a dialog on any page. Loaded when somebody is about to use it; its styles come with it, so that no page carries them. */
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { SearchElement } from './lt-search.ts';
import { firstThingsList } from './page-lists.ts';
import { isTyped } from './result-list.ts';
import styles from './search.css?inline';
import { fieldAttributes, fieldLabel } from './search-form.ts';

/** `data-action` is the address of /search/. */
export class SearchDialogElement extends IslandElement {
  static override readonly tag = 'lt-search-dialog';

  /** The known answers, which can be read once. */
  answers: Promise<Response> | undefined;
  /** Gets the focus when the dialog closes, if nothing had it before. */
  #opener: HTMLElement | undefined;

  protected override start({ signal, guard }: Island): void {
    const dialog = makeDialog(requireAttribute(this, 'data-action'), this.answers);
    this.answers = undefined;
    const closed = guard(() => {
      this.#closed(dialog);
    });
    dialog.addEventListener('close', closed, { signal });
    // A page that the browser kept as it was left: only who went to a result from here finds the dialog again.
    const cameBack = guard(({ persisted }: PageTransitionEvent) => {
      if (persisted && !(history.state as { search?: string } | null)?.search) dialog.close();
    });
    addEventListener('pageshow', cameBack, { signal });
    this.replaceChildren(dialog);
    signal.addEventListener('abort', () => {
      hold(false);
      dialog.remove();
    });
  }

  /** With a text, that is searched for. */
  open(opener: HTMLElement, typed = ''): void {
    this.#opener = opener;
    const dialog = requirePart(this, 'dialog');
    if (!dialog.open) dialog.showModal();
    hold(true);
    const field = requirePart(dialog, 'input');
    field.focus();
    if (typed) ask(field, typed);
    field.select();
  }

  #closed(dialog: HTMLDialogElement): void {
    hold(false);
    ask(requirePart(dialog, 'input'), '');
    keepForBack('');
    // Where nothing had the focus before, it is still in here, and about to be lost.
    if (dialog.contains(document.activeElement) || document.activeElement === document.body) this.#opener?.focus();
  }
}

function makeDialog(action: string, answers: Promise<Response> | undefined): HTMLDialogElement {
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
  search.answers = answers;
  const dialog = makeElement('dialog', { 'aria-label': 'Search' }, search);
  dialog.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    const isHere = link?.pathname === location.pathname;
    // Loaded anew, this page would lose what lasts as long as it does: the ticks of a private list, what was sorted.
    if (isHere) link.hash ||= 'main';
    // There is no way back from where one already is.
    if (link) keepForBack(link.href === location.href ? '' : search.query);
    // Only outside its content the dialog itself is what was clicked.
    if (target === close || target === dialog || isHere) dialog.close();
  });
  dialog.addEventListener('submit', () => {
    // The page that it leads to may be this one.
    if (new URL(action).pathname === location.pathname) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    // A click beside everything gave the focus to the dialog itself.
    if (event.target === dialog && isTyped(event)) requirePart(dialog, 'input').focus();
    // Left alone, a search field that holds a word would take the first Escape for itself.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  return dialog;
}

/** The page behind is out of reach, for the wheel and for fingers too. By script: without a scroll bar the page would be wider, and move. */
function holdStill(event: Event): void {
  const { target, ctrlKey, touches } = event as Partial<WheelEvent & TouchEvent>;
  const dialog = (target as Element).closest('dialog');
  // What lies beside the content is the dialog itself. With Ctrl, and with two fingers, it is a zoom.
  const scrolls = dialog && dialog !== target && dialog.scrollHeight > dialog.clientHeight;
  if (!scrolls && !ctrlKey && !touches?.[1]) event.preventDefault();
}

/** Only for as long as the dialog is open: a page that is listened to in this way scrolls less smoothly. Of what lies beside a dialog, the document alone hears at once. */
function hold(isHeld: boolean): void {
  const listen = isHeld ? 'addEventListener' : 'removeEventListener';
  for (const type of ['wheel', 'touchmove']) document[listen](type, holdStill, { passive: false });
}

function ask(field: HTMLInputElement, typed: string): void {
  field.value = typed;
  field.dispatchEvent(new Event('input'));
}

/** Who comes back by the Back button to the page on which they searched finds the dialog as it was: `lt-search-link` opens it with what stands here. */
function keepForBack(typed: string): void {
  if (typed || history.state) history.replaceState({ ...(history.state as object | null), search: typed }, '');
}

/** Opens the search in `host`, which it then stays in, with what is `typed`. `link` leads to /search/, `answers` are the known ones, on their way. */
export function openSearch(host: HTMLElement, link: HTMLAnchorElement, answers: Promise<Response> | undefined, typed?: string): void {
  const present = host.querySelector<SearchDialogElement>('lt-search-dialog');
  const dialog = present ?? makeElement('lt-search-dialog', { 'data-action': link.href });
  if (!present) {
    dialog.answers = answers;
    host.append(dialog);
  }
  dialog.open(link, typed);
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
