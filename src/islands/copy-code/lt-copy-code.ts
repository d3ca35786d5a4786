/** Puts a button under code that copies it, and says whether that worked. */
import { copyText } from '../../browser/copy-text.ts';
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';

export class CopyCodeElement extends IslandElement {
  static override readonly tag = 'lt-copy-code';

  protected override start({ signal, guard }: Island): void {
    const code = requirePart(this, 'pre');
    const button = makeElement('button', { type: 'button' }, `Copy ${requireAttribute(this, 'data-what')}`);
    const status = makeElement('span', { role: 'status' });
    const control = makeElement('p', {}, button, ' ', status);
    const copy = guard(() => {
      void copyText(code.innerText.trim(), status, 'Copied', 'Your browser does not allow it: select the text and copy it.');
    });
    button.addEventListener('click', copy);
    this.append(control);
    signal.addEventListener('abort', () => {
      control.remove();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-copy-code': CopyCodeElement;
  }
}
