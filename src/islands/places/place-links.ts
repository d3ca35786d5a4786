/**
 * The links of headings, steps and claims to themselves. A link stays a link; pressing it copies its address as well. Loaded when it is wanted; its
 * styles come with it, so that no page carries them.
 */
import { copyText } from '../../browser/copy-text.ts';
import type { Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import styles from './places.css?inline';

/** Long enough to read it. */
const shownFor = 6000;

/** Into `host` goes what is told. Safe to call twice. */
export function linkPlaces(host: HTMLElement, { signal, guard }: Island): void {
  if (host.childElementCount > 0) return;
  const added = [...linksOfHeadings(), ...linksOfSteps(), ...linksOfClaims()];
  const told = makeElement('p', { role: 'status' });
  host.append(told);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const press = guard(({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.place') : null;
    if (!link) return;
    void copyText(link.href, told, 'Link copied', 'Not copied: copy it from the address bar').then(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        told.textContent = '';
      }, shownFor);
    });
  });
  document.addEventListener('click', press, { signal });
  document.addEventListener('keydown', guard(moveByArrows), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    for (const element of [...added, told]) element.remove();
  });
}

/** Its word is drawn by its style: in the page's text it would be found, copied, and read as part of a heading. */
const linkTo = (id: string, name = ''): HTMLAnchorElement =>
  makeElement('a', { class: 'place', href: `#${id}`, 'aria-label': `Link to “${name.trim()}”` });

const allIn = (within: ParentNode, selector: string): HTMLElement[] => [...within.querySelectorAll<HTMLElement>(selector)];

const linksOfHeadings = (): HTMLElement[] =>
  allIn(document, 'main :is(h2, h3)[id]').map((heading) => {
    const link = linkTo(heading.id, heading.textContent);
    // It goes on being called by its own words alone.
    heading.ariaLabel = heading.textContent;
    heading.append(link);
    return link;
  });

/** Of a list one link alone is a stop of Tab, from which arrows lead to the others: else each step would be two stops. */
const linksOfSteps = (): HTMLElement[] =>
  allIn(document, 'main lt-checklist ol').flatMap((list) =>
    allIn(list, 'li[id] > label').map((label, position) => {
      const link = linkTo(label.parentElement?.id ?? '', label.textContent);
      link.tabIndex = position === 0 ? 0 : -1;
      label.after(link);
      return link;
    }),
  );

/** In its fold: nothing else can be pressed on the line that opens it. */
const linksOfClaims = (): HTMLElement[] =>
  allIn(document, ':is(.claim, .evidence) details > [id]').map((claim) => {
    const question = claim.parentElement?.querySelector('h4, summary');
    const verdict = question?.querySelector('.verdict')?.textContent ?? '';
    const link = linkTo(claim.id, question?.textContent.trim().replace(verdict, ''));
    claim.after(link);
    return link;
  });

function moveByArrows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('li > .place') : null;
  const list = link?.closest('ol');
  if (!step || !link || !list || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const links = allIn(list, 'li > .place');
  const next = links[links.indexOf(link) + step];
  if (!next) return;
  link.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

// The content policy does not apply to style sheets that script makes.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);
