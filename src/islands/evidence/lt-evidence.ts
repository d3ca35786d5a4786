/** Shows the entry that a mark leads to beside the sentence, so that nobody is carried away. Pressed with a key that opens a tab, a mark stays a link. */
import { IslandElement, type Island } from '../../browser/island.ts';
import type { ShowEntry } from './entry-beside.ts';

const markAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('[href^="#rests-on."]:not(.place)') : null;

export class EvidenceElement extends IslandElement {
  static override readonly tag = 'lt-evidence';

  protected override start(island: Island): void {
    const { signal, guard } = island;
    let showEntry: ShowEntry | undefined;
    const load = async (): Promise<ShowEntry> => {
      const { entryBeside } = await import('./entry-beside.ts');
      // Taken out of the page meanwhile, the island is to put nothing into it.
      signal.throwIfAborted();
      return (showEntry ??= entryBeside(this, island));
    };
    const prepare = guard(({ target }: Event) => {
      if (markAt(target))
        load().catch(() => {
          // At the press the link is followed.
        });
    });
    const open = guard((event: MouseEvent) => {
      const mark = markAt(event.target);
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // Without the file, or a popover in this browser, the link leads to the entry.
      const follow = (): void => {
        location.hash = mark.hash;
      };
      const show = guard((showEntry: ShowEntry) => {
        try {
          showEntry(mark);
        } catch (cause) {
          follow();
          throw cause;
        }
      });
      load().then(show, follow);
    });
    // The marks stand all over the page.
    document.addEventListener('click', open, { signal });
    document.addEventListener('pointerover', prepare, { signal });
    document.addEventListener('focusin', prepare, { signal });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-evidence': EvidenceElement;
  }
}
