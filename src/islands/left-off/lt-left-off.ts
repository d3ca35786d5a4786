/** Leads back to the checklist that was ticked last and is not finished, on a line that is already there. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';
import { progress } from '../../browser/shared-progress.ts';

export class LeftOffElement extends IslandElement {
  static override readonly tag = 'lt-left-off';

  #served: readonly Node[] | undefined;

  protected override start({ signal, guard }: Island): void {
    const line = requirePart(this, '[data-empty]');
    const served = (this.#served ??= [...line.childNodes]);
    const { content } = requirePart(this, 'template');
    const items = new Map(
      Array.from(content.querySelectorAll<HTMLElement>('[data-checklist]'), (item) => [
        item.dataset['checklist'] ?? '',
        { steps: (item.dataset['steps'] ?? '').split(' '), link: requirePart(item, 'a') },
      ]),
    );

    const show = (): void => {
      const begun = [...items].filter(([checklist, { steps }]) => {
        const done = steps.filter((step) => progress.isDone(checklist, step)).length;
        return done > 0 && done < steps.length;
      });
      const latest = progress.latest(begun.map(([checklist]) => checklist));
      const item = latest === undefined ? undefined : items.get(latest);
      const hadFocus = line.contains(document.activeElement);
      if (latest === undefined || !item) {
        line.replaceChildren(...served);
      } else {
        const next = item.steps.findIndex((step) => !progress.isDone(latest, step)) + 1;
        line.replaceChildren(`You were at step ${next} of ${item.steps.length}: `, item.link.cloneNode(true));
      }
      if (hadFocus) line.querySelector('a')?.focus();
    };

    show();
    signal.addEventListener('abort', progress.subscribe(guard(show)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-left-off': LeftOffElement;
  }
}
