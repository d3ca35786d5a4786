/**
 * Takes what is ticked and planned to another device: by a link that holds it behind its "#", which no browser sends to a host, or by a file. Opened with such a
 * link it shows what would change here, and asks. What does that is loaded once it is used.
 */
import { isWithinAnotherSite } from '../../browser/ask-in-place.ts';
import { IslandElement, IslandError, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import type { CarryingOver } from './carrying-over.ts';

/** What stands in an address before what is carried. */
const beginning = '#progress=';

export class CarryElement extends IslandElement {
  static override readonly tag = 'lt-carry';

  /** As served. */
  #served: (readonly [part: HTMLElement, nodes: readonly Node[]])[] | undefined;

  protected override start(island: Island): void {
    const { signal, guard } = island;
    const [question, acts, load] = ['question', 'acts', 'load'].map((name) => requirePart(this, `[data-${name}]`)) as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ];
    const served = (this.#served ??= [question, acts, load].map((part) => [part, [...part.childNodes]]));
    signal.addEventListener('abort', () => {
      for (const [part, nodes] of served) part.replaceChildren(...nodes);
    });
    if (isWithinAnotherSite()) {
      // Whoever shows this page could lie above it, and guide each press.
      const alone = makeElement('a', { href: location.href, target: '_top' }, 'Open this page by itself');
      acts.replaceChildren(makeElement('p', {}, 'It does not work inside another site. ', alone));
      return;
    }

    const told = makeElement('p', { role: 'status' });
    let working: Promise<CarryingOver> | undefined;
    /** Does something with what is loaded for it. */
    const use = (work: (carrying: CarryingOver) => unknown): void => {
      told.textContent = '';
      working ??= import('./carrying-over.ts').then((carrying) =>
        carrying.carryingOver({
          question,
          acts,
          told,
          numbers: requireAttribute(this, 'data-numbers'),
          checklists: requireAttribute(this, 'data-checklists'),
          island,
        }),
      );
      working.then(guard((carrying) => signal.aborted || work(carrying))).catch((cause: unknown) => {
        working = undefined;
        if (signal.aborted) return;
        told.textContent = 'It could not be loaded. Look whether there is a network, and try again.';
        console.error(new IslandError(this.localName, cause));
      });
    };

    const makeLink = makeElement('button', { type: 'button', class: 'chief' }, 'Make a link and a code');
    const save = makeElement('button', { type: 'button' }, 'Save to a file');
    acts.replaceChildren(makeElement('p', { class: 'acts' }, makeLink, save), told);
    makeLink.onclick = () => {
      use((carrying) => {
        carrying.showLink();
      });
    };
    save.onclick = () => {
      use((carrying) => {
        carrying.saveFile();
      });
    };

    const field = makeElement('input', { type: 'file', accept: '.json,application/json' });
    load.replaceChildren(makeElement('p', {}, makeElement('label', {}, 'Or load the file that you saved: ', field)));
    field.onchange = () => {
      const [file] = field.files ?? [];
      if (file) use((carrying) => carrying.openFile(file));
      // The same file can be chosen again.
      field.value = '';
    };

    const openLink = (): void => {
      const { hash } = location;
      if (hash.startsWith(beginning))
        use((carrying) => {
          carrying.openLink(hash.slice(beginning.length));
        });
    };
    // Also where the link is opened in a tab that has this page already.
    addEventListener('hashchange', guard(openLink), { signal });
    openLink();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-carry': CarryElement;
  }
}
