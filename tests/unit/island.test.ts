/** How an island starts, follows a store, fails and stops. On a stand-in for the page: browser tests show the same on the real one. */
import { beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import type { Island } from '../../src/browser/island.ts';

/** As much of an element as an island needs. */
class FakeElement {
  readonly localName: string = 'lt-example';
  readonly attributes: Readonly<Record<string, string>> = {};
  readonly parts: Readonly<Record<string, FakeElement>> = {};

  getAttribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }

  querySelector(selector: string): FakeElement | null {
    return this.parts[selector] ?? null;
  }
}

class FakeInputElement extends FakeElement {}

vi.stubGlobal('HTMLElement', FakeElement);
const { IslandElement, IslandError, requireAttribute, requirePart } = await import('../../src/browser/island.ts');

let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  vi.stubGlobal('HTMLElement', FakeElement);
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** An island on the page that does some work when it starts. */
function connect(start: (island: Island, element: HTMLElement) => void, given: Partial<FakeElement> = {}) {
  class ExampleElement extends IslandElement {
    protected override start(island: Island): void {
      start(island, this);
    }
  }
  const element = Object.assign(new ExampleElement(), given);
  element.connectedCallback();
  return element;
}

/** The one error that was logged. */
function loggedError(): unknown {
  expect(errors).toHaveBeenCalledTimes(1);
  return errors.mock.calls[0]?.[0];
}

describe('an island that is not given what it needs', () => {
  test.each([
    ['no such attribute', {}],
    ['an empty one', { 'data-checklist': '' }],
  ])('fails as an IslandError that names the element, the attribute and what was expected: %s', (_, attributes) => {
    connect((__, self) => requireAttribute(self, 'data-checklist'), { attributes });
    expect(loggedError()).toBeInstanceOf(IslandError);
    expect(String(loggedError())).toMatch(/^IslandError: <lt-example> stopped.* lt-example\[data-checklist\]: expected text$/);
  });

  test.each([
    ['no such part', {}],
    ['a part of another type', { '[data-box]': new FakeElement() }],
  ])('fails as an IslandError that names the element, the part and what was expected: %s', (_, parts) => {
    const type = FakeInputElement as unknown as typeof HTMLInputElement;
    connect((__, self) => requirePart(self, '[data-box]', type), { parts });
    expect(loggedError()).toBeInstanceOf(IslandError);
    expect(String(loggedError())).toMatch(/^IslandError: <lt-example> stopped.* \[data-box\]: expected FakeInputElement$/);
  });

  test('gets it where it is there', () => {
    const box = new FakeInputElement();
    const found: unknown[] = [];
    connect(
      (_, self) => {
        found.push(requireAttribute(self, 'data-checklist'), requirePart(self, '[data-box]'));
      },
      { attributes: { 'data-checklist': 'one' }, parts: { '[data-box]': box } },
    );
    expect(found).toEqual(['one', box]);
    expect(errors).not.toHaveBeenCalled();
  });
});

describe('an island that follows a store', () => {
  function createStore() {
    const listeners = new Set<() => void>();
    return {
      listeners,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      change: () => {
        for (const listener of listeners) listener();
      },
    };
  }

  test('shows it at once, at every change, and no more once it has left the page', () => {
    const store = createStore();
    const show = vi.fn();
    const element = connect(({ follow }) => {
      follow(store, show);
    });
    expect(show).toHaveBeenCalledTimes(1);
    store.change();
    expect(show).toHaveBeenCalledTimes(2);
    element.disconnectedCallback();
    store.change();
    expect(show).toHaveBeenCalledTimes(2);
  });

  test('follows it once, however often it is connected', () => {
    const store = createStore();
    const element = connect(({ follow }) => {
      follow(store, () => {});
    });
    element.connectedCallback();
    expect(store.listeners.size).toBe(1);
  });

  test('stops at the first failure, logs it once, and leaves the others alone', () => {
    const store = createStore();
    let isBroken = false;
    const showBroken = vi.fn(() => {
      if (isBroken) throw new Error('broken by the test');
    });
    const showSound = vi.fn();
    connect(({ follow }) => {
      follow(store, showBroken);
    });
    connect(({ follow }) => {
      follow(store, showSound);
    });
    isBroken = true;
    store.change();
    store.change();
    expect(showBroken).toHaveBeenCalledTimes(2);
    expect(showSound).toHaveBeenCalledTimes(3);
    expect(String(loggedError())).toContain('broken by the test');
  });
});
