/** The rules, in the order in which they are tried: each with its switch, and with the people it speaks of. */
import { makeElement } from '../../../browser/make-element.ts';
import { number } from '../counts-in-words.ts';
import { rules, type RuleId } from '../rules.ts';
import { everybody } from '../session.ts';
import { decisionLabels, makeButton, type Shared, type ShowPeople } from './view.ts';

export function makeRuleList(shared: Shared, show: ShowPeople): HTMLElement {
  const counts = shared.session.undecidedByRule();
  const rows = rules.map(({ id, says, decision, lean }) =>
    makeElement(
      'li',
      {},
      makeSwitch(shared, id, says),
      `: ${lean ? 'perhaps ' : ''}${decisionLabels[decision].toLowerCase()} `,
      ...makeWayTo(id, says, counts.get(id) ?? 0, show),
    ),
  );
  return makeElement(
    'section',
    { class: 'rules' },
    makeElement('h3', {}, 'What the rules suggest'),
    makeElement(
      'p',
      {},
      'The first that fits counts. None suggests to remove anybody (',
      makeElement('a', { href: '#why-does-it-never-suggest-to-remove-anybody' }, 'why?'),
      '). Switch off those you don’t share.',
    ),
    makeElement('ol', {}, ...rows),
  );
}

function makeSwitch({ session, keeping, island: { guard } }: Shared, id: RuleId, says: string): HTMLElement {
  if (id === 'nothing-known') return makeElement('span', {}, says);
  const box = makeElement('input', { type: 'checkbox', autocomplete: 'off', id: `rule-${id}` });
  box.checked = !session.given.off.has(id);
  box.addEventListener(
    'change',
    guard(() => {
      const { off } = keeping.settings;
      keeping.change({ off: box.checked ? off.filter((each) => each !== id) : [...off, id] });
    }),
  );
  return makeElement('label', {}, box, ` ${says}`);
}

function makeWayTo(rule: RuleId, says: string, count: number, show: ShowPeople): HTMLElement[] {
  if (count === 0) return [];
  const see = (): void => {
    show('list', { ...everybody, rule, decision: 'undecided' });
  };
  return [makeButton(`${number(count)} undecided`, see, { 'aria-label': `${number(count)} undecided: ${says}` })];
}
