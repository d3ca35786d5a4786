/** Copies the address of a link when it is pressed, and says whether that worked. The link stays a link. */
import { requirePart, startIsland } from '../../browser/island.ts';

export class CopyLinkElement extends HTMLElement {
  static define(registry: CustomElementRegistry = customElements): void {
    if (!registry.get('lt-copy-link')) registry.define('lt-copy-link', this);
  }

  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop?.();
    this.#stop = startIsland(this, ({ signal, guard }) => {
      const link = requirePart(this, 'a');
      const told = requirePart(this, '[data-told]');
      told.setAttribute('role', 'status');
      link.addEventListener(
        'click',
        guard(() => {
          // The clipboard is missing where the page is not served securely.
          const copied = 'clipboard' in navigator ? navigator.clipboard.writeText(link.href) : Promise.reject(new Error('no clipboard'));
          copied.then(
            () => {
              told.textContent = 'Copied';
            },
            () => {
              told.textContent = 'Copy it from the address bar';
            },
          );
        }),
        { signal },
      );
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-copy-link': CopyLinkElement;
  }
}
