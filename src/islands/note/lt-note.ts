/** Makes drafts of the templates of notes. What is served are the templates as text, each in its fold. */
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { kept } from '../../browser/shared-kept.ts';
import { Compose, type Warnings } from './compose.ts';
import { NoteStore } from './note-store.ts';
import { OwnNotes } from './own-notes.ts';

const notes = new NoteStore({ kept, now: () => new Date(), chance: Math.random });

export class NoteElement extends IslandElement {
  static override readonly tag = 'lt-note';

  protected override start(island: Island): void {
    const warnings = this.#warnings();
    const folds = this.querySelectorAll<HTMLDetailsElement>('[data-occasion]');
    const all = Array.from(folds, (fold) => new Compose(fold, island, notes, warnings));
    const own = new OwnNotes(requirePart(this, '[data-own]'), island, notes, ({ text, occasion }) => {
      // The occasion it was written for may be gone.
      (all.find((each) => each.occasion === occasion) ?? all.at(-1))?.use(text);
    });
    island.follow(notes, () => {
      for (const each of [...all, own]) each.show();
    });
  }

  #warnings(): Warnings {
    const told = [...this.querySelectorAll<HTMLElement>('[data-warning]')].map((says): [string, HTMLElement] => [
      requireAttribute(says, 'data-warning'),
      says,
    ]);
    return { says: new Map(told), phrases: new Map(told.map(([id, says]) => [id, says.dataset['phrases']?.split('|') ?? []])) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-note': NoteElement;
  }
}
