/**
 * Leaves the page at once for an ordinary one, which also takes its place in what the Back button leads through. By its links, which without script are
 * links, or by Shift three times, as people may know it from GOV.UK.
 */
import { IslandElement, requirePart, type Island } from '../../browser/island.ts';
import { countShiftPresses, together } from './shift-presses.ts';

const presses = 3;
const hint = 'or press Shift three times';

export class LeaveElement extends IslandElement {
  static override readonly tag = 'lt-leave';

  protected override start({ signal, guard }: Island): void {
    const { href } = requirePart(this, 'a');
    const told = requirePart(this, '[data-told]');
    const count = countShiftPresses();
    const leaveAtClick = guard((event: MouseEvent) => {
      if (!(event.target instanceof Element && event.target.closest('a'))) return;
      event.preventDefault();
      leaveFor(href);
    });
    const leaveAtShift = guard((event: KeyboardEvent) => {
      const more = presses - count(event);
      told.textContent = more < presses ? `Shift: ${more} more to leave` : hint;
      setTimeout(forgetPress, together);
      if (more <= 0) leaveFor(href);
    });
    const forgetPress = (): void => {
      if (!signal.aborted) told.textContent = hint;
    };
    told.textContent = hint;
    told.role = 'status';
    this.addEventListener('click', leaveAtClick, { signal });
    document.addEventListener('keyup', leaveAtShift, { signal });
    signal.addEventListener('abort', () => {
      told.textContent = '';
    });
  }
}

function leaveFor(address: string): void {
  // Out of sight first: the other page may take its time.
  document.documentElement.hidden = true;
  document.title = address;
  location.replace(address);
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-leave': LeaveElement;
  }
}
