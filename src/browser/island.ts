/** How an island starts, stops and fails: alone, once, and leaving its plain HTML to work without it. */

export class IslandError extends Error {
  override readonly name = 'IslandError';
  readonly tag: string;

  constructor(tag: string, cause: unknown) {
    super(`<${tag}> stopped; its plain HTML goes on working`, { cause });
    this.tag = tag;
  }
}

export interface Island {
  /** Aborted when the element leaves the page, and when the island fails. */
  signal: AbortSignal;
  /** Wraps whatever runs later, so that a failure there stops this island and nothing else. */
  guard: <Given extends unknown[]>(work: (...given: Given) => void) => (...given: Given) => void;
}

/** Runs `start`; returns what stops the island. The first failure is logged as an IslandError, and stops it. */
export function startIsland(element: HTMLElement, start: (island: Island) => void): () => void {
  const life = new AbortController();
  const guard: Island['guard'] =
    (work) =>
    (...given) => {
      try {
        work(...given);
      } catch (cause) {
        life.abort();
        console.error(new IslandError(element.localName, cause));
      }
    };
  guard(start)({ signal: life.signal, guard });
  return () => {
    life.abort();
  };
}

/** What every island's element does: it starts when it is connected, as often as that is, and stops when it leaves the page. */
export abstract class IslandElement extends HTMLElement {
  /** Its name in HTML. */
  static readonly tag: string;

  /** Safe to call twice. */
  static define(registry: CustomElementRegistry = customElements): void {
    // Called on the classes made from this one, which can be constructed.
    if (!registry.get(this.tag)) registry.define(this.tag, this as unknown as CustomElementConstructor);
  }

  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop?.();
    this.#stop = startIsland(this, (island) => {
      this.start(island);
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  protected abstract start(island: Island): void;
}

/** A part of the served HTML that the island can't do without. Throws where it is missing. */
export function requirePart<Tag extends keyof HTMLElementTagNameMap>(within: ParentNode, selector: Tag): HTMLElementTagNameMap[Tag];
export function requirePart(within: ParentNode, selector: string): HTMLElement;
export function requirePart(within: ParentNode, selector: string): HTMLElement {
  const part = within.querySelector<HTMLElement>(selector);
  if (!part) throw new Error(`nothing matches ${selector}`);
  return part;
}
