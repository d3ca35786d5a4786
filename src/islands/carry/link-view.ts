/** The link with what is ticked here: to copy, to share, and as a code for a camera. */
import { copyText } from '../../browser/copy-text.ts';
import type { Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { progress } from '../../browser/shared-progress.ts';
import { isPrivateKept, toNumbers, type Carried } from './carried.ts';
import type { NumberedChecklist } from './numbers.ts';
import { encode, mostLetters } from './numbers-text.ts';
import { qrCode, type QrCode } from './qr-code.ts';
import { counted, listed } from './counted-words.ts';

interface Given {
  readonly place: HTMLElement;
  readonly numbers: readonly NumberedChecklist[];
  readonly island: Island;
  /** What is to be taken along now; undefined where that is nothing. */
  readonly gather: () => Carried | undefined;
}

export class LinkView {
  readonly #given: Given;
  readonly #box = makeElement('input', { type: 'checkbox', autocomplete: 'off' });
  readonly #field = makeElement('input', { class: 'field', readonly: true, 'aria-label': 'The link' });
  readonly #holds = makeElement('p', { role: 'status' });
  readonly #picture = makeElement('div');
  readonly #told = makeElement('span', { role: 'status' });
  #made: HTMLElement | undefined;
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
    this.offerPrivate();
    if (!this.#made) {
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
      this.#made = makeElement('div', {}, this.#holds, row, this.#picture, this.#field);
      place.append(this.#made);
      follow(progress, () => {
        this.#fill();
      });
      copy.focus();
    }
    this.#fill();
  }

  #fill(): void {
    const { gather, numbers } = this.#given;
    const carried = gather();
    const text = carried ? encode(toNumbers(carried, numbers)) : '';
    const link = text && text.length <= mostLetters ? `${location.origin}${location.pathname}#progress=${text}` : '';
    // Other news leave what is selected as it is.
    if (!this.#made || (this.#field.value === link && this.#holds.textContent)) return;
    this.#field.value = link;
    this.#told.textContent = '';
    this.#holds.textContent = link && carried ? whatItHolds(carried) : text ? tooMuch : 'Nothing is ticked on this device any more.';
    this.#picture.replaceChildren(...pictureOf(link));
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
  const steps = lists.reduce((sum, list) => sum + list.steps.length, 0);
  const parts = [
    ...(steps > 0 ? [`${counted(steps, 'ticked step')} of ${counted(lists.length, 'checklist')}`] : []),
    ...(plan.length > 0 ? [`your plan of ${counted(plan.length, 'checklist')}`] : []),
  ];
  return `The link holds ${listed(parts)}.`;
}

function pictureOf(link: string): (Node | string)[] {
  if (!link) return [];
  const code = qrCode(link);
  return code ? [drawing(code)] : ['It is too much for a code that a camera can read: use the link, or a file.'];
}

/** Squares on a white ground, with the margin that cameras need. */
function drawing(code: QrCode): SVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>, ...inside: Node[]): SVGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const squares = code
    .map((row, down) => row.map((isDark, right) => (isDark ? `M${right + 4} ${down + 4}h1v1h-1z` : '')).join(''))
    .join('');
  const width = String(code.length + 8);
  return make(
    'svg',
    {
      class: 'code',
      viewBox: `0 0 ${width} ${width}`,
      role: 'img',
      'aria-label': 'The link as a code for a camera',
      'shape-rendering': 'crispEdges',
    },
    make('path', { fill: '#fff', d: `M0 0h${width}v${width}h-${width}z` }),
    make('path', { fill: '#000', d: squares }),
  );
}
