/** A fold with buttons, whose scripts are loaded when it is opened: few do, and every guide with a checklist has one. */
import { IslandElement, IslandError, requirePart, type Island } from '../../browser/island.ts';

export class YourTicksElement extends IslandElement {
  static override readonly tag = 'lt-your-ticks';

  protected override start({ signal }: Island): void {
    const open = (): void => {
      Promise.all([import('../start-again/define.ts'), import('../forget/define.ts')]).catch((cause: unknown) => {
        console.error(new IslandError(this.localName, cause));
      });
    };
    requirePart(this, 'details').addEventListener('toggle', open, { signal });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-your-ticks': YourTicksElement;
  }
}
