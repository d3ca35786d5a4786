import type { Channel, DecisionStore, Entry, KeptList } from '../../src/islands/triage/keeping.ts';

/** What a browser keeps for all tabs. Values are copied in and out, as IndexedDB does. */
export class FakeDecisionStore implements DecisionStore {
  readonly kept = new Map<string, unknown>();
  list: KeptList | undefined;
  /** Asked before every use; may throw, as a browser that allows none. */
  fault: (operation: 'read' | 'write') => void = () => undefined;
  /** Of each write, how many entries it had. */
  readonly writes: number[] = [];
  #waiting: (() => void)[] | undefined;

  /** From now on nothing is answered before `goOn`. */
  hold(): void {
    this.#waiting = [];
  }

  /** The last first: who asks for two things at once may get them in any order. */
  goOn(): void {
    for (const answer of this.#waiting?.toReversed() ?? []) answer();
    this.#waiting = undefined;
  }

  /** As a browser does that needs the room: all at once. */
  evict(): void {
    this.kept.clear();
    this.list = undefined;
  }

  readonly read = async (keys?: readonly string[]): Promise<readonly Entry[]> => {
    await this.#turn('read');
    return structuredClone(keys ? keys.map((key): Entry => [key, this.kept.get(key)]) : [...this.kept]);
  };

  readonly write = async (changes: readonly Entry[]): Promise<boolean> => {
    const copied = structuredClone(changes);
    await this.#turn('write');
    const wasThere = this.kept.size > 0;
    this.writes.push(copied.length);
    for (const [key, value] of copied) {
      if (value === undefined) this.kept.delete(key);
      else this.kept.set(key, value);
    }
    return wasThere;
  };

  readonly readList = async (): Promise<unknown> => {
    await this.#turn('read');
    return structuredClone(this.list);
  };

  readonly writeList = async (list: KeptList | undefined): Promise<void> => {
    await this.#turn('write');
    this.list = structuredClone(list);
  };

  readonly clear = async (): Promise<void> => {
    await this.#turn('write');
    this.evict();
  };

  async #turn(operation: 'read' | 'write'): Promise<void> {
    if (this.#waiting) await new Promise<void>((resolve) => this.#waiting?.push(resolve));
    else await Promise.resolve();
    this.fault(operation);
  }
}

export const blocked = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

export const full = (operation: 'read' | 'write'): void => {
  if (operation === 'write') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};

/** Channels of several tabs. What one tells waits until `deliver`, as in a browser it arrives later. */
export class FakeChannels {
  readonly #all: Channel[] = [];
  #underWay: (() => void)[] = [];

  open(): Channel {
    const opened: Channel = {
      onmessage: null,
      postMessage: (message) => {
        const data = structuredClone(message);
        for (const other of this.#all)
          if (other !== opened) this.#underWay.push(() => other.onmessage?.(new MessageEvent('message', { data })));
      },
    };
    this.#all.push(opened);
    return opened;
  }

  get isQuiet(): boolean {
    return this.#underWay.length === 0;
  }

  deliver(): void {
    const arriving = this.#underWay;
    this.#underWay = [];
    for (const arrive of arriving) arrive();
  }
}
