/** Shows an entry of what the page rests on beside the sentence whose mark leads to it. Loaded once somebody is about to press one: many read to the end without. */
import { requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';

/** To be called with each mark that is pressed. Throws where the browser knows no popover, or the entry is missing. */
export type ShowEntry = (mark: HTMLAnchorElement) => void;

/** Puts what shows entries into the element that holds them all, until the island stops. */
export function entryBeside(island: HTMLElement, { signal, guard }: Island): ShowEntry {
  const popover = makeElement('div', { popover: '', role: 'dialog', tabindex: '-1' });
  const close = makeElement('button', {}, 'Close');
  let mark: HTMLElement | undefined;
  const giveBack = guard(({ newState }: ToggleEvent) => {
    // Whoever pressed a field or a button outside has the focus there.
    if (newState === 'closed' && document.activeElement?.matches('body, [popover], [popover] *')) mark?.focus({ preventScroll: true });
  });
  popover.addEventListener('beforetoggle', giveBack);
  close.onclick = () => {
    popover.hidePopover();
  };
  island.append(popover);
  signal.addEventListener('abort', () => {
    popover.remove();
  });
  return (link) => {
    // In an open one a link leads to another entry.
    if (!mark || !popover.contains(link)) mark = link;
    popover.ariaLabel = link.ariaLabel ?? link.textContent;
    popover.replaceChildren(...copiesOf(island, link.hash), close);
    show(popover, mark);
  };
}

/** All that an entry holds, its question included, but for the way back to where one is. */
function copiesOf(island: HTMLElement, hash: string): Node[] {
  const entry = requirePart(island, `details:has([id="${hash.slice(1)}"])`).cloneNode(true) as HTMLElement;
  entry.querySelector('[href^="#m."]')?.remove();
  return Array.from(entry.children).flatMap((part) => [...part.childNodes]);
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
