/** Leads back to each checklist that is begun and not finished, to the step that comes next: the one that was ticked last first. Then to what comes next in the plan, and to what is done. */
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { PLAN_KEY } from '../../browser/kept.ts';
import { nameOfDay } from '../../browser/name-of-day.ts';
import { kept } from '../../browser/shared-kept.ts';
import { progress } from '../../browser/shared-progress.ts';
import type { besides } from './besides.ts';
import { folded, list, ticked, wayTo, type Item } from './list-lines.ts';

export class UnderWayElement extends IslandElement {
  static override readonly tag = 'lt-under-way';

  #served: HTMLElement | undefined;
  /** What is shown, in words. */
  #shown = '';
  /** Loaded where there is anything of it: a plan, or room for what is done. */
  #besides: typeof besides | undefined;

  protected override start({ signal, guard, follow }: Island): void {
    const served = (this.#served ??= requirePart(this, '[data-empty]'));
    const template = requirePart(this, 'template', HTMLTemplateElement);
    const items = itemsIn(template);
    const isDoneShown = this.hasAttribute('data-done');
    const show = (): void => {
      const ways = [...waysBack(items), ...(this.#besides?.(items, isDoneShown) ?? [])];
      const words = ways.map((way) => way.outerHTML).join('');
      // Other news leave the focus and an open fold as they are.
      if (words !== this.#shown) this.#show([template, ...(words ? ways : [served])]);
      this.#shown = words;
    };
    const load = (): void => {
      import('./besides.ts').then(
        (loaded) => {
          this.#besides = loaded.besides;
          if (!signal.aborted) guard(follow)(loaded.plan, show);
        },
        () => {
          // The rest is told without it.
        },
      );
    };
    follow(progress, () => {
      show();
      // Where storage can't be read, there is no plan either.
      kept.attempt((storage) => {
        if (!this.#besides && (isDoneShown || storage.getItem(PLAN_KEY))) load();
      });
    });
    // Stopped, it hears of no change any more.
    signal.addEventListener('abort', () => {
      this.#shown = '';
      this.#show([template, served]);
    });
  }

  /** In place of what is there. The focus stays on the same link, the fold as it is. */
  #show(parts: readonly HTMLElement[]): void {
    const focused = this.contains(document.activeElement) ? document.activeElement : undefined;
    const folds = (): HTMLDetailsElement[] => [...this.querySelectorAll('details')];
    const open = folds().map((fold) => fold.open && fold.dataset['fold']);
    this.replaceChildren(...parts);
    for (const fold of folds()) fold.open = open.includes(fold.dataset['fold']);
    if (!focused) return;
    const name = (part: Element): string | undefined =>
      part.getAttribute('href')?.replace(/#.*/, '') ?? part.parentElement?.dataset['fold'];
    const all = [...this.querySelectorAll<HTMLElement>('a, summary')];
    (all.find((part) => name(part) === name(focused)) ?? all[0])?.focus();
  }
}

/** What the page was served with. */
const itemsIn = ({ content }: HTMLTemplateElement): Item[] =>
  Array.from(content.querySelectorAll<HTMLElement>('[data-checklist]'), (item) => {
    const link = requirePart(item, 'a');
    return {
      checklist: requireAttribute(item, 'data-checklist'),
      steps: requireAttribute(item, 'data-steps').split(' '),
      path: link.getAttribute('href') ?? '',
      title: link.textContent,
    };
  });

/** None where nothing is under way. */
function waysBack(items: readonly Item[]): HTMLElement[] {
  const [latest, ...earlier] = ticked(items, (count, { steps }) => count > 0 && count < steps.length).map(({ item, time }) => {
    const next = item.steps.findIndex((step) => !progress.isDone(item.checklist, step));
    const words = `Step ${next + 1} of ${item.steps.length}, last ticked ${nameOfDay(time)}`;
    return wayTo(item.title, `${item.path}#${item.checklist}.${item.steps[next] ?? ''}`, words);
  });
  return latest ? [list([latest]), ...folded('more', `And ${earlier.length} more`, earlier)] : [];
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-under-way': UnderWayElement;
  }
}
