/** Shows what would change here, asks, and does what somebody chose: with an undo that brings back exactly what was. */
import { askToKeep } from '../../browser/ask-to-keep.ts';
import type { Island } from '../../browser/island.ts';
import { NAMESPACE, write } from '../../browser/kept.ts';
import { makeElement } from '../../browser/make-element.ts';
import { PLAN, type PlanEntry } from '../../browser/plan.ts';
import { REMEMBERED, type ProgressStatus, type StepChange } from '../../browser/progress.ts';
import { kept } from '../../browser/shared-kept.ts';
import { plan as ownPlan } from '../../browser/shared-plan.ts';
import { progress } from '../../browser/shared-progress.ts';
import type { Carried } from './carried.ts';
import { mayBePlanned, type NumberedChecklist } from './numbers.ts';
import { propose, type Proposal } from './proposal.ts';
import { counted, ifAny, listed } from './counted-words.ts';

interface Given {
  readonly place: HTMLElement;
  readonly numbers: readonly NumberedChecklist[];
  /** The address of the page above all checklists. */
  readonly checklists: string;
  readonly island: Island;
}

/** Why nothing can be saved, or taken along. */
export const problems: Readonly<Partial<Record<ProgressStatus, string>>> = {
  blocked: 'Your browser lets this site save nothing: allow site data in its settings, then load this page again.',
  full: 'The browser’s storage is full: free some space on this device, then load this page again.',
  'later-version': 'A newer version of this site saved what is here, so it is left alone: load this page again.',
};

/** Why nothing could be saved; undefined where it can. */
function problemHere(): string | undefined {
  const fault = kept.attempt((storage) => {
    write(storage, NAMESPACE, NAMESPACE);
    storage.removeItem(NAMESPACE);
  });
  // Where a later version keeps a plan, ticks can be taken all the same.
  const ofPlan = planHere() && ownPlan.status();
  return [fault, progress.status(), ofPlan].map((status) => status && problems[status]).find(Boolean);
}

/** Undefined where a later version keeps one: that is left alone. */
const planHere = (): readonly PlanEntry[] | undefined => (ownPlan.status() === 'later-version' ? undefined : ownPlan.entries());

export class AskToTakeOver {
  readonly #given: Given;
  /** Shows again what is open, after news. */
  #refresh: (() => void) | undefined;

  constructor(given: Given) {
    this.#given = given;
    // So that the focus stays where it was asked, once that is closed.
    given.place.tabIndex = -1;
    given.island.follow(progress, () => {
      this.#refresh?.();
    });
  }

  refuse(why: string): void {
    this.#forgetAddress();
    this.#end('Nothing has changed', makeElement('p', {}, why));
  }

  /** Shows what nothing can be done about, but to close it. */
  #end(words: string, ...more: readonly HTMLElement[]): void {
    this.#refresh = undefined;
    const heading = this.#heading(words);
    this.#show([heading, ...more, this.#row(this.#button('Close', this.#close))]);
    heading.focus();
  }

  ask(carried: Carried, from: 'link' | 'file'): void {
    const box = makeElement('input', { type: 'checkbox', autocomplete: 'off' });
    const heading = this.#heading(`What this ${from} would change here`);
    let shown = '';
    const show = (): void => {
      const words = wordsOf(this.#propose(carried), carried, from);
      const now = JSON.stringify(words);
      if (now === shown) return;
      shown = now;
      this.#show([
        heading,
        ...this.#parts({
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
    words: { problem, changes, loss, left, privateSteps },
    box,
    from,
    take,
  }: {
    readonly words: Words;
    readonly box: HTMLInputElement;
    readonly from: string;
    readonly take: (way: 'merge' | 'replace') => void;
  }): HTMLElement[] {
    const paragraph = (text: string): HTMLElement => makeElement('p', {}, text);
    const leftOut = left.map(paragraph);
    if (problem) return [paragraph(problem), ...leftOut, this.#row(this.#button('Leave it', this.#leave))];
    const isNews = changes.length > 0;
    const isPrivate = privateSteps > 0;
    const news = isNews
      ? makeElement('ul', {}, ...changes.map((text) => makeElement('li', {}, text)))
      : paragraph(
          isPrivate ? 'Nothing, but for what is private.' : left.length > 0 ? 'Nothing.' : 'Nothing: all that it holds is here already.',
        );
    const ofPrivate = makeElement(
      'p',
      {},
      makeElement('label', {}, box, `Also take ${counted(privateSteps, 'step')} of private lists, and remember them on this device`),
    );
    const add = this.#button('Add it to what is here', () => {
      take('merge');
    });
    add.className = 'chief';
    const replace = this.#button('Replace what is here', () => {
      take('replace');
    });
    return [
      news,
      ...(isPrivate ? [ofPrivate] : []),
      ...leftOut,
      ...(loss ? [paragraph(loss)] : []),
      makeElement('p', { class: 'note' }, `Take it only if you made this ${from}, or know who did.`),
      this.#row(
        ...(isNews || isPrivate ? [add] : []),
        ...(loss ? [replace] : []),
        this.#button(isNews || loss ? 'Leave it' : 'Close', this.#leave),
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
    const outcome = outcomeOf(ticks, plan);
    if (!outcome) {
      this.refuse('What is private was left out.');
      return;
    }
    this.#refresh = undefined;
    const before = this.#whatIs(ticks);
    const planBefore = plan && planHere();
    progress.change(ticks);
    if (plan) ownPlan.change(() => plan);
    // What could not be saved, whoever loads the page again is asked about once more.
    if (!problemHere()) this.#forgetAddress();
    askToKeep();
    const { life } = progress;
    const isAsMade = (): boolean =>
      progress.life === life && JSON.stringify([this.#whatIs(ticks), plan && planHere()]) === JSON.stringify([ticks, plan]);
    this.#tell(`${way === 'merge' ? 'Added' : 'Replaced'}: ${outcome}.`, ticks, isAsMade, () => {
      progress.change(before);
      if (planBefore) ownPlan.change(() => planBefore);
    });
  }

  /** The same steps, as they are now. */
  #whatIs(changes: readonly StepChange[]): StepChange[] {
    return changes.map(([checklist, step]) => [checklist, step, progress.ticks(checklist).find(([, other]) => other === step)?.[2]]);
  }

  #tell(done: string, ticks: readonly StepChange[], isAsMade: () => boolean, undo: () => void): void {
    const { checklists, numbers } = this.#given;
    const heading = this.#heading(done);
    const changed = new Set(ticks.map(([checklist]) => checklist));
    const ways = numbers
      .filter((list) => changed.has(list.id) && mayBePlanned(list))
      .map(({ id, title }) => makeElement('li', {}, makeElement('a', { href: `${checklists}${id}/` }, title)));
    const undoing = this.#button('Undo', () => {
      undo();
      this.#forgetAddress();
      this.#end('Undone: all is as it was.', ...this.#unsaved());
    });
    this.#show([
      heading,
      ...this.#unsaved(),
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

  /** Why not all is saved that was changed, if it isn't. */
  #unsaved(): HTMLElement[] {
    const problem = problemHere();
    return problem ? [makeElement('p', { role: 'alert' }, `Not all of this is saved. ${problem}`)] : [];
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

/** All that is told in the question: where it is another, the question is asked anew. */
interface Words {
  readonly problem: string | undefined;
  readonly privateSteps: number;
  readonly changes: readonly string[];
  readonly loss: string;
  /** What of it is not taken, and why. */
  readonly left: readonly string[];
}

/** What was changed; empty where that is nothing. */
function outcomeOf(ticks: readonly StepChange[], plan: readonly PlanEntry[] | undefined): string {
  const ofLists = ticks.filter(([checklist, step]) => checklist !== PLAN && step !== REMEMBERED);
  const ticked = ofLists.filter(([, , time]) => time).length;
  return listed([
    ...ifAny(ticked, 'step', ' ticked'),
    ...ifAny(ofLists.length - ticked, 'step', ' unticked'),
    ...(plan || ticks.some(([checklist]) => checklist === PLAN) ? ['your plan changed'] : []),
  ]);
}

function wordsOf({ lists, planned, losses, isPlanLost, isPlanLeft, privateSteps }: Proposal, { unknown }: Carried, from: string): Words {
  const lost = losses.map(
    ({ list: { id, title }, lost: steps }) => `${counted(steps.length, id === PLAN ? 'list' : 'step')} of “${title}”`,
  );
  const loss = listed([
    ...(lost.length > 0 ? [`untick ${listed(lost)}`] : []),
    ...(isPlanLost ? ['put the other plan in place of yours'] : []),
  ]);
  return {
    problem: problemHere(),
    privateSteps,
    changes: [
      ...lists.map(({ list: { id, title, count }, added, then }) =>
        id === PLAN
          ? `${title}: ${counted(added.length, 'more list')} ticked`
          : `${title}: ${counted(added.length, 'more step')} ticked, ${then} of ${count} then`,
      ),
      ...ifAny(planned, 'checklist', ' added or given a date', 'Your plan: '),
    ],
    loss: loss && `Adding takes nothing away. Replacing would ${loss}.`,
    left: [
      ...(isPlanLeft ? [`The plan in this ${from} is left out: a newer version of this site keeps the one here.`] : []),
      ...ifAny(
        unknown,
        'part',
        ` of this ${from} ${unknown === 1 ? 'is' : 'are'} unknown here, and left out: perhaps it is from a newer version of this site.`,
      ),
    ],
  };
}
