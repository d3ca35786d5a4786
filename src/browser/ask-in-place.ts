/**
 * A button that asks before it acts, right where it stands: offer → question → what was done, with an undo where there
 * is one. Nothing covers the page, and whoever has the focus here keeps it here.
 */
import { refused } from './forgetting.ts';
import type { Island } from './island.ts';
import { makeElement } from './make-element.ts';

interface Confirmation {
  text: string;
  yes: string;
  no: string;
}

interface Outcome {
  /** What was done, or what comes of it. What rejects is a browser that does not allow it, and told so. */
  text: string | Promise<string>;
  /** Whether what was said still is so, and an undo would overwrite nothing that came after. */
  holds: () => boolean;
  undo?: () => void;
}

interface Asking {
  offer: string;
  /** Undefined while there is nothing to ask. */
  question: () => Confirmation | undefined;
  act: () => Outcome;
}

export class AskInPlace {
  readonly #place: HTMLElement;
  readonly #guard: Island['guard'];
  readonly #asking: Asking;
  /** None while a change is made from here: that is no news here. What stays true stays as it is, with the focus in it. */
  #refresh: (() => void) | undefined;

  /** Fills `place`, and empties it when the island stops, since its buttons are useless then. */
  constructor(place: HTMLElement, { signal, guard }: Island, asking: Asking) {
    this.#place = place;
    this.#guard = guard;
    this.#asking = asking;
    this.#offer();
    signal.addEventListener('abort', () => {
      place.replaceChildren();
    });
  }

  /** To be called whenever the state behind the question has changed. */
  refresh(): void {
    this.#refresh?.();
  }

  // Those that are handed on are arrow functions, which know whose they are.
  readonly #offer = (): void => {
    if (isWithinAnotherSite()) {
      // Whoever shows this page could lie above it, and guide both presses.
      const { href } = location;
      this.#show(makeElement('a', { href, target: '_top' }, `${this.#asking.offer}: open this page by itself`));
      return;
    }
    const start = this.#button(this.#asking.offer, this.#ask);
    // Not `disabled`, which would drop the focus of somebody who stands on it.
    this.#refresh = () => {
      start.setAttribute('aria-disabled', String(!this.#asking.question()));
    };
    this.#refresh();
    this.#show(start);
  };

  readonly #ask = (): void => {
    const question = this.#asking.question();
    if (!question) {
      this.#offer();
      return;
    }
    this.#refresh = () => {
      if (!this.#asking.question()) this.#offer();
    };
    this.#show(line(question.text), this.#button(question.yes, this.#confirm), this.#button(question.no, this.#offer));
    this.#place.onkeydown = this.#guard(({ key }) => {
      if (key === 'Escape') this.#offer();
    });
  };

  readonly #confirm = (): void => {
    this.#refresh = undefined;
    const { text, holds, undo } = this.#asking.act();
    const undoing =
      undo &&
      this.#button('Undo', () => {
        undo();
        this.#offer();
      });
    // What is there at once is read out with the focus, what comes later as a status.
    const told = typeof text === 'string' ? line(text) : later(text);
    this.#show(told, ...(undoing ? [undoing] : []));
    this.#refresh = () => {
      if (!holds()) this.#offer();
    };
  };

  /** The focus goes to the first part: a screen reader then reads it out, and Tab leads on to the buttons after it. */
  #show(first: HTMLElement, ...others: HTMLElement[]): void {
    const hadFocus = this.#place.contains(document.activeElement);
    this.#place.onkeydown = null;
    this.#place.replaceChildren(first, ...others);
    if (hadFocus) first.focus();
  }

  #button(label: string, press: () => void): HTMLButtonElement {
    const made = makeElement('button', { type: 'button' }, label);
    const pressed = this.#guard(press);
    made.addEventListener('click', () => {
      // Safari leaves the focus elsewhere when a button is clicked, and Escape would not arrive here.
      made.focus();
      pressed();
    });
    return made;
  }
}

/** Whether this page is shown inside a page of another site. */
export function isWithinAnotherSite(): boolean {
  try {
    return window.top?.origin !== origin;
  } catch {
    return true;
  }
}

const line = (text: string, attributes = {}): HTMLElement => makeElement('span', { tabindex: '-1', ...attributes }, text);

function later(text: Promise<string>): HTMLElement {
  const told = line('…', { role: 'status' });
  void text.catch(() => refused).then((outcome) => (told.textContent = outcome));
  return told;
}
