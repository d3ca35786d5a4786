/** A button and the popover it opens, which the browser opens and closes by itself. It does not when a link in it stays on this page: then this does. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';

export class MenuElement extends IslandElement {
  static override readonly tag = 'lt-menu';

  protected override start({ signal, guard }: Island): void {
    const popover = requirePart(this, '[popover]');
    const close = guard(({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link?.pathname === location.pathname) popover.hidePopover();
    });
    popover.addEventListener('click', close, { signal });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-menu': MenuElement;
  }
}
