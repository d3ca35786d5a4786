/** Says in words what has changed, in a line that screen readers read out: after a pause, so that somebody who types is not talked over. */

/** Milliseconds without anything new to say. */
const pause = 600;

export interface Announcer {
  /** Takes the place of what still waits to be announced. */
  readonly announce: (text: string) => void;
  /** Announces what waits to be, without the pause. */
  readonly flush: () => void;
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
  const served = line.textContent;
  line.textContent = '';
  line.setAttribute('role', 'status');
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    line.textContent = served;
  });
  return { announce, flush };
}
