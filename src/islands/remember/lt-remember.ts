/** Lets somebody choose whether the ticks of a private checklist are kept on the device, and forget them. As long as nobody asks, they are not kept. */
import { askToKeep } from '../../browser/ask-to-keep.ts';
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { REMEMBERED } from '../../browser/progress.ts';
import { kept } from '../../browser/shared-kept.ts';
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
    const forget = makeElement('button', { 'aria-label': 'Forget my ticks here' }, 'Forget');
    choice.replaceChildren(makeElement('label', {}, box, 'Remember my ticks on this device'), forget);
    told.role = 'status';
    // The checklist says so too, whichever of them comes first.
    progress.holdBack(checklist);
    follow(progress, () => {
      box.checked = progress.isDone(checklist, REMEMBERED);
      // What was told holds until something of this list is ticked or to be kept.
      if (progress.ticks(checklist).length > 0) told.textContent = served;
    });
    box.onchange = guard(() => {
      progress.setDone(checklist, REMEMBERED, box.checked);
      if (box.checked) askToKeep();
    });
    // At once: who fears to be seen has no time for a question, and an undo would show what was there.
    forget.onclick = guard(() => {
      progress.clear(checklist);
      void import('../../browser/forget-list.ts')
        .then(
          // Taken apart here, the module would be taken apart and put together again by what Vite makes of it.
          (forgetting) => forgetting.forgetList(kept, checklist, progress.status()),
          () => 'Not all is forgotten.',
        )
        .then((text) => {
          told.textContent = text;
        });
    });
    signal.addEventListener('abort', () => {
      choice.replaceChildren();
      told.textContent = served;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-remember': RememberElement;
  }
}
