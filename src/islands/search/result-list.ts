/** The list of results: how it is written, and how one moves in it. */
import type { Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { kinds, pluralOf, type Result } from './result.ts';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The choice of one kind of result; "All" has no value. */
export function kindChoice(): HTMLSelectElement {
  const option = (value: string, label: string): HTMLOptionElement => makeElement('option', { value }, label);
  return makeElement('select', {}, option('', 'All'), ...kinds.map((kind) => option(kind, capital(pluralOf(kind)))));
}

function item({ url, title, section, kind, text, guide }: Result): HTMLLIElement {
  // The spaces keep the words apart where the link is read out.
  const link = makeElement('a', { href: url }, makeElement('b', {}, title));
  if (kind) link.append(' ', makeElement('small', {}, capital(kind)));
  if (section) link.append(' ', makeElement('span', {}, section));
  const made = makeElement(
    'li',
    {},
    link,
    makeElement('p', {}, ...text.map((piece) => (piece.hit ? makeElement('mark', {}, piece.text) : piece.text))),
  );
  if (guide) made.append(makeElement('p', {}, 'More: ', makeElement('a', { href: guide.url }, guide.title)));
  return made;
}

/** One list, best first. */
export function resultList(results: readonly Result[]): HTMLOListElement {
  return makeElement('ol', { role: 'list' }, ...results.map(item));
}

/** A plain list of links. */
export function linkList(links: readonly { label: string; href: string }[]): HTMLUListElement {
  return makeElement('ul', { role: 'list' }, ...links.map(({ label, href }) => makeElement('li', {}, makeElement('a', { href }, label))));
}

/** Whether a key was pressed alone. Extensions send events of their own, which may be no keyboard's. */
const isPlainKey = (event: Event): boolean =>
  event instanceof KeyboardEvent && !(event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);

/** Whether a key would change a text; the space bar scrolls. */
export const isTyped = (event: KeyboardEvent): boolean =>
  isPlainKey(event) && (event.key === 'Backspace' || (event.key.length === 1 && event.key !== ' '));

/**
 * Up and down lead from the field through the links and back. The focus itself moves, to real links: what has it is read out
 * by every screen reader, on phones too, where an active descendant of the field often is not, and a link can be opened in a new
 * tab. Tab goes on working as everywhere.
 */
export function moveByArrows(within: HTMLElement, field: HTMLInputElement, { signal, guard }: Island): void {
  const move = guard((event: KeyboardEvent) => {
    if (!isPlainKey(event)) return;
    const links = Array.from(within.querySelectorAll<HTMLAnchorElement>('li > a')).filter((link) => !link.closest('[hidden]'));
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const inField = document.activeElement === field;
    if (at < 0 && !inField) return;
    const target: HTMLElement | undefined = {
      ArrowDown: links[at + 1],
      ArrowUp: at > 0 ? links[at - 1] : field,
      // In the field these two move the caret.
      Home: inField ? undefined : links[0],
      End: inField ? undefined : links.at(-1),
    }[event.key];
    if (target) {
      event.preventDefault();
      target.focus();
    } else if (!inField && isTyped(event)) {
      // Somebody who goes on typing goes on in the field.
      field.focus();
    }
  });
  within.addEventListener('keydown', move, { signal });
}
