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

/** A part of the served HTML that the island can't do without. Throws where it is missing. */
export function requirePart<Tag extends keyof HTMLElementTagNameMap>(within: ParentNode, selector: Tag): HTMLElementTagNameMap[Tag];
export function requirePart(within: ParentNode, selector: string): HTMLElement;
export function requirePart(within: ParentNode, selector: string): HTMLElement {
  const part = within.querySelector<HTMLElement>(selector);
  if (!part) throw new Error(`nothing matches ${selector}`);
  return part;
}
