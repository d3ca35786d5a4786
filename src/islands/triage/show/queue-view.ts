/** Those to unfollow or remove, one at a time and by hand: this page never touches LinkedIn's. */
import { copyText } from '../../../browser/copy-text.ts';
import { requirePart } from '../../../browser/island.ts';
import { makeElement } from '../../../browser/make-element.ts';
import { number, peopleCount } from '../counts-in-words.ts';
import type { MarkedAs } from '../decisions.ts';
import { sayDay } from '../plain-date.ts';
import { next, queueOf, type Queue, type Waiting } from '../queue.ts';
import { workOf } from './about-person.ts';
import { makeButton, makeView, type Shared, type View } from './view.ts';

/** `steps` holds the served templates for each thing that is to be done. */
export function makeQueueView({ session, keeping, island: { guard }, say, today }: Shared, steps: HTMLElement): View {
  const { decisions } = session;
  /** Whether a sitting has just ended. */
  let isResting = false;
  let shown: string | undefined;

  const place = makeElement('p', { class: 'place' });
  const about = makeElement('div', {});
  const how = makeElement('div', {});
  const copied = makeElement('span', { role: 'status' });
  const act = (label: string, as: MarkedAs): HTMLButtonElement =>
    makeButton(
      label,
      guard(() => {
        const waiting = next(queue());
        if (!waiting) return;
        decisions.mark(waiting[0], as);
        isResting = as === 'done' && queue().sitting.done === 0;
        draw();
        say(`${nameOf(waiting)}: ${label.toLowerCase()}. ${told()}`);
      }),
    );
  const acts = makeElement('div', { class: 'acts' }, act('Done', 'done'), act('Skip', 'skipped'), act('Keep after all', 'keep'));
  const undoing = makeButton(
    'Undo',
    guard(() => {
      const undone = decisions.undo();
      isResting = false;
      draw();
      if (undone) say(`${undone.says}. ${told()}`);
    }),
  );
  const goOn = makeButton(
    'Next sitting',
    guard(() => {
      isResting = false;
      draw();
    }),
    { class: 'first' },
  );
  const skipped = makeButton(
    '',
    guard(() => {
      decisions.mark(
        queue().skipped.map(([key]) => key),
        'waiting',
      );
      draw();
    }),
  );
  const size = makeElement('input', { type: 'number', min: '1', max: '200', inputmode: 'numeric', autocomplete: 'off' });
  size.addEventListener(
    'change',
    guard(() => {
      if (size.checkValidity() && size.value) keeping.change({ sitting: Number(size.value) });
      else size.value = String(keeping.settings.sitting);
      draw();
    }),
  );
  const card = makeElement(
    'div',
    { class: 'card', role: 'group', 'aria-label': 'Whose turn it is' },
    place,
    about,
    acts,
    makeElement('p', { class: 'acts' }, goOn, undoing, skipped),
    how,
  );
  const element = makeView(
    'queue',
    'Queue',
    card,
    makeElement('p', { class: 'size' }, makeElement('label', {}, 'People in a sitting ', size)),
  );

  const queue = (): Queue => queueOf(decisions.entries(), keeping.settings.sitting, today());
  const nameOf = ([key, { who }]: Waiting): string => who?.name || key;
  const told = (): string => {
    const waiting = next(queue());
    if (!waiting) return 'Nobody is waiting.';
    return isResting ? 'This sitting is done.' : `Next: ${nameOf(waiting)}.`;
  };

  const drawWaiting = (waiting: Waiting): void => {
    const [key, { decision, who }] = waiting;
    // Only where it is somebody else's turn: what is folded out, and the focus, stay as they are.
    if (shown === `${decision} ${key}`) return;
    shown = `${decision} ${key}`;
    const name = nameOf(waiting);
    copied.textContent = '';
    const copy = makeButton(
      'Copy the name',
      guard(() => {
        void copyText(name, copied, `Copied: ${name}`, 'Your browser does not allow it: select the name and copy it.');
      }),
    );
    const work = workOf(who ?? { company: '', position: '' });
    const filled = requirePart(steps, `template[data-for=${decision}]`, HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
    const profile = filled.querySelector<HTMLAnchorElement>('a[data-profile]');
    if (who?.profile) profile?.setAttribute('href', who.profile);
    else profile?.closest('[data-with-profile]')?.remove();
    about.replaceChildren(
      makeElement('h3', { tabindex: '-1' }, `${decision === 'remove' ? 'Remove' : 'Unfollow'} `, makeElement('bdi', {}, name)),
      ...(work ? [makeElement('p', {}, work)] : []),
      makeElement(
        'p',
        { class: 'facts' },
        who?.connected
          ? `Connected ${sayDay(who.connected)}: LinkedIn’s list shows that day on the card.`
          : 'The day you connected is not known.',
      ),
      ...(who?.warnings ?? []).map((warning) => makeElement('p', { class: 'warns' }, warning)),
      makeElement('p', {}, copy, ' ', copied),
    );
    how.replaceChildren(filled);
  };

  const draw = (): void => {
    const stoodHere = card.contains(document.activeElement);
    const all = queue();
    const waiting = next(all);
    place.textContent = placeOf(all);
    acts.hidden = !waiting || isResting;
    goOn.hidden = !waiting || !isResting;
    skipped.hidden = all.skipped.length === 0;
    skipped.textContent = `Take up ${peopleCount(all.skipped.length)} skipped`;
    undoing.hidden = !decisions.lastStep;
    undoing.ariaLabel = `Undo: ${decisions.lastStep ?? ''}`;
    if (waiting && !isResting) drawWaiting(waiting);
    else {
      shown = undefined;
      how.replaceChildren();
      about.replaceChildren(
        makeElement(
          'h3',
          { tabindex: '-1' },
          waiting ? 'This sitting is done' : all.done.length > 0 ? 'All are done' : 'Nobody is waiting',
        ),
        makeElement('p', {}, restWords(all)),
      );
    }
    // The button that was pressed may be gone.
    if (stoodHere && !card.querySelector(':focus')?.checkVisibility()) about.querySelector('h3')?.focus();
  };

  return {
    element,
    refresh: () => {
      if (size !== document.activeElement) size.value = String(keeping.settings.sitting);
      draw();
    },
  };
}

function placeOf({ waiting, done, sitting, sittingsLeft, pace }: Queue): string {
  if (waiting.length === 0) return done.length > 0 ? `${number(done.length)} done, none left.` : '';
  const days = pace && pace.daysLeft > 1 ? ` At your pace, about ${number(pace.daysLeft)} days.` : '';
  return `${sitting.done} of ${sitting.of} in this sitting. ${number(done.length)} done, ${number(waiting.length)} left: ${number(sittingsLeft)} ${sittingsLeft === 1 ? 'sitting' : 'sittings'}.${days}`;
}

function restWords({ waiting, done, skipped }: Queue): string {
  if (waiting.length > 0) return 'Rest. Where you were is kept: go on now, or another day.';
  if (done.length > 0) return 'A newer file from LinkedIn shows whether they are gone: load it, and it is compared.';
  return skipped.length > 0 ? 'The others were skipped.' : 'Whom you decide to unfollow or remove comes here.';
}
