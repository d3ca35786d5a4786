/** Remembers the ticks of one checklist. The served HTML is a working checklist without it. */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';
import { describeProgress, type ProgressStatus } from '../../browser/progress.ts';
import { progress } from '../../browser/shared-progress.ts';
import { askInPlace } from '../../browser/ask-in-place.ts';

const PROBLEMS: Readonly<Record<ProgressStatus, string>> = {
  saved: '',
  blocked:
    'Your browser does not let this site save anything, so your ticks last only while this page is open: to keep them, allow site data in the browser’s settings.',
  full: 'The browser’s storage is full, so new ticks last only while this page is open: to keep them, free some space on this device, then tick one more step.',
  'later-version':
    'A newer version of this site saved your ticks, so they are left alone and new ones last only while this page is open: to see and keep them, load the page again.',
};

export class ChecklistElement extends IslandElement {
  static override readonly tag = 'lt-checklist';

  #keptEarlyTicks = false;

  protected override start(island: Island): void {
    const { signal, guard } = island;
    const checklist = this.dataset['checklist'] ?? '';
    const boxes = new Map(
      Array.from(this.querySelectorAll<HTMLElement>('[data-step]'), (item) => [requirePart(item, 'input'), item.dataset['step'] ?? '']),
    );
    const bar = requirePart(this, 'progress');
    const status = requirePart(this, '[data-status]');
    const problem = requirePart(this, '[data-problem]');
    const served = status.textContent;
    let done = 0;
    let byThePerson = false;

    const change = <Result>(make: () => Result): Result => {
      byThePerson = true;
      const result = make();
      byThePerson = false;
      return result;
    };

    const show = (): void => {
      done = 0;
      for (const [box, step] of boxes) {
        box.checked = progress.isDone(checklist, step);
        if (box.checked) done++;
      }
      bar.value = done;
      // Spoken only to the person who made the change, not in a second tab or at the Back button.
      status.setAttribute('aria-live', byThePerson ? 'polite' : 'off');
      fill(status, describeProgress(done, boxes.size));
      fill(problem, PROBLEMS[progress.status()]);
      refreshControls();
    };

    // Firefox brings boxes back as they were when a page is loaded again, which would undo what another tab did since. Told so by
    // script, since HTML knows no such attribute on a checkbox; where script fails, what Firefox brings back is all there is.
    for (const box of boxes.keys()) box.autocomplete = 'off';

    // So a box that is checked before anything here has checked it was ticked by the person.
    if (!this.#keptEarlyTicks) {
      for (const [box, step] of boxes) if (box.checked && !progress.isDone(checklist, step)) progress.setDone(checklist, step, true);
      this.#keptEarlyTicks = true;
    }

    const refreshControls = askInPlace(requirePart(this, '[data-controls]'), island, {
      offer: 'Start again',
      question: () => {
        if (!done) return undefined;
        const [text, no] = done === 1 ? ['Untick this step?', 'Keep it'] : [`Untick all ${done}?`, 'Keep them'];
        return { text, yes: 'Untick', no };
      },
      act: () => {
        const cleared = change(() => progress.clear(checklist));
        return {
          text: 'Unticked.',
          undo: () => {
            change(() => {
              progress.restore(cleared);
            });
          },
        };
      },
    });

    show();
    // Set after the first fill, which is no news.
    for (const told of [status, problem]) told.setAttribute('role', 'status');
    status.setAttribute('aria-live', 'polite');

    this.addEventListener(
      'change',
      guard(({ target }) => {
        const box = target as HTMLInputElement;
        const step = boxes.get(box);
        if (step !== undefined)
          change(() => {
            progress.setDone(checklist, step, box.checked);
          });
      }),
      { signal },
    );
    signal.addEventListener('abort', progress.subscribe(guard(show)));
    // Stopped, it saves nothing any more, and must not go on showing that it does.
    signal.addEventListener('abort', () => {
      fill(status, served);
    });
  }
}

/** Writing the same text again would be announced again. */
function fill(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-checklist': ChecklistElement;
  }
}
