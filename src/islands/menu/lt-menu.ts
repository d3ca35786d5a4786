/**
 * A button and the popover it opens, which the browser opens and closes by itself. It does not when a link in it is followed: neither when that stays on
 * this page, nor for whoever comes back to the page, which some browsers keep as it was left.
 */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';

export class MenuElement extends IslandElement {
  static override readonly tag = 'lt-menu';

  protected override start({ signal, guard }: Island): void {
    const popover = requirePart(this, '[popover]');
    const close = guard(({ target }: Event) => {
      if (!(target instanceof Element) || target.closest('a')) popover.hidePopover();
    });
    popover.addEventListener('click', close, { signal });
    addEventListener('pagehide', close, { signal });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-menu': MenuElement;
  }
}
