/** Says in words what has changed, in a line that screen readers read out: after a pause, so that somebody who types is not talked over. */

/** Milliseconds without anything new to say. */
const pause = 600;

export interface Announcer {
  /** Takes the place of what still waits to be announced. */
  readonly announce: (text: string) => void;
  /** Announces what waits to be, without the pause. */
  readonly flush: () => void;
  /** Leaves the line as much room as `text` would take, whatever it says: what stands below moves now, and not when it is announced. */
  readonly makeRoomFor: (text: string) => void;
}

/** Empties `line`, and gives back what it was served with at the signal. `announced` is called after each announcement. */
export function createAnnouncer(line: HTMLElement, signal: AbortSignal, announced: () => void): Announcer {
  let pending = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    // Writing the same text again would be announced again.
    if (line.textContent !== pending) line.textContent = pending;
    announced();
  };
  const announce = (text: string): void => {
    pending = text;
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
  };
  const makeRoomFor = (text: string): void => {
    line.style.minHeight = '';
    // Nobody hears a copy that is gone before the browser has drawn it.
    const copy = line.cloneNode() as HTMLElement;
    copy.append(text);
    line.after(copy);
    // Browsers tell it in whole pixels, and may have cut off a part of one.
    line.style.minHeight = `${copy.offsetHeight + 1}px`;
    copy.remove();
  };
  const served = line.textContent;
  line.textContent = '';
  line.setAttribute('role', 'status');
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    line.textContent = served;
    line.style.minHeight = '';
  });
  return { announce, flush, makeRoomFor };
}
