/** Says in words what has changed, in a line that screen readers read out: after a pause, so that somebody who types is not talked over. */

/** Milliseconds without anything new to say. */
const pause = 600;

export class Announcer {
  readonly #line: HTMLElement;
  readonly #announced: () => void;
  #pending = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Empties `line`, and gives back what it was served with at the signal. `announced` is called after each announcement. */
  constructor(line: HTMLElement, signal: AbortSignal, announced: () => void) {
    this.#line = line;
    this.#announced = announced;
    const served = line.textContent;
    line.textContent = '';
    line.setAttribute('role', 'status');
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      line.textContent = served;
    });
  }

  /** Takes the place of what still waits to be announced. */
  announce(text: string): void {
    this.#pending = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush();
    }, pause);
  }

  announceAtOnce(text: string): void {
    this.#pending = text;
    this.flush();
  }

  /** Announces what waits to be, without the pause. */
  flush(): void {
    clearTimeout(this.#timer);
    // Writing the same text again would be announced again.
    if (this.#line.textContent !== this.#pending) this.#line.textContent = this.#pending;
    this.#announced();
  }
}
