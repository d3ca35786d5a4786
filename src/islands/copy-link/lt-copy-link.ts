/** Copies the address of a link when it is pressed, and says whether that worked. The link stays a link. */
import { copyText } from '../../browser/copy-text.ts';
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';

export class CopyLinkElement extends IslandElement {
  static override readonly tag = 'lt-copy-link';

  protected override start({ signal, guard }: Island): void {
    const link = requirePart(this, 'a');
    const status = requirePart(this, '[data-told]');
    status.setAttribute('role', 'status');
    const copy = guard(() => {
      void copyText(link.href).then((isCopied) => {
        status.textContent = isCopied ? 'Copied' : 'Copy it from the address bar';
      });
    });
    link.addEventListener('click', copy, { signal });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-copy-link': CopyLinkElement;
  }
}
