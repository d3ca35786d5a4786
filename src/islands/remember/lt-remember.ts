/** Lets somebody choose whether the ticks of a private checklist are kept on the device, and forget them. As long as nobody asks, they are not kept. */
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { REMEMBERED } from '../../browser/progress.ts';
import { progress } from '../../browser/shared-progress.ts';

export class RememberElement extends IslandElement {
  static override readonly tag = 'lt-remember';

  protected override start({ signal, guard, follow }: Island): void {
    const checklist = requireAttribute(this, 'data-checklist');
    const choice = requirePart(this, '[data-choice]');
    const told = requirePart(this, '[data-told]');
    const served = told.textContent;
    // What is kept is what counts, not what the browser brings back.
    const box = makeElement('input', { type: 'checkbox', autocomplete: 'off' });
    const forget = makeElement('button', { type: 'button' }, 'Forget', makeElement('span', { class: 'unseen' }, ' my ticks here'));
    choice.replaceChildren(makeElement('label', {}, box, 'Remember my ticks on this device'), forget);
    told.setAttribute('role', 'status');
    // The checklist says so too, whichever of them comes first.
    progress.holdBack(checklist);
    follow(progress, () => {
      box.checked = progress.isDone(checklist, REMEMBERED);
      told.textContent = served;
    });
    const remember = guard(() => {
      progress.setDone(checklist, REMEMBERED, box.checked);
    });
    // At once: who fears to be seen has no time for a question, and an undo would show what was there.
    const forgetAll = guard(() => {
      progress.clear(checklist);
      told.textContent =
        progress.status() === 'saved'
          ? 'Forgotten: nothing of this list is kept.'
          : 'The browser did not allow it: clear the data of this site in the browser’s settings.';
    });
    box.addEventListener('change', remember);
    forget.addEventListener('click', forgetAll);
    signal.addEventListener('abort', () => {
      choice.replaceChildren();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-remember': RememberElement;
  }
}
