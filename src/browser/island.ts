/** How an island starts, stops and fails: alone, once, and leaving its plain HTML to work without it. */

export class IslandError extends Error {
  override readonly name = 'IslandError';

  constructor(tag: string, cause: unknown) {
    super(`<${tag}> stopped: ${String(cause)}`, { cause });
  }
}

/** What islands meet in. */
interface Store {
  /** Calls the listener at every change. Returns what ends it. */
  subscribe: (listener: () => void) => () => void;
}

export interface Island {
  /** Aborted when the element leaves the page, and when the island fails. */
  readonly signal: AbortSignal;
  /** Wraps whatever runs later, so that a failure there stops this island and nothing else. */
  readonly guard: <Given extends unknown[]>(work: (...given: Given) => void) => (...given: Given) => void;
  /** Shows what is in a store: now, and again at every change until the island stops. */
  readonly follow: (store: Store, show: () => void) => void;
}

/** What every island's element does: it starts when it is connected, as often as that is, and stops when it leaves the page. */
export abstract class IslandElement extends HTMLElement {
  /** Its name in HTML. */
  static readonly tag: string;

  /** Safe to call twice. */
  static define(): void {
    // A script may be there before what it works on.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => {
        this.define();
      });
    } else if (!customElements.get(this.tag)) {
      // Called on the classes made from this one, which can be constructed.
      customElements.define(this.tag, this as unknown as CustomElementConstructor);
    }
  }

  #life: AbortController | undefined;

  connectedCallback(): void {
    this.#life?.abort();
    const life = (this.#life = new AbortController());
    const { signal } = life;
    // The first failure is logged, and stops the island.
    const guard: Island['guard'] =
      (work) =>
      (...given) => {
        try {
          work(...given);
        } catch (cause) {
          life.abort();
          console.error(new IslandError(this.localName, cause));
        }
      };
    const follow: Island['follow'] = (store, show) => {
      show();
      signal.addEventListener('abort', store.subscribe(guard(show)));
    };
    guard(() => {
      this.start({ signal, guard, follow });
    })();
  }

  disconnectedCallback(): void {
    this.#life?.abort();
  }

  /** Throws where something is missing that the island can't do without. */
  protected abstract start(island: Island): void;
}

/** A part of the served HTML that the island can't do without. Throws where it is missing or is not of the type that is expected. */
export function requirePart<Tag extends keyof HTMLElementTagNameMap>(within: ParentNode, tag: Tag): HTMLElementTagNameMap[Tag];
export function requirePart<Part extends HTMLElement = HTMLElement>(within: ParentNode, selector: string, type?: new () => Part): Part;
export function requirePart(within: ParentNode, selector: string, type = HTMLElement): HTMLElement {
  const part = within.querySelector(selector);
  if (part instanceof type) return part;
  throw new Error(`${selector}: expected ${type.name}`);
}

/** What an element is given in an attribute that its island can't do without. Throws where that is missing or empty. */
export function requireAttribute(element: HTMLElement, name: string): string {
  const value = element.getAttribute(name);
  if (value) return value;
  throw new Error(`${element.localName}[${name}]: expected text`);
}
