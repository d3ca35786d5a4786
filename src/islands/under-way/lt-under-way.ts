/** Leads back to each checklist that is begun and not finished, to the step that comes next: the one that was ticked last first. */
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { progress } from '../../browser/shared-progress.ts';

interface Item {
  readonly checklist: string;
  readonly steps: readonly string[];
  readonly path: string;
  readonly title: string;
}

export class UnderWayElement extends IslandElement {
  static override readonly tag = 'lt-under-way';

  #served: HTMLElement | undefined;
  /** What is shown, in words. */
  #shown = '';

  protected override start({ signal, follow }: Island): void {
    const served = (this.#served ??= requirePart(this, '[data-empty]'));
    const template = requirePart(this, 'template', HTMLTemplateElement);
    const items = itemsIn(template);
    follow(progress, () => {
      const ways = waysBack(items) ?? [served];
      const words = ways.map((way) => way.innerHTML).join();
      // Other news leave the focus and an open fold as they are.
      if (words !== this.#shown) this.#show([template, ...ways]);
      this.#shown = words;
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
    const isOpen = this.querySelector('details')?.open ?? false;
    this.replaceChildren(...parts);
    const fold = this.querySelector('details');
    if (fold) fold.open = isOpen;
    if (!focused) return;
    const links = [...this.querySelectorAll('a')];
    const path = (link: Element): string | undefined => link.getAttribute('href')?.replace(/#.*/, '');
    const same = focused.matches('summary') ? fold?.querySelector('summary') : links.find((link) => path(link) === path(focused));
    (same ?? links[0])?.focus();
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

/** One by one: a call takes only so many arguments, and storage may hold more. */
const lastOf = (times: readonly string[]): number => times.reduce((last, time) => Math.max(last, Date.parse(time)), 0);

/** Undefined where nothing is under way. */
function waysBack(items: readonly Item[]): HTMLElement[] | undefined {
  const [latest, ...earlier] = items
    .flatMap((item) => {
      const done = item.steps.filter((step) => progress.isDone(item.checklist, step));
      const time = done.length > 0 && done.length < item.steps.length ? lastOf(progress.times(item.checklist)) : undefined;
      return time === undefined ? [] : [{ item, time }];
    })
    .toSorted((one, other) => other.time - one.time)
    .map(({ item, time }) => wayBack(item, time));
  if (!latest) return undefined;
  const list = (ways: readonly HTMLElement[]): HTMLElement => makeElement('ul', { role: 'list' }, ...ways);
  if (earlier.length === 0) return [list([latest])];
  return [list([latest]), makeElement('details', {}, makeElement('summary', {}, `And ${earlier.length} more`), list(earlier))];
}

/** To the first step that is not done. */
function wayBack({ checklist, steps, path, title }: Item, time: number): HTMLLIElement {
  const next = steps.findIndex((step) => !progress.isDone(checklist, step));
  const day = new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  return makeElement(
    'li',
    {},
    makeElement(
      'a',
      { href: `${path}#${checklist}.${steps[next] ?? ''}` },
      title,
      ' ',
      makeElement('small', {}, `Step ${next + 1} of ${steps.length}, last ticked on ${day}`),
    ),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-under-way': UnderWayElement;
  }
}
