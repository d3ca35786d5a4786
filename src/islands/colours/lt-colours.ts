/** Light, dark, or as the system says: sets it for the whole page, keeps it, and follows other tabs and the button that forgets everything. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';
import { progress } from '../../browser/shared-progress.ts';
import { keepChoice, readChoice, type Choice } from './choice.ts';

/** When the browser's own bars are dark. */
const barsInDark: Readonly<Record<Choice, string>> = { system: '(prefers-color-scheme:dark)', light: 'not all', dark: 'all' };

const storage = (): Storage => localStorage;

export class ColoursElement extends IslandElement {
  static override readonly tag = 'lt-colours';

  protected override start({ signal, guard }: Island): void {
    const control = requirePart(requirePart(this, 'template').content, 'fieldset').cloneNode(true) as HTMLFieldSetElement;
    /** As last seen in storage. */
    let seen: Choice | undefined;

    const show = (choice: Choice): void => {
      (requirePart(control, `[value=${choice}]`) as HTMLInputElement).checked = true;
      setPageColours(choice);
    };

    // Only what is new in storage: where nothing can be kept, a choice lasts as long as the page.
    const follow = guard(() => {
      const kept = readChoice(storage);
      if (kept !== seen) show((seen = kept));
    });

    control.onchange = guard(({ target }) => {
      const choice = (target as HTMLInputElement).value as Choice;
      show(choice);
      const isKept = keepChoice(storage, choice);
      if (isKept) seen = choice;
      requirePart(control, 'p').textContent = isKept ? '' : 'Your browser does not keep this.';
    });
    follow();
    this.append(control);
    // Other tabs, the Back button and the button that forgets everything: all of them reach the islands through this store.
    signal.addEventListener('abort', progress.subscribe(follow));
    // What does nothing any more is not shown.
    signal.addEventListener('abort', () => {
      control.remove();
    });
  }
}

/** The page, and the bars that the browser draws around it. */
function setPageColours(choice: Choice): void {
  document.documentElement.dataset['colours'] = choice;
  // The first colour for bars whose media fit counts, and that is the dark one.
  requirePart(document, 'meta[media]').setAttribute('media', barsInDark[choice]);
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-colours': ColoursElement;
  }
}
