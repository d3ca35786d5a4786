/** Shows the entry that a mark leads to beside the sentence, so that nobody is carried away. Pressed with a key that opens a tab, a mark stays a link. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';

export class EvidenceElement extends IslandElement {
  static override readonly tag = 'lt-evidence';

  protected override start({ signal, guard }: Island): void {
    const popover = makeElement('div', { popover: '', role: 'dialog', tabindex: '-1' });
    const close = makeElement('button', {}, 'Close');
    let mark: HTMLElement | undefined;
    const open = guard((event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[href^="#rests-on."]') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // In an open one a link leads to another entry.
      if (!mark || !popover.contains(link)) mark = link;
      popover.ariaLabel = link.ariaLabel ?? link.textContent;
      popover.replaceChildren(...this.#copiesOf(link.hash), close);
      show(popover, mark);
      // Last: where a browser knows no popover, the link leads to the entry.
      event.preventDefault();
    });
    const giveBack = guard(({ newState }: ToggleEvent) => {
      // Whoever pressed a field or a button outside has the focus there.
      if (newState === 'closed' && document.activeElement?.matches('body, [popover], [popover] *')) mark?.focus({ preventScroll: true });
    });
    popover.addEventListener('beforetoggle', giveBack);
    close.onclick = () => {
      popover.hidePopover();
    };
    // The marks stand all over the page.
    document.addEventListener('click', open, { signal });
    this.append(popover);
    signal.addEventListener('abort', () => {
      popover.remove();
    });
  }

  /** All that an entry holds, its question included, but for the way back to where one is. */
  #copiesOf(hash: string): Node[] {
    const entry = requirePart(this, `details:has([id="${hash.slice(1)}"])`).cloneNode(true) as HTMLElement;
    entry.querySelector('[href^="#m."]')?.remove();
    return Array.from(entry.children).flatMap((part) => [...part.childNodes]);
  }
}

/** Shows it below the mark or above it, where there is more room. It stays with the sentence when the page is scrolled. */
function show(popover: HTMLElement, mark: HTMLElement): void {
  const { left, top, bottom } = mark.getBoundingClientRect();
  popover.showPopover();
  popover.style.top = `${scrollY + (top < innerHeight / 2 ? bottom : top - popover.offsetHeight)}px`;
  popover.style.left = `${Math.min(left, document.body.clientWidth - popover.offsetWidth - 16)}px`;
  // A screen reader then says what was opened.
  popover.focus({ preventScroll: true });
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-evidence': EvidenceElement;
  }
}
