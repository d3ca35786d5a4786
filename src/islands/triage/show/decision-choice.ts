/** The four decisions as radio buttons: one stop for Tab, one press for each. */
import { makeElement } from '../../../browser/make-element.ts';
import { decisions, type Decision } from '../person.ts';
import { decisionLabels } from './view.ts';

export interface DecisionChoice {
  readonly element: HTMLElement;
  readonly show: (decision: Decision | undefined) => void;
}

let made = 0;

/** `about` names what is decided, for who hears it. */
export function makeDecisionChoice(about: string, choose: (decision: Decision) => void): DecisionChoice {
  const name = `decision-${made++}`;
  const inputs = decisions.map((decision) => makeElement('input', { type: 'radio', name, value: decision, autocomplete: 'off' }));
  const labels = inputs.map((input) => makeElement('label', {}, input, decisionLabels[input.value as Decision]));
  const element = makeElement(
    'div',
    { class: 'choices' },
    makeElement('fieldset', {}, makeElement('legend', { class: 'unseen' }, about), ...labels),
  );
  element.addEventListener('change', ({ target }) => {
    choose((target as HTMLInputElement).value as Decision);
  });
  return {
    element,
    show: (decision) => {
      for (const input of inputs) input.checked = input.value === decision;
    },
  };
}
