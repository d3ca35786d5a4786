/** Light, dark, or as the system says: sets it for the whole page, keeps it, and follows other tabs and the button that forgets everything. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';
import { kept } from '../../browser/shared-kept.ts';
import { keepChoice, readChoice, type ColourChoice } from './choice.ts';

/** When the browser's own bars are dark. */
const barsInDark: Readonly<Record<ColourChoice, string>> = { system: '(prefers-color-scheme:dark)', light: 'not all', dark: 'all' };

export class ColoursElement extends IslandElement {
  static override readonly tag = 'lt-colours';

  /** As last seen in storage. */
  #seen: ColourChoice | undefined;
  /** As the page is. Where nothing can be kept, a choice lasts as long as the page. */
  #shown: ColourChoice = 'system';

  protected override start({ signal, guard, follow }: Island): void {
    const control = requirePart(requirePart(this, 'template').content, 'fieldset').cloneNode(true) as HTMLFieldSetElement;
    control.onchange = guard(({ target }) => {
      this.#choose(control, (target as HTMLInputElement).value as ColourChoice);
    });
    this.#seen = undefined;
    follow(kept, () => {
      const choice = readChoice(kept);
      if (choice !== this.#seen) this.#shown = this.#seen = choice;
      // Always: a browser that reopens a tab puts what was chosen in it back.
      show(control, this.#shown);
      if (choice === this.#shown) tell(control, '');
    });
    this.append(control);
    // What does nothing any more is not shown.
    signal.addEventListener('abort', () => {
      control.remove();
    });
  }

  #choose(control: HTMLFieldSetElement, choice: ColourChoice): void {
    this.#shown = choice;
    const isKept = keepChoice(kept, choice);
    kept.notify();
    if (!isKept) tell(control, 'Your browser does not keep this.');
  }
}

function tell(control: HTMLFieldSetElement, text: string): void {
  requirePart(control, 'p').textContent = text;
}

/** In the control, on the page, and on the bars that the browser draws around it. */
function show(control: HTMLFieldSetElement, choice: ColourChoice): void {
  requirePart(control, `[value=${choice}]`, HTMLInputElement).checked = true;
  document.documentElement.dataset['colours'] = choice;
  // The first colour for bars whose media fit counts, and that is the dark one.
  requirePart(document, 'meta[media]').setAttribute('media', barsInDark[choice]);
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-colours': ColoursElement;
  }
}
