/**
 * Goes through the questions in another page than theirs, and leaves no trace: nothing that is answered goes into the address, the history or storage. Loaded when it
 * is wanted; its styles come with it, so that no guide carries them.
 */
import { requirePart, type Island, type IslandElement } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import styles from './ways.css?inline';

/** Its id has a dot in it, which a selector takes for a class. */
const placeAt = ({ hash }: HTMLAnchorElement): string => `[id="${hash.slice(1)}"]`;

/** All questions and ways, once they have been fetched. */
let chart: Document | undefined;

const linkAt = ({ target }: Event): HTMLAnchorElement | null => (target instanceof Element ? target.closest('a') : null);

/** Shows in `host` what was answered leads to. Throws where that can't be had. */
export async function walk(answer: Event, host: IslandElement, { signal, guard }: Island): Promise<void> {
  const link = linkAt(answer);
  const beginAgain = (): void => {
    host.connectedCallback();
  };
  if (!link) {
    beginAgain();
    return;
  }
  const { pathname } = link;
  chart ??= await fetchChart(`${pathname}places.txt`);
  if (signal.aborted) return;
  const places = requirePart(chart, '.ways');
  const first = `#${places.firstElementChild?.id ?? ''}`;
  const holder = makeElement('div', { class: 'ways' });
  const follow = guard((event: MouseEvent) => {
    const pressed = linkAt(event);
    if (pressed?.pathname !== pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (pressed.hash !== first) {
      show(requirePart(places, placeAt(pressed)), holder);
      return;
    }
    // The host listens again from here on, and this was no answer.
    event.stopPropagation();
    beginAgain();
    focusOn(requirePart(host, 'b'));
  });
  const place = requirePart(places, placeAt(link));
  const served = [...host.childNodes];
  signal.addEventListener('abort', () => {
    host.replaceChildren(...served);
  });
  // Whoever comes back finds the first question, whoever that is.
  addEventListener('pagehide', beginAgain, { signal });
  holder.addEventListener('click', follow);
  host.replaceChildren(holder);
  show(place, holder);
}

function show(place: HTMLElement, holder: HTMLElement): void {
  const shown = document.importNode(place, true);
  // Its address is that of the other page, and its number says nothing without the others.
  shown.removeAttribute('id');
  const heading = requirePart(shown, 'h2');
  heading.removeAttribute('data-sign');
  holder.replaceChildren(shown);
  focusOn(heading);
  // As much of it as there is room for, from its heading on.
  shown.scrollIntoView({ block: 'nearest' });
}

/** A screen reader then says what is asked, or what has come of it. */
function focusOn(words: HTMLElement): void {
  words.tabIndex = -1;
  words.focus();
}

/** Not by `fetch`, whose text could be made elements only by what the content policy refuses. */
function fetchChart(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (): void => {
      reject(new Error(address));
    };
    request.open('GET', address);
    request.responseType = 'document';
    request.overrideMimeType('text/html;charset=utf-8');
    request.onload = () => {
      if (request.status === 200 && request.response instanceof Document) resolve(request.response);
      else fail();
    };
    request.onerror = fail;
    request.send();
  });
}

// The content policy does not apply to style sheets that script makes.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);
