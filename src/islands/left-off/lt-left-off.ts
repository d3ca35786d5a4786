/** Leads back to the checklist that was ticked last and is not finished, on a line that is already there. */
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { progress } from '../../browser/shared-progress.ts';

interface Item {
  readonly steps: readonly string[];
  readonly link: HTMLAnchorElement;
}

export class LeftOffElement extends IslandElement {
  static override readonly tag = 'lt-left-off';

  #served: readonly Node[] | undefined;

  protected override start({ follow }: Island): void {
    const line = requirePart(this, '[data-empty]');
    const served = (this.#served ??= [...line.childNodes]);
    const items = this.#items();
    follow(progress, () => {
      const hadFocus = line.contains(document.activeElement);
      line.replaceChildren(...(wayBack(items) ?? served));
      if (hadFocus) line.querySelector('a')?.focus();
    });
  }

  /** By checklist, what the page was served with. */
  #items(): ReadonlyMap<string, Item> {
    const { content } = requirePart(this, 'template');
    return new Map(
      Array.from(content.querySelectorAll<HTMLElement>('[data-checklist]'), (item) => [
        requireAttribute(item, 'data-checklist'),
        { steps: requireAttribute(item, 'data-steps').split(' '), link: requirePart(item, 'a') },
      ]),
    );
  }
}

/** What the line says of the checklist that was ticked last; undefined where none is begun and not finished. */
function wayBack(items: ReadonlyMap<string, Item>): (Node | string)[] | undefined {
  const begun = [...items].filter(([checklist, { steps }]) => {
    const done = steps.filter((step) => progress.isDone(checklist, step)).length;
    return done > 0 && done < steps.length;
  });
  const latest = progress.latest(begun.map(([checklist]) => checklist));
  const item = latest === undefined ? undefined : items.get(latest);
  if (latest === undefined || !item) return undefined;
  const next = item.steps.findIndex((step) => !progress.isDone(latest, step)) + 1;
  return [`You were at step ${next} of ${item.steps.length}: `, item.link.cloneNode(true)];
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-left-off': LeftOffElement;
  }
}
