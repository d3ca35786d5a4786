/**
 * A button that asks before it acts, right where it stands: offer → question → what was done, with an undo where there
 * is one. Nothing covers the page, and whoever has the focus here keeps it here.
 */
import type { Island } from './island.ts';

interface Question {
  text: string;
  yes: string;
  no: string;
}

interface Outcome {
  text: string;
  undo?: () => void;
}

interface Asking {
  offer: string;
  /** Undefined while there is nothing to ask. */
  question: () => Question | undefined;
  act: () => Outcome;
}

/**
 * Fills `place`, and empties it when the island stops, since its buttons are useless then. Returns what to call whenever
 * the state behind the question has changed.
 */
export function askInPlace(place: HTMLElement, { signal, guard }: Island, { offer, question, act }: Asking): () => void {
  /** None while a change is made from here: that is no news here. */
  let refresh: (() => void) | undefined;

  const button = (label: string, press: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    const pressed = guard(press);
    made.addEventListener('click', () => {
      // Safari leaves the focus elsewhere when a button is clicked, and Escape would not arrive here.
      made.focus();
      pressed();
    });
    return made;
  };

  const line = (text: string): HTMLElement => {
    const made = document.createElement('span');
    made.tabIndex = -1;
    made.textContent = text;
    return made;
  };

  /** The focus goes to the first part: a screen reader then reads it out, and Tab leads on to the buttons after it. */
  const show = (first: HTMLElement, ...others: HTMLElement[]): void => {
    const hadFocus = place.contains(document.activeElement);
    place.onkeydown = null;
    place.replaceChildren(first, ...others);
    if (hadFocus) first.focus();
  };

  const offerAgain = (): void => {
    const start = button(offer, ask);
    // Not `disabled`, which would drop the focus of somebody who stands on it.
    refresh = () => {
      start.setAttribute('aria-disabled', String(!question()));
    };
    refresh();
    show(start);
  };

  const ask = (): void => {
    const asked = question();
    if (!asked) {
      offerAgain();
      return;
    }
    refresh = ask;
    show(line(asked.text), button(asked.yes, confirm), button(asked.no, offerAgain));
    place.onkeydown = guard(({ key }) => {
      if (key === 'Escape') offerAgain();
    });
  };

  const confirm = (): void => {
    refresh = undefined;
    const { text, undo } = act();
    const undoing =
      undo &&
      button('Undo', () => {
        undo();
        offerAgain();
      });
    show(line(text), ...(undoing ? [undoing] : []));
    // What was said holds until anything else changes; an undo must not overwrite what came after.
    refresh = offerAgain;
  };

  offerAgain();
  signal.addEventListener('abort', () => {
    place.replaceChildren();
  });
  return () => refresh?.();
}
