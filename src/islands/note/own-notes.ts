/** The notes somebody keeps: each to be used again, copied, or removed, which can be undone. */
import { copyText } from '../../browser/copy-text.ts';
import { requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import type { Item, NoteStore } from './note-store.ts';
import { ToldLine } from './told-line.ts';

export class OwnNotes {
  readonly #notes: NoteStore;
  readonly #guard: Island['guard'];
  readonly #use: (item: Item) => void;
  readonly #count: HTMLElement;
  readonly #list = makeElement('ul', { class: 'own-notes', role: 'list' });
  readonly #none = makeElement('p', {}, 'None yet. “Keep among my notes” below a draft puts it here.');
  readonly #told: ToldLine;
  readonly #entries = new Map<string, HTMLElement>();

  /** Throws where something is missing in the fold. `use` is called with a note that is to be used again. */
  constructor(fold: Element, { signal, guard }: Pick<Island, 'signal' | 'guard'>, notes: NoteStore, use: (item: Item) => void) {
    this.#notes = notes;
    this.#guard = guard;
    this.#use = use;
    this.#count = requirePart(fold, '[data-count]');
    this.#told = new ToldLine(guard);
    const place = requirePart(fold, 'div');
    const served = [...place.childNodes];
    place.replaceChildren(this.#none, this.#list, this.#told.element);
    signal.addEventListener('abort', () => {
      place.replaceChildren(...served);
      this.#count.textContent = '';
    });
  }

  show(): void {
    const own = this.#notes.own();
    for (const [name, entry] of this.#entries)
      if (!own.includes(name)) {
        entry.remove();
        this.#entries.delete(name);
      }
    // What stands there already is left alone, with the focus in it.
    own.forEach((name, index) => {
      if (this.#entries.has(name)) return;
      const item = this.#notes.item(name);
      if (!item) return;
      const entry = this.#entry(name, item);
      this.#entries.set(name, entry);
      this.#list.insertBefore(entry, this.#list.children[index] ?? null);
    });
    const count = own.length > 0 ? String(own.length) : '';
    if (this.#count.textContent !== count) this.#count.textContent = count;
    this.#none.hidden = own.length > 0;
    this.#told.look();
  }

  #entry(name: string, item: Item): HTMLElement {
    const text = makeElement('p', {}, item.text);
    text.id = name;
    const copied = makeElement('span', { role: 'status' });
    const button = (label: string, work: () => void): HTMLButtonElement => {
      // Each by itself is one of several of its kind: the note says which.
      const made = makeElement('button', { type: 'button', 'aria-describedby': name }, label);
      made.onclick = this.#guard(work);
      return made;
    };
    const acts = [
      button('Use', () => {
        this.#use(item);
      }),
      button('Copy', () => {
        void copyText(item.text, copied, 'Copied', 'Your browser does not allow it: select the text and copy it.');
      }),
      button('Remove', () => {
        this.#told.tell('Removed.', this.#notes.change([[name, undefined]]), () => {
          this.#entries.get(name)?.querySelector('button')?.focus();
        });
      }),
    ];
    return makeElement('li', {}, text, makeElement('div', { class: 'acts' }, ...acts, copied));
  }
}
