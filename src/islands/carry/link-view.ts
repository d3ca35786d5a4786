/** The link with what is ticked here: to copy, to share, and as a code for a camera. */
import { copyText } from '../../browser/copy-text.ts';
import type { Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { PLAN } from '../../browser/plan.ts';
import { progress } from '../../browser/shared-progress.ts';
import { isPrivateKept, toNumbers, type Carried } from './carried.ts';
import type { NumberedChecklist } from './numbers.ts';
import { encode, mostLetters } from './numbers-text.ts';
import { qrCode, type QrCode } from './qr-code.ts';
import { counted, ifAny, listed } from './counted-words.ts';

interface Given {
  readonly place: HTMLElement;
  readonly numbers: readonly NumberedChecklist[];
  readonly island: Island;
  /** What is to be taken along now; undefined where that is nothing. */
  readonly gather: () => Carried | undefined;
  /** What is told then. */
  readonly whyNothing: () => string;
}

export class LinkView {
  readonly #given: Given;
  readonly #box = makeElement('input', { type: 'checkbox', autocomplete: 'off' });
  readonly #field = makeElement('input', { class: 'field', readonly: true, 'aria-label': 'The link' });
  readonly #holds = makeElement('p', { role: 'status', tabindex: '-1' });
  /** What is there only with a link. */
  readonly #ofLink = makeElement('div');
  readonly #picture = makeElement('div');
  readonly #told = makeElement('span', { role: 'status' });
  #isOffered = false;

  constructor(given: Given) {
    this.#given = given;
    const { guard } = given.island;
    this.#box.onchange = guard(() => {
      this.#fill();
    });
    this.#field.onfocus = () => {
      this.#field.select();
    };
  }

  get isWithPrivate(): boolean {
    return this.#box.checked;
  }

  /** Where something private is kept because somebody asked for it. It names nothing: others may look on. */
  offerPrivate(): void {
    const { place, numbers } = this.#given;
    if (this.#isOffered || !isPrivateKept({ numbers, progress })) return;
    this.#isOffered = true;
    place.append(makeElement('p', {}, makeElement('label', {}, this.#box, 'Also what this device remembers of private lists')));
  }

  show(): void {
    const { place, island } = this.#given;
    const { guard, follow } = island;
    if (!this.#holds.isConnected) {
      const copy = makeElement('button', { type: 'button', class: 'chief' }, 'Copy the link');
      copy.onclick = guard(() => {
        void copyText(this.#field.value, this.#told, 'Copied', 'Your browser does not allow it: select the link and copy it.');
      });
      const share = makeElement('button', { type: 'button' }, 'Share the link');
      share.onclick = guard(() => {
        void this.#share();
      });
      // Firefox on a computer has none.
      const canShare = 'share' in navigator;
      const row = makeElement('p', { class: 'acts' }, copy, ...(canShare ? [share] : []), this.#told);
      this.#ofLink.append(row, this.#picture, this.#field);
      place.append(this.#holds, this.#ofLink);
      follow(progress, () => {
        this.#fill();
      });
      (this.#ofLink.hidden ? this.#holds : copy).focus();
    }
    this.#fill();
  }

  #fill(): void {
    const { gather, numbers, whyNothing } = this.#given;
    const carried = gather();
    const text = carried ? encode(toNumbers(carried, numbers)) : '';
    const link = text && text.length <= mostLetters ? `${location.origin}${location.pathname}#progress=${text}` : '';
    const holds = !carried ? whyNothing() : link ? whatItHolds(carried) : tooMuch;
    // Other news leave what is selected as it is.
    if (!this.#holds.isConnected || (this.#field.value === link && this.#holds.textContent === holds)) return;
    this.#field.value = link;
    this.#told.textContent = '';
    this.#holds.textContent = holds;
    this.#picture.replaceChildren(...pictureOf(link));
    if (!link && this.#ofLink.contains(document.activeElement)) this.#holds.focus();
    this.#ofLink.hidden = !link;
  }

  async #share(): Promise<void> {
    try {
      await navigator.share({ url: this.#field.value });
    } catch (error) {
      // Somebody who closes the sheet knows that.
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        this.#told.textContent = 'Your browser does not share it: copy it instead.';
    }
  }
}

/** No person's progress here is as much; of a site with thousands of checklists it could be. */
const tooMuch = 'It is too much for a link: save it to a file.';

function whatItHolds({ lists, plan }: Carried): string {
  const checklists = lists.filter(({ id }) => id !== PLAN);
  const steps = checklists.reduce((sum, list) => sum + list.steps.length, 0);
  const ofPlan = lists.find(({ id }) => id === PLAN)?.steps.length ?? 0;
  const parts = [
    ...ifAny(steps, 'ticked step', ` of ${counted(checklists.length, 'checklist')}`),
    ...ifAny(plan.length, 'checklist', '', 'your plan of '),
    ...ifAny(ofPlan, 'tick', ' in your plan'),
  ];
  return `The link holds ${listed(parts)}.`;
}

function pictureOf(link: string): (Node | string)[] {
  if (!link) return [];
  const code = qrCode(link);
  return code ? [drawing(code)] : ['It is too much for a code that a camera can read: use the link, or a file.'];
}

/** Squares on the white ground that styles give, with the margin that cameras need. */
function drawing(code: QrCode): SVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const squares = code
    .map((row, down) => row.map((isDark, right) => (isDark ? `M${right + 4} ${down + 4}h1v1h-1z` : '')).join(''))
    .join('');
  const width = code.length + 8;
  const drawn = make('svg', {
    class: 'code',
    viewBox: `0 0 ${width} ${width}`,
    role: 'img',
    'aria-label': 'The link as a code for a camera',
  });
  drawn.append(make('path', { d: squares }));
  return drawn;
}
