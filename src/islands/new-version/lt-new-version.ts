/**
 * Lets the browser keep a copy of the site, so that it works without a network, and says when a new version of it is there. Whoever reads chooses when that is loaded: until
 * then all pages are of the old one, whole. Its styles come with it, so that no page carries them.
 */
import { IslandElement, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { keepCopy } from './keep-copy.ts';
import styles from './new-version.css?inline';

// Vite takes an address that is written in one as that of a file to bundle.
const here = import.meta.url;

/** Safari has no idle time to offer. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work);
};

export class NewVersionElement extends IslandElement {
  static override readonly tag = 'lt-new-version';

  protected override start({ signal, guard }: Island): void {
    const told = makeElement('p', { role: 'status' });
    const button = makeElement('button', { type: 'button' }, 'Load it');
    // In the line that is there since the page was: only so is it read out.
    const tell = guard(() => {
      told.textContent = 'A new version of this site is here.';
      this.append(button);
    });
    this.replaceChildren(told);
    whenIdle(() => {
      keepCopy(navigator, new URL('../sw.js', here), tell, signal).then(
        (load) => {
          button.onclick = guard(load);
        },
        () => {
          // Blocked, or a private window: the site works as without.
        },
      );
    });
    signal.addEventListener('abort', () => {
      this.replaceChildren();
    });
  }
}

// The content policy does not apply to style sheets that script makes.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

NewVersionElement.define();

// Until there is a copy, the next page is asked for by itself. A browser that can't be asked has no rules for that (lib/site/next-pages.ts).
if (!('supports' in HTMLScriptElement && HTMLScriptElement.supports('speculationrules'))) {
  import('../../browser/fetch-next-pages.ts').then(
    ({ fetchNextPages }) => {
      fetchNextPages(navigator);
    },
    () => {
      // It comes when somebody goes there.
    },
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-new-version': NewVersionElement;
  }
}
