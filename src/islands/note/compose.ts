/** One occasion as somebody uses it: fields for its blanks, and the draft made of them. Whatever they wrote by hand is changed by nothing but what they press. */
import { copyText } from '../../browser/copy-text.ts';
import { requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { describeLength } from './count.ts';
import { draftOf, filledIn, type Piece } from './draft.ts';
import { longest, names, type Change, type NoteStore, type NotesStatus, type Outcome } from './note-store.ts';
import { ToldLine } from './told-line.ts';
import { warningsFor, type Phrases } from './warnings.ts';

const PROBLEMS: Readonly<Record<NotesStatus, string>> = {
  saved: '',
  'set-aside':
    'Something that was kept here could not be read. It is set aside in this browser; “Forget everything” on the page about this site removes it.',
  'later-version':
    'A newer version of this site keeps this draft, so it is left alone, and what you write lasts only while this page is open: load the page again.',
  full: 'The browser’s storage is full, so what you write lasts only while this page is open: copy it, or free some space on this device.',
  blocked:
    'Your browser does not let this site save anything, so what you write lasts only while this page is open: copy it before you leave.',
};

export interface Warnings {
  readonly phrases: Phrases;
  /** What each says, as it stands in the page. */
  readonly says: ReadonlyMap<string, Element>;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly input: HTMLInputElement;
  /** It is about the writer. */
  readonly stays: boolean;
}

const button = (label: string): HTMLButtonElement => makeElement('button', { type: 'button' }, label);

export class Compose {
  readonly occasion: string;
  readonly #fold: HTMLDetailsElement;
  readonly #notes: NoteStore;
  readonly #warnings: Warnings;
  readonly #pieces: readonly Piece[];
  readonly #fields: readonly Field[];
  readonly #area = makeElement('textarea', { class: 'field', rows: '5', maxlength: String(longest), spellcheck: 'true' });
  readonly #count = makeElement('p', { class: 'count' });
  readonly #byHand = makeElement('p', { class: 'by-hand' });
  readonly #warned = makeElement('div', { class: 'warnings', role: 'status' });
  readonly #problem = makeElement('p', { class: 'problem', role: 'status' });
  readonly #begun: HTMLElement;
  readonly #told: ToldLine;
  #warnedOf = '';

  /** Throws where something is missing in the fold. */
  constructor(fold: HTMLDetailsElement, { signal, guard }: Pick<Island, 'signal' | 'guard'>, notes: NoteStore, warnings: Warnings) {
    this.occasion = requireAttribute(fold, 'data-occasion');
    this.#fold = fold;
    this.#notes = notes;
    this.#warnings = warnings;
    this.#begun = requirePart(fold, '[data-begun]');
    const served = requirePart(fold, 'blockquote');
    this.#pieces = piecesIn(served);
    this.#fields = fieldsFor(served);
    this.#told = new ToldLine(guard);
    const made = this.#make(guard);
    served.before(made);
    signal.addEventListener('abort', () => {
      made.remove();
      this.#begun.textContent = '';
    });
  }

  #make(guard: Island['guard']): HTMLElement {
    const [again, copy, keep, anew] = [button('Build it again'), button('Copy'), button('Keep among my notes'), button('Start a new one')];
    this.#count.id = `${this.occasion}.count`;
    this.#area.setAttribute('aria-describedby', this.#count.id);
    this.#byHand.append('You changed the words, so the facts no longer change them. ', again);
    for (const field of this.#fields) this.#follow(field, guard);
    this.#area.oninput = guard(() => {
      this.#told.clear();
      this.#write(this.#area.value);
    });
    const press = (pressed: HTMLElement, work: () => void): void => {
      pressed.onclick = guard(work);
    };
    press(again, () => {
      this.#change([[this.#draftName, undefined]], 'Built again from the facts.');
    });
    press(copy, () => {
      void copyText(this.#area.value, copied, 'Copied', 'Your browser does not allow it: select the text and copy it.');
    });
    press(keep, () => {
      const outcome = this.#notes.keep({ text: this.#area.value, occasion: this.occasion });
      this.#tell(outcome.undo ? 'Kept. It is under “Your own notes”.' : 'You keep this one already.', outcome);
      if (outcome.undo)
        import('./keep-for-long.ts').catch(() => {
          // Kept as long as the browser likes.
        });
    });
    press(anew, () => {
      const facts = this.#fields.filter(({ stays }) => !stays).map(({ name }): Change => [name, undefined]);
      this.#change([[this.#draftName, undefined], ...facts], 'All but what is about you is empty.');
    });
    const copied = makeElement('span', { role: 'status' });
    return makeElement(
      'div',
      { class: 'compose' },
      makeElement('div', { class: 'facts' }, ...this.#fields.map(({ label, input }) => fieldLine(label, input))),
      makeElement('label', {}, 'Your note', this.#area),
      this.#count,
      this.#byHand,
      this.#warned,
      makeElement('div', { class: 'acts' }, copy, keep, anew, copied),
      this.#told.element,
      this.#problem,
    );
  }

  #follow({ name, label, input }: Field, guard: Island['guard']): void {
    input.oninput = guard(() => {
      this.#told.clear();
      this.#notes.change([[name, input.value ? { text: input.value } : undefined]]);
    });
    // In their own words only what is still a blank is filled in, once it is known with what.
    input.onchange = guard(() => {
      const own = this.#notes.item(this.#draftName)?.text;
      if (own !== undefined) this.#write(filledIn(own, label, input.value));
    });
  }

  get #draftName(): string {
    return names.draft + this.occasion;
  }

  /** The draft as the facts make it. */
  #built(): string {
    return draftOf(this.#pieces, (blank) => this.#notes.item(names.fact + blank)?.text ?? '');
  }

  #write(text: string): void {
    this.#notes.change([[this.#draftName, text === this.#built() ? undefined : { text }]]);
  }

  #change(changes: readonly Change[], told: string): void {
    this.#tell(told, this.#notes.change(changes));
  }

  #tell(text: string, outcome: Outcome): void {
    this.#told.tell(text, outcome, () => {
      this.#area.focus();
    });
  }

  /** Puts a note here that is kept, and opens the fold. */
  use(text: string): void {
    this.#fold.open = true;
    this.#change([[this.#draftName, { text }]], 'Put in here.');
    this.#area.focus();
  }

  /** Fills in what is kept. */
  show(): void {
    const own = this.#notes.item(this.#draftName)?.text;
    const facts = this.#fields.map(({ name, input }) => {
      const text = this.#notes.item(name)?.text ?? '';
      if (input.value !== text) input.value = text;
      return text;
    });
    const text = own ?? this.#built();
    if (this.#area.value !== text) this.#area.value = text;
    setText(this.#count, describeLength(text));
    setText(this.#begun, own === undefined ? '' : 'draft');
    setText(this.#problem, PROBLEMS[this.#notes.status()]);
    this.#byHand.hidden = own === undefined;
    const isBegun = own !== undefined || this.#fields.some(({ stays }, index) => !stays && facts[index]);
    this.#warn(isBegun ? text : '');
    this.#told.look();
  }

  #warn(text: string): void {
    const found = warningsFor(text, this.#warnings.phrases);
    const all = JSON.stringify(found);
    // Writing the same again would be announced again.
    if (all === this.#warnedOf) return;
    this.#warnedOf = all;
    this.#warned.replaceChildren(
      ...found.map(({ warning, words }) =>
        makeElement('p', { 'data-told': warning }, ...(words ? [`“${words}”: `] : []), ...copyOf(this.#warnings.says.get(warning))),
      ),
    );
  }
}

const setText = (line: HTMLElement, text: string): void => {
  if (line.textContent !== text) line.textContent = text;
};

const copyOf = (told: Element | undefined): Node[] => [...(told?.childNodes ?? [])].map((node) => node.cloneNode(true));

const blanksIn = (served: Element): HTMLElement[] => [...served.querySelectorAll<HTMLElement>('[data-blank]')];
const labelOf = (blank: Element): string => blank.textContent.slice(1, -1);

function piecesIn(served: Element): Piece[] {
  const blanks = new Set<Node>(blanksIn(served));
  const pieces = [...served.childNodes].map((node): Piece => {
    if (!blanks.has(node)) return node.textContent ?? '';
    return { blank: requireAttribute(node as HTMLElement, 'data-blank'), label: labelOf(node as HTMLElement) };
  });
  // As HTML is written, blanks may stand around it.
  return pieces.map((piece, index) => {
    if (typeof piece !== 'string') return piece;
    const [isFirst, isLast] = [index === 0, index === pieces.length - 1];
    return isFirst ? piece.trimStart() : isLast ? piece.trimEnd() : piece;
  });
}

const fieldsFor = (served: Element): Field[] =>
  blanksIn(served).map((blank) => {
    const id = requireAttribute(blank, 'data-blank');
    const such = requireAttribute(blank, 'data-such');
    const input = makeElement('input', { class: 'field', autocomplete: 'off', maxlength: '100', 'data-such': such });
    return { name: names.fact + id, label: labelOf(blank), input, stays: blank.hasAttribute('data-stays') };
  });

const fieldLine = (label: string, input: HTMLInputElement): HTMLElement =>
  makeElement(
    'label',
    {},
    label.charAt(0).toUpperCase() + label.slice(1),
    ' ',
    makeElement('small', {}, `such as “${requireAttribute(input, 'data-such')}”`),
    input,
  );
