/** A plan of checklists: which, in which order, by which day. Each is ticked when it is done, as a step of a checklist is. */
import { askToKeep } from '../../browser/ask-to-keep.ts';
import { firstDay, isDay, lastDay } from '../../browser/is-day.ts';
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { moved, PLAN, type PlanEntry } from '../../browser/plan.ts';
import { describeProgress, type ProgressStatus } from '../../browser/progress.ts';
import { isPlannedDone, plan } from '../../browser/shared-plan.ts';
import { progress } from '../../browser/shared-progress.ts';

/** A checklist that can be chosen. */
interface Choice {
  readonly checklist: string;
  readonly title: string;
  readonly path: string;
  readonly steps: readonly string[];
  /** Where it stands while it is not chosen. */
  readonly place: HTMLElement;
}

/** A checklist that was chosen, on the page. */
interface Row {
  readonly choice: Choice;
  readonly item: HTMLLIElement;
  readonly box: HTMLInputElement;
  readonly state: HTMLElement;
  readonly day: HTMLInputElement;
}

export class PlanElement extends IslandElement {
  static override readonly tag = 'lt-plan';

  #choices!: readonly Choice[];
  #list!: HTMLElement;
  #told!: HTMLElement;
  #problem!: HTMLElement;
  /** What is told, or about to be. */
  #toldOf: ProgressStatus = 'saved';
  readonly #rows = new Map<string, Row>();
  /** Brings back what was taken out last, as long as nothing else became of it. */
  #undo: { readonly button: HTMLElement; readonly isOpen: () => boolean } | undefined;

  protected override start({ signal, guard, follow }: Island): void {
    this.#list = requirePart(this, '[data-planned]');
    this.#told = requirePart(this, '[data-told]');
    this.#problem = requirePart(this, '[data-problem]');
    const count = requirePart(this, '[data-count]');
    const served = this.#told.textContent;
    this.#choices = choicesIn(this);
    for (const { place, title, checklist } of this.#choices) {
      const add = makeElement('button', { type: 'button', 'aria-label': `Add “${title}” to the plan` }, 'Add');
      add.onclick = guard(() => {
        this.#add(checklist);
      });
      place.append(add);
    }
    const save = makeElement('button', { type: 'button' }, 'Put the dates into a calendar');
    save.onclick = guard(() => {
      this.#saveDates();
    });
    requirePart(this, '[data-save]').append(save);
    this.#told.role = this.#problem.role = 'status';
    const show = (): void => {
      this.#show(guard);
      const done = this.#choices.filter(
        ({ checklist, steps }) => this.#rows.get(checklist)?.item.isConnected && isPlannedDone(checklist, steps),
      ).length;
      const total = this.#list.children.length;
      fillWords(count, total ? describeProgress(done, total) : '');
    };
    follow(progress, show);
    follow(plan, show);
    signal.addEventListener('abort', () => {
      this.#list.replaceChildren();
      this.#rows.clear();
      for (const { place } of this.#choices) {
        place.hidden = false;
        place.querySelector('button')?.remove();
      }
      for (const part of this.querySelectorAll<HTMLElement>('section')) part.hidden = false;
      save.remove();
      this.#undo = undefined;
      this.#told.textContent = served;
      void this.#tellProblem('saved');
      count.textContent = '';
    });
  }

  #show(guard: Island['guard']): void {
    const rows = plan.entries().flatMap(({ checklist, on }) => {
      const choice = this.#choices.find((each) => each.checklist === checklist);
      if (!choice) return [];
      const row = this.#rows.get(checklist) ?? this.#makeRow(choice, guard);
      this.#rows.set(checklist, row);
      fill(row, on);
      return [row];
    });
    for (const { checklist, place } of this.#choices) place.hidden = rows.some(({ choice }) => choice.checklist === checklist);
    for (const part of this.querySelectorAll('section')) part.hidden = !part.querySelector('li:not([hidden])');
    this.#order(rows.map(({ item }) => item));
    if (this.#undo?.isOpen() === false) this.#withdrawUndo();
    void this.#tellProblem(plan.status() === 'saved' ? progress.status() : plan.status());
  }

  /** What is in its place already stays there, and what has the focus keeps it. */
  #order(items: readonly HTMLElement[]): void {
    if (items.length === this.#list.children.length && items.every((item, index) => this.#list.children[index] === item)) return;
    const focused = document.activeElement;
    this.#list.replaceChildren(...items);
    if (focused instanceof HTMLElement && this.#list.contains(focused)) focused.focus();
  }

  #makeRow(choice: Choice, guard: Island['guard']): Row {
    const { checklist, title, path } = choice;
    const box = makeElement('input', { type: 'checkbox', autocomplete: 'off', 'aria-label': `Done: “${title}”` });
    const day = makeElement('input', {
      type: 'date',
      autocomplete: 'off',
      class: 'field',
      min: firstDay,
      max: lastDay,
      'aria-label': `By: “${title}”`,
    });
    const state = makeElement('small');
    const button = (words: string, press: () => void): HTMLButtonElement => {
      const made = makeElement('button', { type: 'button', 'aria-label': `${words}: “${title}”` }, words);
      made.onclick = guard(press);
      return made;
    };
    box.onchange = guard(() => {
      progress.setDone(PLAN, checklist, box.checked);
    });
    day.onchange = guard(() => {
      const on = isDay(day.value) ? day.value : '';
      plan.change((entries) => entries.map((entry) => (entry.checklist === checklist ? { ...entry, on } : entry)));
    });
    // Then it shows what is kept of it.
    day.onblur = guard(() => {
      this.#show(guard);
    });
    const item = makeElement(
      'li',
      {},
      makeElement('p', {}, box, makeElement('a', { href: path }, title)),
      makeElement('p', {}, state, makeElement('label', {}, 'By ', day)),
      makeElement(
        'p',
        {},
        button('Earlier', () => {
          this.#move(choice, -1);
        }),
        button('Later', () => {
          this.#move(choice, 1);
        }),
        button('Take out', () => {
          this.#takeOut(choice, guard);
        }),
      ),
    );
    return { choice, item, box, state, day };
  }

  #add(checklist: string): void {
    const shown = (): Choice[] => this.#choices.filter(({ place }) => !place.hidden);
    const place = shown().findIndex((each) => each.checklist === checklist);
    plan.change((entries) => [...entries.filter((entry) => entry.checklist !== checklist), { checklist, on: '' }]);
    if (plan.entries().length === 1) askToKeep();
    this.#tell(`Added as number ${this.#list.children.length}.`);
    // The button is gone with its row: whoever adds several goes on with the next.
    const next = shown()[Math.min(place, shown().length - 1)];
    (next?.place.querySelector('button') ?? this.#rows.get(checklist)?.box)?.focus();
  }

  #move({ checklist, title }: Choice, places: number): void {
    const isShown = (each: string): boolean => Boolean(this.#rows.get(each)?.item.isConnected);
    plan.change((entries) => moved(entries, checklist, places, isShown));
    const place = [...this.#list.children].findIndex((item) => item === this.#rows.get(checklist)?.item);
    this.#tell(`“${title}” is number ${place + 1} of ${this.#list.children.length}.`);
  }

  #takeOut({ checklist, title }: Choice, guard: Island['guard']): void {
    const before = plan.entries();
    const place = before.findIndex((entry) => entry.checklist === checklist);
    const entry = before[place];
    const wasDone = progress.isDone(PLAN, checklist);
    const without = (entries: readonly PlanEntry[]): PlanEntry[] => entries.filter((each) => each.checklist !== checklist);
    const undo = makeElement('button', { type: 'button' }, 'Undo');
    undo.onclick = guard(() => {
      this.#undo = undefined;
      if (entry) plan.change((entries) => without(entries).toSpliced(place, 0, entry));
      if (wasDone) progress.setDone(PLAN, checklist, true);
      this.#tell(`“${title}” is back.`);
      this.#rows.get(checklist)?.box.focus();
    });
    plan.change(without);
    progress.setDone(PLAN, checklist, false);
    this.#tell(`“${title}” is taken out.`, undo);
    const [life, lifeOfTicks] = [plan.life, progress.life];
    this.#undo = {
      button: undo,
      // Neither forgotten since nor, in another tab, in the plan again.
      isOpen: () => plan.life === life && progress.life === lifeOfTicks && without(plan.entries()).length === plan.entries().length,
    };
    undo.focus();
  }

  #withdrawUndo(): void {
    const hadFocus = this.#undo?.button === document.activeElement;
    this.#undo?.button.remove();
    this.#undo = undefined;
    if (hadFocus) this.querySelector<HTMLElement>('li:not([hidden]) :is(input, button)')?.focus();
  }

  /** Of what is still to be done. */
  #saveDates(): void {
    const dated = plan.entries().flatMap(({ checklist, on }) => {
      const choice = on && this.#choices.find((each) => each.checklist === checklist);
      return choice && !isPlannedDone(checklist, choice.steps) ? [{ ...choice, on }] : [];
    });
    if (dated.length === 0) {
      this.#tell(plan.entries().some(({ on }) => on) ? 'All that has a day is done.' : 'Give a list a day first.');
      return;
    }
    import('./save-dates.ts').then(
      ({ saveDates }) => {
        saveDates(dated);
        this.#tell('The file is saved. Open it, and your calendar offers to add the dates.');
      },
      () => {
        this.#tell('The file could not be made. Load this page again, then press once more.');
      },
    );
  }

  #tell(text: string, ...buttons: readonly HTMLElement[]): void {
    this.#undo = undefined;
    this.#told.replaceChildren(text, ...buttons.flatMap((button) => [' ', button]));
  }

  async #tellProblem(status: ProgressStatus): Promise<void> {
    if (status === this.#toldOf) return;
    this.#toldOf = status;
    const text =
      status === 'saved'
        ? ''
        : await import('./plan-problems.ts').then(
            ({ PROBLEMS }) => PROBLEMS[status],
            () => 'Not all of the plan is kept.',
          );
    if (status === this.#toldOf) this.#problem.textContent = text;
  }
}

/** What the page was served with. */
const choicesIn = (element: HTMLElement): Choice[] =>
  Array.from(element.querySelectorAll<HTMLElement>('[data-checklist]'), (place) => {
    const link = requirePart(place, 'a');
    return {
      checklist: requireAttribute(place, 'data-checklist'),
      title: link.textContent,
      path: link.getAttribute('href') ?? '',
      steps: requireAttribute(place, 'data-steps').split(' '),
      place,
    };
  });

/** Written again, the same words would be told again. */
const fillWords = (line: HTMLElement, words: string): void => {
  if (line.textContent !== words) line.textContent = words;
};

/** Whoever is typing a day is not disturbed by what is kept of it. */
function fill({ choice: { checklist, steps }, box, state, day }: Row, on: string): void {
  box.checked = progress.isDone(PLAN, checklist);
  const done = steps.filter((step) => progress.isDone(checklist, step)).length;
  const words = done ? describeProgress(done, steps.length) : `${steps.length} steps`;
  fillWords(state, words);
  if (day.value !== on && day !== document.activeElement) day.value = on;
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-plan': PlanElement;
  }
}
