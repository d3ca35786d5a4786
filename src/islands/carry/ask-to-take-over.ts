/** Shows what would change here, asks, and does what somebody chose: with an undo that brings back exactly what was. */
import { askToKeep } from '../../browser/ask-to-keep.ts';
import type { Island } from '../../browser/island.ts';
import { NAMESPACE, write } from '../../browser/kept.ts';
import { makeElement } from '../../browser/make-element.ts';
import { PLAN, type PlanEntry } from '../../browser/plan.ts';
import type { ProgressStatus, StepChange } from '../../browser/progress.ts';
import { kept } from '../../browser/shared-kept.ts';
import { plan as ownPlan } from '../../browser/shared-plan.ts';
import { progress } from '../../browser/shared-progress.ts';
import type { Carried } from './carried.ts';
import type { NumberedChecklist } from './numbers.ts';
import { propose, type Proposal } from './proposal.ts';
import { counted, listed } from './counted-words.ts';

interface Given {
  readonly place: HTMLElement;
  readonly numbers: readonly NumberedChecklist[];
  /** The address of the page above all checklists. */
  readonly checklists: string;
  readonly island: Island;
}

const problems: Readonly<Record<Exclude<ProgressStatus, 'saved' | 'set-aside'>, string>> = {
  blocked: 'Your browser lets this site save nothing: allow site data in its settings, then load this page again.',
  full: 'The browser’s storage is full: free some space on this device, then load this page again.',
  'later-version': 'A newer version of this site saved your ticks here, so they are left alone: load this page again.',
};

/** Why nothing could be saved; undefined where it can. */
function problemHere(): string | undefined {
  const fault = kept.attempt((storage) => {
    write(storage, NAMESPACE, NAMESPACE);
    storage.removeItem(NAMESPACE);
  });
  const status = fault ?? progress.status();
  return status === 'saved' || status === 'set-aside' ? undefined : problems[status];
}

/** Undefined where a later version keeps one: that is left alone. */
const planHere = (): readonly PlanEntry[] | undefined => (ownPlan.status() === 'later-version' ? undefined : ownPlan.entries());

export class AskToTakeOver {
  readonly #given: Given;
  /** Shows again what is open, after news. */
  #refresh: (() => void) | undefined;

  constructor(given: Given) {
    this.#given = given;
    given.island.follow(progress, () => {
      this.#refresh?.();
    });
  }

  refuse(why: string): void {
    this.#forgetAddress();
    this.#show([this.#heading('Nothing has changed'), makeElement('p', {}, why), this.#row(this.#button('Close', this.#close))]);
  }

  ask(carried: Carried, from: 'link' | 'file'): void {
    const box = makeElement('input', { type: 'checkbox', autocomplete: 'off' });
    const heading = this.#heading(`What this ${from} would change here`);
    let shown = '';
    const show = (): void => {
      const proposal = this.#propose(carried);
      const [problem, words] = [problemHere(), wordsOf(proposal, carried, from)];
      const now = JSON.stringify([problem, words]);
      if (now === shown) return;
      shown = now;
      this.#show([
        heading,
        ...this.#parts({
          proposal,
          problem,
          words,
          box,
          from,
          take: (way) => {
            this.#take(this.#propose(carried)[way](box.checked), way);
          },
        }),
      ]);
    };
    show();
    this.#refresh = show;
    heading.focus();
  }

  readonly #propose = (carried: Carried): Proposal =>
    propose(carried, { numbers: this.#given.numbers, progress, plan: planHere(), now: new Date() });

  #parts({
    proposal,
    problem,
    words,
    box,
    from,
    take,
  }: {
    readonly proposal: Proposal;
    readonly problem: string | undefined;
    readonly words: Words;
    readonly box: HTMLInputElement;
    readonly from: string;
    readonly take: (way: 'merge' | 'replace') => void;
  }): HTMLElement[] {
    const paragraph = (text: string): HTMLElement => makeElement('p', {}, text);
    const left = words.unknown ? [paragraph(words.unknown)] : [];
    if (problem) return [paragraph(problem), ...left, this.#row(this.#button('Leave it', this.#leave))];
    const isNews = words.changes.length > 0;
    const changes = isNews
      ? makeElement('ul', {}, ...words.changes.map((text) => makeElement('li', {}, text)))
      : paragraph(proposal.privateSteps > 0 ? 'Nothing, but for what is private.' : 'Nothing: all that it holds is here already.');
    const ofPrivate = makeElement(
      'p',
      {},
      makeElement(
        'label',
        {},
        box,
        `Also take ${counted(proposal.privateSteps, 'step')} of private lists, and remember them on this device`,
      ),
    );
    const add = this.#button('Add it to what is here', () => {
      take('merge');
    });
    add.className = 'chief';
    const replace = this.#button('Replace what is here', () => {
      take('replace');
    });
    return [
      changes,
      ...(proposal.privateSteps > 0 ? [ofPrivate] : []),
      ...left,
      ...(words.loss ? [paragraph(words.loss)] : []),
      makeElement('p', { class: 'note' }, `Take it only if you made this ${from}, or know who did.`),
      this.#row(
        ...(isNews || proposal.privateSteps > 0 ? [add] : []),
        ...(words.loss ? [replace] : []),
        this.#button(isNews || words.loss ? 'Leave it' : 'Close', this.#leave),
      ),
    ];
  }

  readonly #leave = (): void => {
    this.#forgetAddress();
    this.#close();
  };

  readonly #close = (): void => {
    this.#refresh = undefined;
    this.#show([]);
  };

  #take(
    { ticks, plan }: { readonly ticks: readonly StepChange[]; readonly plan: readonly PlanEntry[] | undefined },
    way: 'merge' | 'replace',
  ): void {
    this.#refresh = undefined;
    const before = this.#whatIs(ticks);
    const planBefore = planHere();
    progress.change(ticks);
    if (plan) ownPlan.change(() => plan);
    this.#forgetAddress();
    askToKeep();
    const { life } = progress;
    const isAsMade = (): boolean =>
      progress.life === life &&
      JSON.stringify(this.#whatIs(ticks)) === JSON.stringify(ticks) &&
      (!plan || JSON.stringify(planHere()) === JSON.stringify(plan));
    this.#tell(way === 'merge' ? 'Added: your ticks are here.' : 'Replaced: this device is as the other was.', ticks, {
      isAsMade,
      undo: () => {
        progress.change(before);
        if (plan && planBefore) ownPlan.change(() => planBefore);
      },
    });
  }

  /** The same steps, as they are now. */
  #whatIs(changes: readonly StepChange[]): StepChange[] {
    return changes.map(([checklist, step]) => [checklist, step, progress.ticks(checklist).find(([, other]) => other === step)?.[2]]);
  }

  #tell(
    done: string,
    ticks: readonly StepChange[],
    { isAsMade, undo }: { readonly isAsMade: () => boolean; readonly undo: () => void },
  ): void {
    const { checklists, numbers } = this.#given;
    const heading = this.#heading(done);
    const changed = new Set(ticks.map(([checklist]) => checklist));
    const ways = numbers
      .filter((list) => changed.has(list.id) && !list.private && list.id !== PLAN)
      .map(({ id, title }) => makeElement('li', {}, makeElement('a', { href: `${checklists}${id}/` }, title)));
    const problem = problemHere();
    const undoing = this.#button('Undo', () => {
      undo();
      this.#refresh = undefined;
      const undone = this.#heading('Undone: all is as it was.');
      this.#show([undone, this.#row(this.#button('Close', this.#close))]);
      undone.focus();
    });
    this.#show([
      heading,
      ...(problem ? [makeElement('p', { role: 'alert' }, problem)] : []),
      ...(ways.length > 0 ? [makeElement('p', {}, 'Go on with:'), makeElement('ul', {}, ...ways)] : []),
      this.#row(undoing, this.#button('Close', this.#close)),
    ]);
    heading.focus();
    this.#refresh = () => {
      if (isAsMade()) return;
      // It would overwrite what came after.
      if (undoing === document.activeElement) heading.focus();
      undoing.remove();
    };
  }

  /** Whoever loads the page again, or passes its address on, is not to meet it once more. */
  #forgetAddress(): void {
    if (location.hash.startsWith('#progress=')) history.replaceState(history.state, '', location.pathname + location.search);
  }

  #show(parts: readonly HTMLElement[]): void {
    const { place } = this.#given;
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(...parts);
    if (hadFocus && !place.contains(document.activeElement)) (parts[0] ?? place).focus();
  }

  /** Takes the focus, so that a screen reader reads on from it. */
  #heading(text: string): HTMLElement {
    return makeElement('h2', { tabindex: '-1' }, text);
  }

  #row(...buttons: HTMLElement[]): HTMLElement {
    return makeElement('p', { class: 'acts' }, ...buttons);
  }

  #button(label: string, press: () => void): HTMLButtonElement {
    const made = makeElement('button', { type: 'button' }, label);
    made.onclick = this.#given.island.guard(press);
    return made;
  }
}

interface Words {
  readonly changes: readonly string[];
  readonly loss: string;
  readonly unknown: string;
}

function wordsOf({ lists, planned, losses, isPlanLost }: Proposal, { unknown }: Carried, from: string): Words {
  const lost = [...losses.map(({ title, steps }) => `${counted(steps.length, 'step')} of “${title}”`)];
  const untick = lost.length > 0 ? [`untick ${listed(lost)}`] : [];
  const plan = isPlanLost ? ['put the other plan in place of yours'] : [];
  const loss = listed([...untick, ...plan]);
  return {
    changes: [
      ...lists.map(({ id, title, added, then, count }) =>
        id === PLAN
          ? `${title}: ${counted(added.length, 'more list')} ticked`
          : `${title}: ${counted(added.length, 'more step')} ticked, ${then} of ${count} then`,
      ),
      ...(planned > 0 ? [`Your plan: ${counted(planned, 'checklist')} added or given a date`] : []),
    ],
    loss: loss && `Adding takes nothing away. Replacing would ${loss}.`,
    unknown:
      unknown > 0
        ? `${counted(unknown, 'part')} of this ${from} ${unknown === 1 ? 'is' : 'are'} unknown here, and left out: perhaps it is from a newer version of this site.`
        : '',
  };
}
