/** Remembers the ticks of one checklist. The served HTML is a working checklist without it. */
import { askToKeep } from '../../browser/ask-to-keep.ts';
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { describeProgress, type ProgressStatus } from '../../browser/progress.ts';
import { progress } from '../../browser/shared-progress.ts';

export class ChecklistElement extends IslandElement {
  static override readonly tag = 'lt-checklist';

  #checklist!: string;
  /** Each box with the step it stands for. */
  #boxes!: ReadonlyMap<HTMLInputElement, string>;
  #bar!: HTMLProgressElement;
  #status!: HTMLElement;
  #problem!: HTMLElement;
  /** What is told, or about to be. */
  #told: ProgressStatus = 'saved';
  #isByThePerson = false;
  #keptEarlyTicks = false;

  protected override start({ signal, guard, follow }: Island): void {
    this.#findParts();
    const served = this.#status.textContent;
    if (this.hasAttribute('data-private')) progress.holdBack(this.#checklist);
    this.#keepEarlyTicks();
    follow(progress, () => {
      this.#show();
    });
    // Set after the first fill, which is no news.
    for (const line of [this.#status, this.#problem]) line.role = 'status';
    this.#status.ariaLive = 'polite';
    const changed = guard(({ target }: Event) => {
      this.#tick(target as HTMLInputElement);
    });
    this.addEventListener('change', changed, { signal });
    // Stopped, it saves nothing any more, and must not go on showing that it does.
    signal.addEventListener('abort', () => {
      this.#status.textContent = served;
      void this.#tell('saved');
    });
  }

  #findParts(): void {
    this.#checklist = requireAttribute(this, 'data-checklist');
    const boxes = this.querySelectorAll<HTMLInputElement>('li > input');
    // An id ends with its step's, behind a dot.
    this.#boxes = new Map(Array.from(boxes, (box) => [box, box.id.replace(/.+\./, '')]));
    this.#bar = requirePart(this, 'progress');
    this.#status = requirePart(this, '[data-status]');
    this.#problem = requirePart(this, '[data-problem]');
  }

  #keepEarlyTicks(): void {
    // A box that is checked before anything here has checked it was ticked by the person: browsers leave boxes alone that are served with autocomplete="off"
    // when a page is loaded again. What is put into them later, as Firefox does when a tab is opened again, is shown as it is kept.
    if (this.#keptEarlyTicks) return;
    for (const [box, step] of this.#boxes) {
      if (box.checked && !progress.isDone(this.#checklist, step)) progress.setDone(this.#checklist, step, true);
    }
    this.#keptEarlyTicks = true;
  }

  #tick(box: HTMLInputElement): void {
    const step = this.#boxes.get(box);
    if (!step) return;
    this.#isByThePerson = true;
    progress.setDone(this.#checklist, step, box.checked);
    this.#isByThePerson = false;
    if (this.#bar.value === 1 && !progress.isHeldBack(this.#checklist)) askToKeep();
  }

  #show(): void {
    let count = 0;
    // WebKit resets the boxes of a page that it kept to their default.
    for (const [box, step] of this.#boxes) if ((box.defaultChecked = box.checked = progress.isDone(this.#checklist, step))) count += 1;
    this.#bar.value = count;
    const text = describeProgress(count, this.#boxes.size);
    // Writing the same text again would be announced again.
    if (text !== this.#status.textContent) {
      // Spoken only to the person who made the change, not in a second tab or at the Back button.
      this.#status.ariaLive = this.#isByThePerson ? 'polite' : 'off';
      this.#status.textContent = text;
    }
    void this.#tell(progress.isHeldBack(this.#checklist) ? 'saved' : progress.status());
  }

  async #tell(status: ProgressStatus): Promise<void> {
    if (status === this.#told) return;
    this.#told = status;
    const text =
      status === 'saved'
        ? ''
        : await import('./tick-problems.ts').then(
            (problems) => problems.PROBLEMS[status],
            () => 'Not all ticks are kept.',
          );
    if (status === this.#told) this.#problem.textContent = text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-checklist': ChecklistElement;
  }
}
