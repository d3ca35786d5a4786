/** Searches a list by words beside its choices, keeps both in the address, and says how many are left. */
import { IslandElement, requireAttribute, requirePart, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { everything, fragmentOf, longest, matcher, readChoice, type Choice } from './narrowing.ts';

export class CatalogueElement extends IslandElement {
  static override readonly tag = 'lt-catalogue';

  protected override start({ signal, guard }: Island): void {
    const form = requirePart(this, 'form', HTMLFormElement);
    const field = makeElement('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', maxlength: String(longest) });
    this.#putIn(field, signal);
    const choices = [...form.querySelectorAll<HTMLInputElement>('[name=show]')];
    const chosen = (): Choice => ({ show: choices.find(({ checked }) => checked)?.value ?? everything, find: field.value });
    const narrow = (): void => {
      // Back on a page that it kept, WebKit resets such controls to what they were served with.
      field.defaultValue = field.value;
      for (const choice of choices) choice.defaultChecked = choice.checked;
      this.#narrow(field.value);
    };
    const choose = ({ show, find }: Choice): void => {
      const wanted = choices.find(({ value }) => value === show) ?? choices.find(({ value }) => value === everything);
      if (wanted) wanted.checked = true;
      field.value = find;
      narrow();
    };
    const keep = guard(() => {
      history.replaceState(history.state, '', fragmentOf(chosen()) || location.pathname);
      narrow();
    });
    const follow = guard(() => {
      choose(readChoice(location.hash));
      this.#goOn();
    });
    const reset = guard((event: Event) => {
      event.preventDefault();
      choose({ show: everything, find: '' });
      keep();
    });
    form.addEventListener('change', keep, { signal });
    form.addEventListener('reset', reset, { signal });
    field.addEventListener('input', keep);
    addEventListener('hashchange', follow, { signal });
    // A browser that reopens a tab brings back what was chosen in it, after script has started.
    addEventListener('pageshow', follow, { signal });
    follow();
  }

  /** The field in the place of the line that says how to search without it, and a number that is told. */
  #putIn(field: HTMLElement, signal: AbortSignal): void {
    const place = requirePart(this, '[data-find]');
    const served = [...place.childNodes];
    const count = requirePart(this, '[data-count]');
    const told = count.textContent;
    place.replaceChildren(makeElement('label', {}, 'Search the claims', field));
    count.role = 'status';
    signal.addEventListener('abort', () => {
      place.replaceChildren(...served);
      for (const part of this.querySelectorAll<HTMLElement>('article, [data-topic]')) part.hidden = false;
      count.removeAttribute('role');
      count.textContent = told;
    });
  }

  /** To where an entry stands now, for an address from before there were so many that they stand on several pages. */
  #goOn(): void {
    const places = this.getAttribute('data-places');
    const [, id] = /^#([\w-]+)$/.exec(location.hash) ?? [];
    if (places === null || id === undefined || document.getElementById(id)) return;
    fetch(places)
      .then((response) => response.json() as Promise<Record<string, string>>)
      .then(
        ({ [id]: place }) => {
          if (place !== undefined && this.isConnected) location.replace(place);
        },
        () => {
          // The page is whole without it, and leads on.
        },
      );
  }

  #narrow(find: string): void {
    const matches = matcher(find);
    const topics = [...this.querySelectorAll<HTMLElement>('[data-topic]')];
    const entries = [...this.querySelectorAll('article')];
    for (const topic of topics) topic.hidden = false;
    for (const entry of entries) entry.hidden = !matches(entry.textContent);
    // What is left by the choices is a matter of style.
    const shown = entries.filter((entry) => entry.checkVisibility());
    for (const topic of topics) topic.hidden = !shown.some((entry) => topic.contains(entry));
    const count = requirePart(this, '[data-count]');
    count.textContent = `${shown.length} of ${requireAttribute(count, 'data-all')} claims are shown.`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-catalogue': CatalogueElement;
  }
}
