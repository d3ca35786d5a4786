/**
 * A guide's text as a chapter among others, on one page: its ids are its own, its links stay on the page where they can, its headings stand one level lower, and what can
 * only be pressed or ticked on a screen becomes text. It takes what the components of guides made, so nothing is rendered in another way.
 */
import { parse, type HTMLElement } from 'node-html-parser';
import { restsOnPrefix } from './wording.ts';

/** Where a link leads from a chapter. */
export interface Place {
  readonly address: string;
  /** Of the chapter it lies in, if it lies in one. */
  readonly chapter?: { readonly name: string; readonly number: number };
}

interface Chapter {
  /** What its ids begin with. */
  readonly name: string;
  /** Takes an address as it stands in the guide, base path and all; undefined where that is right as it is. */
  readonly placeOf: (address: string) => Place | undefined;
}

/** The id, in a chapter, of what has an id of its own elsewhere. */
export const idInChapter = (chapter: string, id: string): string => `${chapter}.${id}`;

/** What stands at the end of the page for all chapters. */
const isShared = (id: string): boolean => id.startsWith(restsOnPrefix);

/** Attributes that name an id, or several. */
const namingIds = ['aria-describedby', 'aria-labelledby'];

/** Of islands and of the search: what means something with script alone. */
const onlyForScript = 'script, .progress, .care, lt-remember, lt-where-you-are > .choices, lt-checklist input';

const rename = (element: HTMLElement, tag: string): void => {
  element.rawTagName = tag;
};

/** A chapter made of the HTML of a guide's text. */
export function asChapter(html: string, { name, placeOf }: Chapter): string {
  const text = parse(html, { comment: true });
  for (const piece of text.querySelectorAll(onlyForScript)) piece.remove();
  text.querySelectorAll('lt-checklist').forEach(makePlain);
  text.querySelectorAll('lt-where-you-are').forEach(sayWhere);
  // What is in an island is whole without it.
  for (const island of text.querySelectorAll('*').filter(({ rawTagName }) => rawTagName.startsWith('lt-'))) {
    rename(island, 'div');
    island.removeAttribute('data-what');
  }
  // Nothing is left that it could be the label of.
  for (const label of text.querySelectorAll('label')) rename(label, 'span');
  for (const element of text.querySelectorAll('[data-pagefind-ignore]')) element.removeAttribute('data-pagefind-ignore');
  for (const heading of text.querySelectorAll('h2, h3, h4, h5')) rename(heading, `h${Number(heading.rawTagName.slice(1)) + 1}`);
  for (const element of text.querySelectorAll('[id]')) element.setAttribute('id', idInChapter(name, element.id));
  for (const attribute of namingIds)
    for (const element of text.querySelectorAll(`[${attribute}]`)) {
      const ids = (element.getAttribute(attribute) ?? '').split(' ').map((id) => idInChapter(name, id));
      element.setAttribute(attribute, ids.join(' '));
    }
  for (const link of text.querySelectorAll('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    const isOwn = address.startsWith('#') && !isShared(address.slice(1));
    const place = isOwn ? { address: `#${idInChapter(name, address.slice(1))}` } : placeOf(address);
    if (!place) continue;
    link.setAttribute('href', place.address);
    // Paper has no links, but can say in which chapter to look.
    if (place.chapter && place.chapter.name !== name) link.setAttribute('data-to', String(place.chapter.number));
  }
  return text.toString();
}

/** A checklist as text: its steps have a box to tick with a pen, which styles draw, and their own words instead of a label. */
function makePlain(list: HTMLElement): void {
  rename(list, 'div');
  for (const attribute of ['data-checklist', 'data-private']) list.removeAttribute(attribute);
  list.setAttribute('class', 'steps');
  const title = list.querySelector('h3 > a');
  title?.replaceWith(...title.childNodes);
  for (const label of list.querySelectorAll('li > label')) {
    rename(label, 'p');
    label.removeAttribute('for');
    label.setAttribute('class', 'act');
  }
  // Its box was described by it.
  for (const outcome of list.querySelectorAll('li > section > p[id]')) outcome.removeAttribute('id');
  for (const section of list.querySelectorAll('section')) rename(section, 'div');
}

/** Of two ways to one end both are shown; each says where it is for, if its heading does not. */
function sayWhere(ways: HTMLElement): void {
  for (const way of ways.querySelectorAll('[data-on]')) {
    const platform = way.getAttribute('data-on') ?? '';
    const heading = way.querySelector('h2')?.textContent.toLowerCase() ?? '';
    if (!heading.includes(platform)) way.insertAdjacentHTML('afterbegin', `<p><strong>On the ${platform}</strong></p>`);
    way.removeAttribute('data-on');
  }
}
